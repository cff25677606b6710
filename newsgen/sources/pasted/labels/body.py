"""Label the lines of the body: paragraphs, subheads and lists, and what a site puts among them."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.authors.name_list import byline_names
from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.byline import is_name_line
from newsgen.sources.pasted.date_lines import BESIDE_AMONG, tells_date
from newsgen.sources.pasted.line import AMONG_PARAGRAPHS, Label, Line
from newsgen.sources.pasted.line_features import Features, LineFeatures, is_credited
from newsgen.sources.pasted.phrases import bare
from newsgen.sources.pasted.text_shape import BULLET, ends_sentence

_LONGEST_SUBHEAD = 110
_LONGEST_CAPTION = 300
_TWICE = 40
# The rule of a caption that is known by the line below it.
CAPTION_ABOVE_CREDIT = "line above a credit"
# The first lines of a body may still be the byline or the caption of an image.
_OPENING = 4
# So many lines may stand before a byline that begins with a word such as "By" and names someone.
_FIRST = 9
_LONGEST_BYLINE = 90
_PARAGRAPH = Label("body", "paragraph", 0.9)


def label_body(lines: Sequence[Line], features: Features, span: Span, headline: int) -> list[Label]:
    """A label for each line of the body's span; `headline` is the headline's index, or -1."""
    labels: list[Label] = []
    in_list = False
    for index in range(span.start, span.end):
        here = features[index]
        following = features[index + 1] if index + 1 < len(features) else None
        if index < span.start + _OPENING and is_name_line(index, lines, features, headline, span.start):
            label = Label("byline", AMONG_PARAGRAPHS, 0.6)
        else:
            label = _label_inner(lines[index], here, following, index < span.start + _OPENING)
            if label.role in ("body", "subhead") and _names_author(index, lines, features, span.start):
                label = Label("byline", "begins with the word for writers", 0.8)
            if label.role == "body" and index < span.start + 3 and following is not None and following.kind == "credit":
                label = Label("caption", CAPTION_ABOVE_CREDIT, 0.7)
        if span.start < index and _is_inside_box(features[index - 1], here, following):
            label = Label("chrome", "between the lines of a box", 0.6)
        if here.kind in ("related", "end", "comments") and not here.prose:
            in_list = True
        elif here.prose and not here.kind:
            in_list = False
        elif in_list and label.role in ("body", "subhead"):
            label = Label("related" if here.width >= 25 else "chrome", "in a list inside the article", 0.6)
        labels.append(label)
    return labels


def _names_author(index: int, lines: Sequence[Line], features: Features, start: int) -> bool:
    """Whether a short line near the body's first begins with the word for writers and names someone."""
    here = features[index]
    if index >= start + _FIRST or here.kind != "byline" or here.width >= _LONGEST_BYLINE:
        return False
    return any(map(names_person, byline_names(lines[index].text)))


def _is_inside_box(before: LineFeatures, here: LineFeatures, following: LineFeatures | None) -> bool:
    """Whether a line is the text of a newsletter or subscription box, between its heading and its button."""
    return (
        before.kind in ("end", "advert")
        and not before.prose
        and following is not None
        and following.kind in ("end", "advert", "menu", "share")
        and here.width < 200
    )


def repeats_itself(text: str) -> bool:
    """Whether a long line is the same text twice: a link's image and the link itself, pasted together."""
    if len(text) <= _TWICE:
        return False
    half = len(text) // 2
    return text[:half].strip() == text[-half:].strip()


def _tells_date(text: str) -> bool:
    return find_date(text, day_first=True) is not None and tells_date(text, BESIDE_AMONG)


def _label_inner(line: Line, here: LineFeatures, following: LineFeatures | None, opening: bool) -> Label:
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
    if repeats_itself(line.text):
        return Label("related", "a link that says everything twice", 0.8)
    if here.prose:
        return _PARAGRAPH
    if not bare(line.text):
        return Label("chrome", "signs or numbers alone", 0.7)
    if following is not None and following.kind == "credit":
        return Label("caption", CAPTION_ABOVE_CREDIT, 0.7)
    if BULLET.match(line.text):
        return Label("item", "begins with a bullet", 0.7)
    if here.dated and here.width < 60 and _tells_date(line.text):
        return Label("date", "a date among the paragraphs", 0.6)
    if not ends_sentence(line.text) and here.width <= _LONGEST_SUBHEAD and following is not None and following.prose:
        return Label("subhead", "short line above a paragraph", 0.7)
    return Label("body", "among the paragraphs", 0.6)
