"""Inside the body: paragraphs, subheads and lists, and what a site puts among them."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.pasted.body import Span
from newsgen.sources.pasted.byline import is_name_line
from newsgen.sources.pasted.days import find_date
from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.observe import Seen, is_credited
from newsgen.sources.pasted.phrases import bare
from newsgen.sources.pasted.shape import BULLET, ends_sentence

_LONGEST_SUBHEAD = 110
_LONGEST_CAPTION = 300
_TWICE = 40
# The first lines of a body may still be the byline or a picture's caption.
_OPENING = 4


def label_body(lines: Sequence[Line], seen: Sequence[Seen], span: Span, headline: int) -> list[Label]:
    """A label for each line of the body's span; `headline` is the headline's place, or -1."""
    labels: list[Label] = []
    listing = False
    for place in range(span.start, span.end):
        here = seen[place]
        following = seen[place + 1] if place + 1 < len(seen) else None
        if place < span.start + _OPENING and is_name_line(place, lines, seen, headline, span.start):
            label = Label("byline", "names below the headline", 0.6)
        else:
            label = _label_inner(lines[place], here, following, place < span.start + _OPENING)
            if label.role == "body" and place < span.start + 3 and following is not None and following.kind == "credit":
                label = Label("caption", "line above a credit", 0.7)
        if span.start < place and _between_boxes(seen[place - 1], here, following):
            label = Label("chrome", "between the lines of a box", 0.6)
        if here.kind in ("related", "end", "comments") and not here.prose:
            listing = True
        elif here.prose and not here.kind:
            listing = False
        elif listing and label.role in ("body", "subhead"):
            label = Label("related" if here.width >= 25 else "chrome", "in a list inside the article", 0.6)
        labels.append(label)
    return labels


def _between_boxes(before: Seen, here: Seen, following: Seen | None) -> bool:
    """Whether a line is the text of a newsletter's or subscription's box: below its heading and above its button."""
    return (
        before.kind in ("end", "advert")
        and not before.prose
        and following is not None
        and following.kind in ("end", "advert", "menu", "share")
        and here.width < 200
    )


def _says_twice(text: str) -> bool:
    """Whether a line is the same words twice: the text of a link's picture and of the link, pasted together."""
    half = len(text) // 2
    return text[:half].strip() == text[-half:].strip()


def _label_inner(line: Line, here: Seen, following: Seen | None, opening: bool) -> Label:
    if here.kind and not here.prose:
        if here.kind == "promo":
            return Label("related", "promo words", 0.8)
        if here.kind in ("credit", "caption"):
            return Label("credit", "begins as a credit", 0.8)
        if here.kind == "byline" and opening and here.width < 90:
            return Label("byline", "begins with the word for writers", 0.8)
        if here.kind not in ("section", "byline", "filed"):
            return Label("chrome", f"words for {here.kind}", 0.8)
    if not (here.prose and here.sentence) and here.width < _LONGEST_CAPTION and is_credited(line.text):
        return Label("caption", "names who made the picture", 0.7)
    if here.width > _TWICE and _says_twice(line.text):
        return Label("related", "a link that says everything twice", 0.8)
    if here.prose:
        return Label("body", "paragraph", 0.9)
    if not bare(line.text):
        return Label("chrome", "signs or numbers alone", 0.7)
    if following is not None and following.kind == "credit":
        return Label("caption", "line above a credit", 0.7)
    if BULLET.match(line.text):
        return Label("item", "begins with a bullet", 0.7)
    if here.dated and here.width < 60 and find_date(line.text, day_first=True):
        return Label("date", "a date among the paragraphs", 0.6)
    if not ends_sentence(line.text) and here.width <= _LONGEST_SUBHEAD and following is not None and following.prose:
        return Label("subhead", "short line above a paragraph", 0.7)
    return Label("body", "among the paragraphs", 0.6)
