"""Label the lines below the body: related articles, tags, a signature or a date, and the rest of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.pasted.author_names import is_byline
from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.authors.name_list import byline_names
from newsgen.sources.pasted.authors.person import is_person
from newsgen.sources.pasted.date_lines import BESIDE_BELOW, tells_date
from newsgen.sources.pasted.line import BELOW_ARTICLE, DATE_OR_NUMBER, Label, Line
from newsgen.sources.pasted.line_features import Features, LineFeatures
from newsgen.sources.pasted.phrases import bare

_NUMBERED = re.compile(r"\d{1,2}[.)]?$")
_LONGEST_NUMBER = 3
_LONGEST_LINK = 220
_SHORTEST_LINK = 14
_LONGEST_TAG = 40
# The heading of a box about the article's author, among the first lines below the body.
_ABOUT_WRITER = re.compile(
    r"\b(?:by|authors?|autor(?:in|es|a)?|auteure?s?|autrice|autore|forfatter|författare|автор)$", re.IGNORECASE
)
_HEADING = 40
_BOXES = 40
_DATE_OR_NUMBER = Label("chrome", DATE_OR_NUMBER, 0.8)
_BELOW = Label("chrome", BELOW_ARTICLE, 0.7)
# Below a line of these kinds others than the article's authors are named.
_ENDS = frozenset(("related", "comments", "topics", "footer"))
# The article's own signature and date are among this many lines below the body.
_NEAR = 4


def label_below_body(
    lines: Sequence[Line],
    features: Features,
    above: Sequence[Label],
    above_features: Features,
) -> list[Label]:
    """A label for each line below the body.

    `above` are the labels of all lines before, and `above_features` begins with their features. If these lack a byline
    or a date, it may be below the body.
    """
    labels = _label_lists(lines, features)
    has_byline = any(label.role == "byline" for label in above)
    has_date = any(
        label.role == "date" or (label.role == "byline" and here.dated)
        for label, here in zip(above, above_features, strict=False)
    )
    if not has_byline:
        _label_signature(lines, features, labels)
    if not has_date:
        _label_date(lines, features, labels)
    return labels


def _label_lists(lines: Sequence[Line], features: Features) -> list[Label]:
    labels: list[Label] = []
    list_kind = ""
    for line, here in zip(lines, features, strict=True):
        if here.kind and not here.prose:
            list_kind = here.kind if here.kind in ("related", "topics") and not here.starts else ""
            labels.append(_label_heading(here))
        elif here.dated or _is_number(line.text) or not bare(line.text):
            labels.append(_DATE_OR_NUMBER)
        elif list_kind == "related" and _SHORTEST_LINK <= here.width <= _LONGEST_LINK:
            labels.append(Label("related", "listed under a heading for related articles", 0.7))
        elif list_kind == "topics" and here.width <= _LONGEST_TAG and not (line.gap and labels[-1].role == "tags"):
            labels.append(Label("tags", "listed under a heading for topics", 0.7))
        else:
            list_kind = ""
            labels.append(_BELOW)
    return labels


def _is_number(text: str) -> bool:
    """Whether a line is the number of a list's item."""
    return len(text) <= _LONGEST_NUMBER and bool(_NUMBERED.match(text))


def _label_heading(here: LineFeatures) -> Label:
    roles = {"tags": "tags", "filed": "section", "promo": "related"}
    return Label(roles.get(here.kind, "chrome"), f"words for {here.kind}", 0.8)  # type: ignore[arg-type]


def _label_signature(lines: Sequence[Line], features: Features, labels: list[Label]) -> None:
    """Label the names just below the body as the byline, for an article without one above the body."""
    for index in range(1, min(_BOXES, len(lines))):
        text = lines[index].text
        if not features[index].kind and _ABOUT_WRITER.search(lines[index - 1].text[-_HEADING:]) and is_person(text):
            labels[index] = Label("byline", "names in a box about the writer", 0.6)
            return
    for index in range(min(_NEAR, len(lines))):
        here = features[index]
        if here.kind in _ENDS:
            return
        if here.kind == "byline" and any(map(names_person, byline_names(lines[index].text))):
            labels[index] = Label("byline", "begins with the word for writers, below the article", 0.5)
            return
        if here.kind == "reporter" or (index == 0 and not here.kind and not here.dated and is_byline(lines[0].text)):
            rule = "tells who reported" if here.kind == "reporter" else "names below the last paragraph"
            labels[index] = Label("byline", rule, 0.5)
            return


def _label_date(lines: Sequence[Line], features: Features, labels: list[Label]) -> None:
    """Label a date just below the body as the article's, for an article without one above the body."""
    for index in range(min(_NEAR, len(lines))):
        text, here = lines[index].text, features[index]
        tells = here.kind == "published" or (here.dated and tells_date(text, BESIDE_BELOW))
        if tells and find_date(text, day_first=True):
            labels[index] = Label("date", "a date below the last paragraph", 0.6)
            return
