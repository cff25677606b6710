"""Below the body: related articles, tags, a signature or date, and the rest of the window."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.pasted.days import find_date
from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.names import is_byline, is_person
from newsgen.sources.pasted.observe import Seen
from newsgen.sources.pasted.phrases import bare

_NUMBERED = re.compile(r"\d{1,2}[.)]?$")
_LONGEST_LINK = 220
_SHORTEST_LINK = 14
_LONGEST_TAG = 40
# The heading of a box about the article's writer, which stands among the first lines below the body.
_ABOUT_WRITER = re.compile(
    r"\b(?:by|authors?|autor(?:in|es|a)?|auteure?s?|autrice|autore|forfatter|författare|автор)$", re.IGNORECASE
)
_HEADING = 40
_BOXES = 40
# So many lines below the body may still be the article's own signature and date.
_NEAR = 4


def label_tail(
    lines: Sequence[Line], seen: Sequence[Seen], above: Sequence[Label], above_seen: Sequence[Seen]
) -> list[Label]:
    """A label for each line below the body. `above` and `above_seen` are those of the lines before it: what they lack
    of byline and date may stand here.
    """
    labels = _label_lists(lines, seen)
    signed = any(label.role == "byline" for label in above)
    dated = any(
        label.role == "date" or (label.role == "byline" and here.dated)
        for label, here in zip(above, above_seen, strict=False)
    )
    if not signed:
        _take_signature(lines, seen, labels)
    if not dated:
        _take_date(lines, seen, labels)
    return labels


def _label_lists(lines: Sequence[Line], seen: Sequence[Seen]) -> list[Label]:
    labels: list[Label] = []
    listing = ""
    for line, here in zip(lines, seen, strict=True):
        if here.kind and not here.prose:
            listing = here.kind if here.kind in ("related", "topics") and not here.starts else ""
            labels.append(_label_heading(here))
        elif here.dated or _NUMBERED.match(line.text) or not bare(line.text):
            labels.append(Label("chrome", "date or number below the article", 0.8))
        elif listing == "related" and _SHORTEST_LINK <= here.width <= _LONGEST_LINK:
            labels.append(Label("related", "listed under a heading for related articles", 0.7))
        elif listing == "topics" and here.width <= _LONGEST_TAG and not (line.gap and labels[-1].role == "tags"):
            labels.append(Label("tags", "listed under a heading for topics", 0.7))
        else:
            listing = ""
            labels.append(Label("chrome", "below the article", 0.7))
    return labels


def _label_heading(here: Seen) -> Label:
    roles = {"tags": "tags", "filed": "section", "promo": "related"}
    return Label(roles.get(here.kind, "chrome"), f"words for {here.kind}", 0.8)  # type: ignore[arg-type]


def _take_signature(lines: Sequence[Line], seen: Sequence[Seen], labels: list[Label]) -> None:
    """Where no names stand above the body, those just below it are the article's."""
    for place in range(1, min(_BOXES, len(lines))):
        text = lines[place].text
        if not seen[place].kind and _ABOUT_WRITER.search(lines[place - 1].text[-_HEADING:]) and is_person(text):
            labels[place] = Label("byline", "names in a box about the writer", 0.6)
            return
    for place in range(min(_NEAR, len(lines))):
        here = seen[place]
        if here.kind == "reporter" or (place == 0 and not here.kind and not here.dated and is_byline(lines[0].text)):
            labels[place] = Label("byline", "names below the last paragraph", 0.5)
            return


def _take_date(lines: Sequence[Line], seen: Sequence[Seen], labels: list[Label]) -> None:
    """Where no date stands above the body, one just below it is the article's."""
    for place in range(min(_NEAR, len(lines))):
        if (seen[place].dated or seen[place].kind == "published") and find_date(lines[place].text, day_first=True):
            labels[place] = Label("date", "a date below the last paragraph", 0.6)
            return
