"""What speaks for and against the names that a line gives as the authors.

A line that begins with "By" may name authors of any form. Without that word nearly all that is known of a line is that
it is short: then a given name speaks for it, and against it that the text writes its words small, that they are the
headline's or that it is one of many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsgen.sources.dates.words_beside import words_beside_date
from newsgen.sources.pasted.author_names import names_after_by, names_before_date
from newsgen.sources.pasted.authors.given_names import ends_in_family_name, names_person
from newsgen.sources.pasted.authors.person import PARTICLES, is_agency, is_city, names_institution, names_role
from newsgen.sources.pasted.evidence.page import Page
from newsgen.sources.pasted.line import BELOW_LONE_BY, Label, Line
from newsgen.sources.pasted.phrases import bare, kind_of, start_of
from newsgen.sources.pasted.text_shape import in_arabic
from newsgen.text.language.detection import COMMON_WORDS

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_SMALL = PARTICLES | {"y", "e"}
_COMMON = frozenset().union(*COMMON_WORDS.values()) - _SMALL - {"ada", "ben", "bo", "may", "jo", "im", "li"}
_SHORTEST_WORD = 4
_BELOW = (1, 3, 8)
_LONG = 45
_BESIDE = 3
_FIRST = 3


def observe_byline(names: Sequence[str], index: int, rows: int, line: Line, label: Label, page: Page) -> list[str]:
    """The observations of a byline at `index`, which names these people; `rows` lines have the same rule."""
    found = [f"rule: {label.rule}", _place_of(index, page), *_forms_of(names, line.text, label.rule)]
    words = [word for name in names for word in _WORD.findall(name) if word.casefold() not in _SMALL]
    starts = start_of(line.text)[0] in ("byline", "reporter")
    title = page.title.casefold()
    if words and 2 * sum(word.casefold() in title for word in words) >= len(words):
        found.append("words of the headline")
    if any(len(word) >= _SHORTEST_WORD and _has_word(word.lower(), page.paragraphs) for word in words):
        found.append("words that the text writes small")
    is_late = index > page.start
    found += _mentions_of(names, is_late and not starts, page.paragraphs)
    if (is_late or "far below the headline" in found) and not any(map(names_person, names)):
        found.append("no known name, far from the headline")
    again = [other for other, text in page.short if other != line.number and any(name in text for name in names)]
    if again:
        found.append("the name again above" if again[0] < line.number else "the name again below")
    if _DIGIT.search(line.text) and (names_before_date(line.text) or names_after_by(line.text)):
        found.append("a date in the same line")
    if not starts and words_beside_date(line.text) - len(" ".join(names).split()) >= _BESIDE:
        found.append("other words in the same line")
    if rows > 2:
        found.append("one of many lines like it")
    if page.is_plain:
        found.append("a text without a web page's lines")
    return found


def _mentions_of(names: Sequence[str], may_be_tag: bool, text: str) -> Iterator[str]:
    """What the paragraphs say of the names: those of people in the news stand there, alone too."""
    if any(name in text for name in names):
        yield "a name in the text"
        if may_be_tag:
            yield "a name in the text, below the first paragraph"
    last = [name.split()[-1] for name in names if " " in name]
    if any(len(word) >= _SHORTEST_WORD and _has_word(word, text) for word in last):
        yield "a family name in the text"


def _has_word(word: str, text: str) -> bool:
    """Whether a text has a word in these letters."""
    # Most texts do not have it, which is cheaper to see without an expression.
    return word in text and bool(re.search(rf"\b{re.escape(word)}\b", text))


def _place_of(index: int, page: Page) -> str:
    if index < page.headline:
        return "above the headline"
    if index >= page.end:
        return "below the article"
    if index > page.start:
        return "among the first paragraphs" if index - page.start <= _FIRST else "in the article"
    for steps in _BELOW:
        if index - page.headline <= steps:
            return f"up to {steps} below the headline"
    return "far below the headline"


def _forms_of(names: Sequence[str], text: str, rule: str) -> Iterator[str]:
    known = [name for name in names if names_person(name)]
    agencies = [name for name in names if is_agency(name)]
    people = len(names) - len(agencies)
    script = "Arabic" if in_arabic(names[0]) else "East Asian" if _EAST_ASIAN.search(names[0]) else ""
    if script:
        yield f"{script} letters, {rule}"
    has_word = (
        start_of(text)[0] in ("byline", "reporter")
        or rule == BELOW_LONE_BY
        or (_DIGIT.search(text) and names_after_by(text))
    )
    by_word = "with" if has_word else "without"
    # The lists have few names of other scripts, so that an unknown one says less there.
    letters = f"{script} letters, " if script else ""
    if len(known) == people:
        yield f"{letters}only known names, {by_word} a word for writers"
    elif all(names_person(name) or ends_in_family_name(name) for name in names if not is_agency(name)):
        yield f"{letters}known family names, {by_word} a word for writers"
    elif known:
        yield "some known names"
    else:
        yield f"{letters}no known name, {by_word} a word for writers"
    own = [name for name in names if name not in agencies]
    words = [word.casefold() for name in own for word in _WORD.findall(name)]
    if any(len(word) > 1 and word in _COMMON for word in words):
        yield "a common word"
    if any(kind_of(name) for name in names):
        yield "a phrase of web pages"
    if any(is_city(name) for name in names):
        yield "a city"
    if any(names_role(name) or names_institution(name) for name in own):
        yield "a role or an institution"
    if any(any(map(str.isdigit, name)) for name in names):
        yield "digits"
    if any(len(name) > _LONG or len(name.split()) > 4 for name in names):
        yield "a long name"
    if names[0].isupper() and not agencies:
        yield "in capitals"
    if bare(text) in map(bare, names):
        yield "nothing but the name"
