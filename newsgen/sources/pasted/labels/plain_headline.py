"""Find the headline of a text without the surroundings of a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.authors.name_list import byline_names
from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.byline import is_name_line
from newsgen.sources.pasted.headline import find_headline
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features, LineFeatures, is_credited
from newsgen.sources.pasted.section import is_breadcrumb, looks_like_section
from newsgen.sources.pasted.text_shape import BULLET, count_digits

# Kinds of line that are headings of texts, too.
_HEADINGS = frozenset(("menu", "section", "end", "topics"))
# How sure a headline is that a page may have as the heading of a menu or a box.
_PHRASE = 0.5
_ADDRESS = re.compile(r"[^\s@]@[^\s@]+\.\w")
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 12, 200
# The slug lines of agencies have a larger share of digits than headlines.
_DIGITS = 0.2


def find_plain_headline(lines: Sequence[Line], features: Features, body: Span) -> tuple[int, float]:
    """The headline's index (-1: none) and how certain it is.

    No menu is above a text alone, so that its first line which is neither a section nor a field is the headline; a
    masthead with the day of the paper may be above that.
    """
    found, confidence = find_headline(lines, features, body)
    if found < 0 or _is_byline(lines[found].text, features[found]):
        # "Weather" and "Letters to the editor" are headings of menus and boxes elsewhere.
        return (0, _PHRASE) if body.start > 0 and _is_phrase(features[0]) else (-1, 1.0)
    if _is_aside(lines[found].text):
        others = (index for index in range(body.start) if _may_stand_for_headline(index, lines, features))
        return next(others, found), confidence
    first = next((index for index in range(body.start) if may_be_plain_headline(index, lines, features)), found)
    if lines[found].text in lines[first].text:
        # The page's title may be above the headline.
        return found, confidence
    return (first if first < found or features[found].dated else found), confidence


def _is_phrase(here: LineFeatures) -> bool:
    """Whether a line is, as a whole, known words of a page that may stand above a text as well."""
    return here.kind in _HEADINGS and not (here.starts or here.dated)


def _is_byline(text: str, here: LineFeatures) -> bool:
    return here.kind == "byline" and any(map(names_person, byline_names(text)))


def _is_aside(text: str) -> bool:
    """Whether a line is a caption, an item or tells whom to ask, and so is hardly a headline."""
    return is_credited(text) or bool(_ADDRESS.search(text) or BULLET.match(text))


def _may_stand_for_headline(index: int, lines: Sequence[Line], features: Features) -> bool:
    """Whether a line above the body may be the headline where a caption or a contact was the likeliest."""
    return not features[index].prose and _has_form_of_headline(index, lines, features)


def may_be_plain_headline(index: int, lines: Sequence[Line], features: Features) -> bool:
    """Whether a line may be a headline, wherever it stands above the body."""
    text = lines[index].text
    if text[0] == "\ufffd" or not _has_form_of_headline(index, lines, features):
        return False
    is_section = is_breadcrumb(text) or looks_like_section(text, features[index])
    return not is_section and count_digits(text) <= _DIGITS * len(text)


def _has_form_of_headline(index: int, lines: Sequence[Line], features: Features) -> bool:
    """Whether a line has the length of a headline, and is no field, no aside and no name."""
    here = features[index]
    if here.kind or here.dated or not _SHORTEST_HEADLINE <= here.width <= _LONGEST_HEADLINE:
        return False
    return not _is_aside(lines[index].text) and not is_name_line(index, lines, features, 0, 0)
