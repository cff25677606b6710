"""The authors of a page: whom a line near the headline names, whom its markup marks as one, or whom it declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import PageBlocks, TextBlock, ancestors_of, text_of
from newsgen.importers.html.page.blocks.opening import H1, read_opening
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.fields.author_names import (
    LONGEST_LINE,
    LONGEST_NAME,
    NO_BYLINE,
    Byline,
    first_byline,
    is_first_name,
    is_name,
    is_pseudonym,
    is_site,
    is_surely_person,
    is_team,
    names_others,
    people_in,
    read_names,
    split_people,
    without_first_words,
    without_others,
)
from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.html.page.fields.near import Near
from newsgen.importers.html.page.fields.other_authors import find_other
from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.authors.name_list import byline_names, names_author
from newsgen.sources.pasted.authors.person import is_agency
from newsgen.sources.pasted.phrases import start_of

# A name that stands behind a date: "3 March 2021 by Ada Quill", "Posted on 3 March by Ada Quill, editor".
_BEHIND = re.compile(r"(?:^|[\s|·•,–—-])(?:by|von|par|por)\s+(?=\S+\s)", re.IGNORECASE)
_PARTS = re.compile(r"(?:(?<!\s)\s++)?[|·•]\s*|\s[–—]\s")
_BETWEEN_PARTS = re.compile("[|·•–—]")
# Elements around whole articles, whose classes may hold an author's name, and marks of what is beside a name.
_WHOLE = frozenset("article main body html".split())
_BESIDE_NAME = re.compile(
    r"(?:description|\bbio|biography|title|role|job|position|about|photo|image|avatar|label|date|follow|social)\b",
    re.IGNORECASE,
)


def find_authors(declared: DeclaredPage, page: PageBlocks, near: Near, sites: Sequence[str]) -> Byline:
    """The names of the authors; nobody where the page names none for sure. `sites` are names of the site by letters."""
    shown = _find_line(page, near.around, near.top, sites)
    lines = _lines_near(page, near)
    for names in declared.bylines:
        named = read_names(names)
        people = tuple(name for name in named if _is_author(name, lines, sites))
        # A first name is half of a pair of which the other is not known.
        if not people or (len(people) < len(named) and all(map(is_first_name, people))):
            continue
        if not shown.names or _shares(people, shown.names):
            return Byline(people, "declared", shown.block)
        break
    if shown.names:
        return shown
    others: tuple[Callable[[], Byline], ...] = (
        lambda: _find_pseudonym(page, near.marked(page), sites),
        lambda: _find_marked(page, near.around, near.marked(page), sites),
        lambda: _find_name_line(page, near.top, sites),
        lambda: _find_first_name(page, near.top),
        lambda: _find_line(page, near.foot, near.foot, sites),
        lambda: _find_marked(page, near.foot, near.marked(page, foot=True), sites),
        lambda: find_other(declared, page, near, lines.bylines, sites),
    )
    return first_byline(others)


def _is_author(name: str, lines: _Lines, sites: Sequence[str]) -> bool:
    """Whether a declared name is an author: a person, a team or an agency, or what the page shows as one."""
    if is_team(name) or is_agency(name) or is_first_name(name):
        return True
    if not name.isascii() and names_person(name):
        return True
    if not is_site(name, sites) and any(line.startswith(letters_of(name)) for line in lines.bylines):
        return True
    if letters_of(name) in lines.whole and (names_person(name) or not is_site(name, sites)):
        return True
    return is_surely_person(name) and (names_person(name) or not is_site(name, sites))


def _shares(stated: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether declared names are those of the line, as many or more of them; there a role may follow a name."""
    if len(stated) < len(shown):
        return False
    keys = tuple(map(letters_of, stated))
    return any(letters_of(name).startswith(keys) for name in shown)


def _find_line(page: PageBlocks, numbers: Sequence[int], top: Sequence[int], sites: Sequence[str]) -> Byline:
    """The names in a line that begins as a byline does, or that has one behind a date: "By Ada Quill and Bo Fenn".

    Below the `top` of the page, items of lists have authors of other works.
    """
    for number in numbers:
        block = page.blocks[number]
        if len(block.text) > LONGEST_LINE or block.element.bits & H1 or names_others(block.text):
            continue
        if number not in top and _is_in_list(block):
            continue
        text = without_others(block.text)
        kind, rest = start_of(text)
        if kind == "byline" and not rest and number + 1 in numbers:
            names = people_in(split_people(page.blocks[number + 1].text), sites)
        elif kind == "byline":
            written = people_in(byline_names(text), sites) if names_author(text) else people_in([rest], sites)
            names = _choose(page, number, written, _linked_names(page, number, text, sites))
        else:
            behind = _BEHIND.search(text) if any(map(str.isdigit, text)) else None
            names = people_in(split_people(text[behind.end() :]), sites) if behind else ()
        if names:
            return Byline(names, "byline", number)
    return NO_BYLINE


def _is_in_list(block: TextBlock) -> bool:
    return any(around.opening.tag == "li" for around in ancestors_of(block.element))


def _choose(page: PageBlocks, number: int, written: tuple[str, ...], linked: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a line as its words or its links have them: roles without a link follow names with one."""
    block = page.blocks[number]
    pieces = [piece.partition(">") for piece in page.pieces[block.first : block.last + 1] if piece.startswith("a ")]
    links = {" ".join(text.split()) for _, _, text in pieces}
    if linked and links.issuperset(linked) and len(written) >= len(linked) and links.isdisjoint({*written} - {*linked}):
        return linked
    return max(written, linked, key=len)


def _linked_names(page: PageBlocks, number: int, text: str, sites: Sequence[str]) -> tuple[str, ...]:
    """The names of a line's text that are links, where roles and places stand between them."""
    block = page.blocks[number]
    names = _names_in_pieces(page, block.first, block.last, sites) if block.linked else ()
    return tuple(name for name in names if name in text)


def _names_in_pieces(page: PageBlocks, first: int, last: int, sites: Sequence[str]) -> tuple[str, ...]:
    """The texts between tags that are persons' names as a whole."""
    texts = (" ".join(piece.partition(">")[2].split()) for piece in page.pieces[first : last + 1])
    found = (without_first_words(text).strip(" ,;&") for text in texts if 3 < len(text) < LONGEST_NAME)
    return tuple(dict.fromkeys(name for name in found if names_person(name) and people_in([name], sites)))


def _find_name_line(page: PageBlocks, numbers: Sequence[int], sites: Sequence[str]) -> Byline:
    """The name that stands alone on a line by the headline, or beside a date or a title of its person."""
    for number in numbers:
        block = page.blocks[number]
        text = block.text
        if len(text) > LONGEST_LINE or block.element.bits & H1 or names_others(text) or _is_in_list(block):
            continue
        for part in _parts_of(text):
            names = people_in(split_people(part), sites)
            if names and any(map(names_person, names)) and part.startswith(names[0]) and len(part) < 2 * LONGEST_NAME:
                return Byline(names, "name", number)
    return NO_BYLINE


def _find_marked(page: PageBlocks, numbers: Sequence[int], starts: Sequence[int], sites: Sequence[str]) -> Byline:
    """The names in an element whose classes or relations say that it names the author."""
    for start in starts:
        opening = read_opening(page.pieces[start].partition(">")[0])
        if opening.tag == "time" or opening.tag in _WHOLE or _BESIDE_NAME.search(opening.words):
            continue
        last = page.ends[start]
        inner = [n for n in numbers if start <= page.blocks[n].first and page.blocks[n].last <= last]
        number = inner[0] if inner else -1
        whole = text_of(page, start)
        line = next((b.text for b in (page.blocks[n] for n in numbers) if b.first <= start <= b.last), whole)
        if names_others(whole) or names_others(line) or whole not in without_others(line):
            continue
        names = tuple(n for n in _names_in_pieces(page, start, last - 1, sites) if n in without_others(whole))
        if names:
            return Byline(names, "marked", number)
        for text in [page.blocks[number].text for number in inner] or [whole]:
            bare = without_first_words(without_others(text))
            names = people_in(split_people(bare), sites) if len(text) < LONGEST_LINE and not names_others(text) else ()
            if names:
                return Byline(names, "marked", number)
    return NO_BYLINE


def _find_pseudonym(page: PageBlocks, starts: Sequence[int], sites: Sequence[str]) -> Byline:
    """The one word after "by" in an element that is marked as that of the author: "by marginalia"."""
    for start in starts:
        text = text_of(page, start)
        kind, rest = start_of(text) if len(text) < LONGEST_NAME else ("", "")
        if kind == "byline" and is_pseudonym(rest) and is_name(rest) and not is_site(rest, sites):
            return Byline((rest,), "pseudonym")
    return NO_BYLINE


def _find_first_name(page: PageBlocks, numbers: Sequence[int]) -> Byline:
    """The given name alone behind "by", in a line by the headline: "by Maddy · 3 March"."""
    for number in numbers:
        if len(page.blocks[number].text) > LONGEST_LINE:
            continue
        for part in _parts_of(page.blocks[number].text):
            kind, rest = start_of(part)
            if kind == "byline" and rest and is_first_name(rest):
                return Byline((rest,), "first name", number)
    return NO_BYLINE


class _Lines(NamedTuple):
    """Short lines near the headline by letters: each whole and without the word "by", and those that begin with it."""

    whole: frozenset[str]
    bylines: frozenset[str]


def _lines_near(page: PageBlocks, near: Near) -> _Lines:
    """The short lines near the headline, and the names that are marked there."""
    texts = [part for number in near.around for part in _parts_of(page.blocks[number].text)]
    texts += [text_of(page, start) for start in near.marked(page)]
    short = [text for text in texts if len(text) < LONGEST_LINE]
    starts = map(start_of, short)
    return _Lines(
        frozenset(letters_of(line) for text in short for line in (text, without_first_words(text))),
        frozenset(letters_of(rest) for kind, rest in starts if kind == "byline"),
    )


def _parts_of(text: str) -> list[str]:
    """The parts of a line between bars, points and dashes."""
    # Most paragraphs have none, which is seen in a tenth of the time.
    return _PARTS.split(text) if _BETWEEN_PARTS.search(text) else [text]
