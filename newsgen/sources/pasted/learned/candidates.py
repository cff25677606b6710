"""The lines that may be a text's section or byline, among which the places of the folder decide."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.pasted.author_names import is_byline
from newsgen.sources.pasted.byline import is_below_lone_by, names_beside_date
from newsgen.sources.pasted.headline import repeats_headline
from newsgen.sources.pasted.line import ANOTHER_NAME, Label, Line
from newsgen.sources.pasted.line_features import Features, LineFeatures, is_credited
from newsgen.sources.pasted.phrases import bare, start_of
from newsgen.sources.pasted.section import is_breadcrumb, last_crumb, looks_like_section

# How far above and below the headline a section and a byline may be.
_SECTION_ABOVE, _SECTION_BELOW = 8, 3
_BYLINE_ABOVE, _BYLINE_BELOW = 4, 14
# How far below the body its signature is.
_SIGNED = 3
_LONGEST_BYLINE = 90
_SECTION_KINDS = frozenset(("", "section", "filed", "menu"))


def section_candidates(lines: Sequence[Line], features: Features, headline: int) -> list[int]:
    """The lines near a headline that may name the section, from the headline upward and then downward."""
    above = range(headline - 1, max(-1, headline - 1 - _SECTION_ABOVE), -1)
    below = range(headline + 1, min(len(lines), headline + 1 + _SECTION_BELOW))
    title = lines[headline].text
    found = [index for index in above if _may_be_section(lines[index].text, features[index], title)]
    found += (
        index
        for index in below
        if _may_be_section(lines[index].text, features[index], title) and not is_byline(lines[index].text)
    )
    return found


def section_named(text: str, headline: str) -> str:
    """The section that a line names, in the form in which names are compared."""
    return bare(last_crumb(text, headline) if is_breadcrumb(text) else text)


def _may_be_section(text: str, here: LineFeatures, headline: str) -> bool:
    if here.dated or here.prose or here.kind not in _SECTION_KINDS or not bare(text):
        return False
    return (is_breadcrumb(text) or looks_like_section(text, here)) and not repeats_headline(text, headline)


def byline_candidates(lines: Sequence[Line], features: Features, labels: Sequence[Label], headline: int) -> list[int]:
    """The lines around a headline, or right below the body, that may name the authors."""
    body = [index for index, label in enumerate(labels) if label.role == "body"]
    start, end = (body[0], body[-1] + 1) if body else (len(lines), len(lines))
    near = range(max(0, headline - _BYLINE_ABOVE), min(len(lines), start + 2, headline + 1 + _BYLINE_BELOW))
    signed = range(max(end, near.stop), min(len(lines), end + _SIGNED))
    return [
        index
        for index in (*near, *signed)
        if index != headline
        and labels[index].rule != ANOTHER_NAME
        and (labels[index].role == "byline" or _may_be_byline(index, lines, features))
    ]


def _may_be_byline(index: int, lines: Sequence[Line], features: Features) -> bool:
    text, here = lines[index].text, features[index]
    if here.width > _LONGEST_BYLINE:
        return False
    if here.kind == "byline":
        return bool(start_of(text)[1])
    if here.dated:
        return names_beside_date(text, here)
    if here.kind or here.prose or here.sentence or is_credited(text):
        return False
    if index and is_below_lone_by(index, lines, features):
        return True
    return is_byline(text.title() if text.isupper() else text)
