"""Label the section, the kicker and the date above the headline.

A text that begins with the article begins with its section, and the line below that is a kicker. On a whole page menus
come first, and the section is the nearest line that shows it: a breadcrumb, the name of a section, or a short line that
the menus repeat.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.pasted.headline import repeats_headline
from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.line_features import Features, LineFeatures
from newsgen.sources.pasted.page_title import is_title_of
from newsgen.sources.pasted.phrases import bare, start_of
from newsgen.sources.pasted.section import HOME, is_breadcrumb, looks_like_section

# The rule of the section with which a text begins.
OPENING = "first line above the headline"
# A text begins with the article if the headline is among this many first lines.
_EARLY = 6
# How far above the headline the section may be, the most steps of a breadcrumb, and the most lines of a block.
_FAR = 8
_STEPS = 7
_BLOCK = 3
_BUTTONS = frozenset(("share", "top", "advert"))
_SHORT = 60


def label_above_headline(lines: Sequence[Line], features: Features, headline: int, labels: list[Label]) -> None:
    """Label section, kicker and date above the headline; `headline` is its index."""
    if headline < _EARLY and all(here.width <= _SHORT or here.dated for here in features[:headline]):
        _label_opening(lines, features, headline, labels)
        return
    repeated = -1
    for index in range(headline - 1, max(-1, headline - _FAR), -1):
        text, here = lines[index].text, features[index]
        plain = looks_like_section(text, here)
        if not bare(text) or here.kind in _BUTTONS or _repeats(text, lines[headline].text):
            continue
        field = _label_field(text, here)
        if field:
            labels[index] = field
        elif is_breadcrumb(text):
            labels[index] = Label("section", "breadcrumb above the headline", 0.71)
            return
        elif plain and _ends_breadcrumb(index, lines, features):
            labels[index] = Label("section", "last step of a path above the headline", 0.7)
            return
        elif here.kind == "section" and index >= headline - 2:
            labels[index] = Label("section", "a section's name above the headline", 0.72)
            return
        elif plain and not here.kind and _is_near(index, headline, lines):
            if index == headline - 1 and lines[index].gap:
                labels[index] = Label("kicker", "short line above the headline", 0.5)
            if repeated < 0 and _is_repeated(index, lines):
                repeated = index
        elif here.kind in ("byline", "credit"):
            labels[index] = Label(here.kind, f"begins as a {here.kind}", 0.8)  # type: ignore[arg-type]
        elif here.kind or here.width > _SHORT:
            break
    if repeated >= 0:
        labels[repeated] = Label("section", "short line above the headline that menus name too", 0.45)


def _repeats(text: str, headline: str) -> bool:
    return repeats_headline(text, headline) or _is_title(text, headline)


def _is_title(text: str, headline: str) -> bool:
    """Whether a line is the headline and then the site's name, which is no section."""
    return text.startswith(headline) and is_title_of(text, headline)


def _ends_breadcrumb(index: int, lines: Sequence[Line], features: Features) -> bool:
    """Whether a line is the last of a breadcrumb with one step a line: Home, News, Harbour."""
    for above in range(index - 1, max(-1, index - _STEPS), -1):
        if bare(lines[above].text) in HOME:
            return True
        if bare(lines[above].text) and not looks_like_section(lines[above].text, features[above]):
            return False
    return False


def _is_near(index: int, headline: int, lines: Sequence[Line]) -> bool:
    """Whether a line is in the block of at most three lines directly above the headline."""
    first = headline - 1
    while first > 0 and not lines[first].gap and headline - first <= _BLOCK:
        first -= 1
    return first <= index and headline - first <= _BLOCK


def _is_repeated(index: int, lines: Sequence[Line]) -> bool:
    text = lines[index].text.casefold()
    return any(line.text.casefold() == text for other, line in enumerate(lines) if other != index)


def _label_opening(lines: Sequence[Line], features: Features, headline: int, labels: list[Label]) -> None:
    has_section = False
    for index in range(headline):
        text, here = lines[index].text, features[index]
        if not bare(text) or _is_title(text, lines[headline].text):
            continue
        field = _label_field(text, here)
        if here.kind == "wire":
            labels[index] = Label("chrome", "words for wire", 0.9)
        elif field:
            labels[index] = field
        elif is_breadcrumb(text) or (not has_section and _may_be_section(text, here)):
            if bare(text) in HOME and headline > index + 1:
                continue
            has_section = True
            labels[index] = Label("section", OPENING, 0.8)
        elif has_section and not here.kind and here.width <= _SHORT:
            labels[index] = Label("kicker", "between section and headline", 0.6)


def _label_field(text: str, here: LineFeatures) -> Label | None:
    """The label of a byline or a date above the headline; None for other lines."""
    if here.kind == "byline" and start_of(text)[1]:
        return Label("byline", "begins as a byline", 0.8)
    return Label("date", "a date above the headline", 0.8) if here.dated else None


def _may_be_section(text: str, here: LineFeatures) -> bool:
    return looks_like_section(text, here) and (here.kind in ("", "section", "end", "related") or bare(text) in HOME)
