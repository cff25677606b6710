"""Label a text without the surroundings of a web page: below its headline and fields all of it is the article.

Text that was typed, scanned, exported or copied by hand has no menus and no boxes. So nothing is weighed there: a line
belongs to the article unless it is a field, or ends it as a heading of related articles or comments does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.byline import is_name_line
from newsgen.sources.pasted.labels.above_body import is_network_row, label_above_body
from newsgen.sources.pasted.labels.below_body import label_below_body
from newsgen.sources.pasted.labels.body import CAPTION_ABOVE_CREDIT, label_body, repeats_itself
from newsgen.sources.pasted.labels.forms import label_forms
from newsgen.sources.pasted.labels.plain_headline import find_plain_headline, may_be_plain_headline
from newsgen.sources.pasted.learned.recurring import RECURRING
from newsgen.sources.pasted.line import DEFAULT_RULES, Label, Line
from newsgen.sources.pasted.line_features import Features, LineFeatures
from newsgen.sources.pasted.line_forms import is_item
from newsgen.sources.pasted.note_text import is_invitation
from newsgen.sources.pasted.phrases import kind_anywhere

# Kinds of line that web pages have around an article, and that a text alone has not.
_SURROUNDINGS = frozenset(
    ("related", "end", "comments", "topics", "share", "footer", "menu", "advert", "top", RECURRING)
)
# As many of them occur in a text by chance.
_CHANCE = 1
# So many short lines, and so many for each paragraph, are the links of a page in a language without phrases. Verse has
# marks at the ends of its lines, and lists have numbers or bullets.
_LINKS = 60
_LINKS_EACH = 5
_VERSE_ENDS = ",;:—–-"
# Kinds of line that end an article wherever it was copied from.
_ENDS = _SURROUNDINGS | {"tags", "filed", "promo"}
_FIELDS = frozenset(("byline", "published", "updated", "section", "credit", "caption"))
# Those of them that no line between paragraphs is.
_DECIDED = frozenset(("byline", "published", "updated"))
_SENTENCE = 24
_LONGEST_NOTICE = 200
_LONGEST_HEADLINE = 200
_SIGNATURE = 3
# What is shorter below "More" is of an agency's transmission.
_SHORTEST_TEXT = 8
# Signs before the links of a menu, and how many names a row of topics has at least.
_POINTERS = "»›》←→▲△"
_LISTED = 8
_RIGHTS = re.compile(r"all rights reserved|^(?:copyright )?©", re.IGNORECASE)
# Headline and fields are among this many first lines.
_HEADER = 12


def is_plain(lines: Sequence[Line], features: Features) -> bool:
    """Whether a text has nothing of what surrounds an article on a web page."""
    named = sum(islice(filter(None, map(_names_surroundings, features)), _CHANCE + 1))
    if named > _CHANCE:
        return False
    others = (_looks_like_surroundings(line.text, here) for line, here in zip(lines, features, strict=True))
    if sum(islice(filter(None, others), _CHANCE + 1)) + named > _CHANCE:
        return False
    short = sum(map(_looks_like_link, lines, features))
    return short <= _LINKS or short <= _LINKS_EACH * sum(here.prose for here in features)


def label_plain(lines: Sequence[Line], features: Features, has_headline: bool) -> list[Label]:
    """A label for each line; if `has_headline`, the text may lack the headline and begin with its body."""
    end = _find_end(features)
    start = min(end, _find_start(lines, features, end, has_headline))
    headline, confidence = (-1, 1.0) if has_headline else find_plain_headline(lines, features, Span(start, end))
    above = label_above_body(lines, features, headline, confidence, start)
    labels = [
        Label("subhead", "between headline and body", 0.6) if index > headline >= 0 and _is_left_out(label) else label
        for index, label in enumerate(above)
    ]
    inner = label_body(lines, features, Span(start, end), headline)
    rows = (
        _is_row_of_links(line.text) and not here.sentence
        for line, here in zip(lines[start:end], features[start:end], strict=True)
    )
    has_date = any(
        label.role == "date" or (label.role == "byline" and here.dated)
        for label, here in zip(labels, features, strict=False)
    )
    labels += (
        Label("chrome", "a row of links or names", 0.7) if is_row else _keep(line, label, here, has_date)
        for line, label, here, is_row in zip(lines[start:end], inner, features[start:end], rows, strict=True)
    )
    labels = _label_signature(lines, features, label_forms(lines, features, labels))
    return labels + label_below_body(lines[end:], features[end:], labels, features)


def _names_surroundings(here: LineFeatures) -> bool:
    """Whether a line's words are those of a menu, a box or a button."""
    return here.kind in _SURROUNDINGS and not (here.starts and here.sentence) and not here.prose


def _looks_like_surroundings(text: str, here: LineFeatures) -> bool:
    """Whether a line without such words is a row of links or a notice."""
    if here.kind:
        return False
    if _is_row_of_links(text):
        return True
    return here.width < _LONGEST_NOTICE and bool(_RIGHTS.search(text) or (not here.sentence and kind_anywhere(text)))


def _looks_like_link(line: Line, here: LineFeatures) -> bool:
    """Whether a line is short, and neither a sentence nor a verse nor an item."""
    return not (here.prose or here.sentence or line.text[-1] in _VERSE_ENDS or is_item(line.text))


def _is_row_of_links(text: str) -> bool:
    """Whether a line is a menu, a row of buttons or of topics, or a link that is there twice."""
    if text[0] in _POINTERS or text.count("|") > 1 or text.count("】") > 1 or text.count(" 、 ") > _LISTED:
        return True
    return is_network_row(text) or repeats_itself(text)


def _find_end(features: Features) -> int:
    """The index of the line that ends the article: a heading below which no paragraph is, or the end of the text."""
    end = len(features)
    for index in range(len(features) - 1, -1, -1):
        here = features[index]
        following = features[index + 1] if index + 1 < end else None
        if here.kind == "menu" and following and following.width >= _SHORTEST_TEXT:
            # A heading such as "Weather", with a text below it.
            continue
        if here.kind in _ENDS and not (here.starts and here.sentence) and not here.prose:
            end = index
        elif here.prose:
            break
    return end


def _find_start(lines: Sequence[Line], features: Features, end: int, has_headline: bool) -> int:
    """The index of the body's first line: below the last field that at most one paragraph, the dek, is above.

    Without fields it is the first paragraph, or in verse the line below the headline.
    """
    start = paragraphs = 0
    first = -1
    is_signed = False
    headline = -1 if has_headline else 0
    for index, here in enumerate(features[: min(_HEADER, end)]):
        is_decided = here.dated or here.kind in _DECIDED
        if is_decided or here.kind in _FIELDS or is_name_line(index, lines, features, headline, 0):
            if not paragraphs or (is_decided and not is_signed):
                start = index + 1
            is_signed |= is_decided and not paragraphs
        elif here.prose or (here.sentence and here.width >= _SENTENCE and not lines[index].text.isupper()):
            first = index if first < 0 else first
            paragraphs += 1
            if paragraphs > 1:
                break
    if start and not has_headline and all(here.dated for here in features[:start]):
        # A heading below a masthead is the headline; above a paragraph the dated line itself may be.
        is_heading = start < end - 1 and may_be_plain_headline(start, lines, features) and not features[start].prose
        return start + 1 if is_heading else start
    if start or has_headline:
        return start
    if first == 0:
        return int(end > 1 and features[0].width <= _LONGEST_HEADLINE)
    return first if first > 0 else min(1, end)


def _label_signature(lines: Sequence[Line], features: Features, labels: list[Label]) -> list[Label]:
    """The labels, with names and a date among the last lines as fields, where there are none above."""
    start = end = len(labels)
    while start > max(0, end - _SIGNATURE) and not features[start - 1].prose:
        start -= 1
    found = label_below_body(lines[start:end], features[start:end], labels[:start], features)
    pairs = zip(labels[start:], found, strict=True)
    return labels[:start] + [new if new.role in ("byline", "date") else own for own, new in pairs]


def _is_left_out(label: Label) -> bool:
    return label.rule in DEFAULT_RULES


def _keep(line: Line, label: Label, here: LineFeatures, has_date: bool) -> Label:
    """The label of a line of the article that would be left out for its words alone, or be a second date."""
    if (
        label.role in ("chrome", "related")
        and not is_invitation(line.text)
        and (here.sentence or not here.kind or is_item(line.text))
    ):
        return Label("body", "part of the article", 0.6)
    if label.rule == CAPTION_ABOVE_CREDIT and here.prose and here.sentence:
        return Label("body", "a paragraph above a credit", 0.6)
    if label.role == "date" and has_date:
        return Label("body", "a date in the article", 0.6)
    return label
