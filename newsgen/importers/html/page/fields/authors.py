"""The authors of a page: whom a line near the headline names, whom its markup marks as one, or whom it declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import PageBlocks, text_of
from newsgen.importers.html.page.blocks.opening import H1
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.fields.letters import is_same_name, letters_of
from newsgen.importers.html.page.fields.near import Near
from newsgen.importers.keys.personal_data import public_name
from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.authors.name_list import byline_names, names_author, split_names
from newsgen.sources.pasted.authors.person import in_small, is_person, names_institution
from newsgen.sources.pasted.phrases import start_of

# Addresses, times, words of buttons, and logins that many systems give their first user.
_NO_NAME = re.compile(
    r"[@\d]|https?:|www\.|\.(?:com|org|net)\b|\b(?:minutes?|mins?|hours?|ago|facebook|twitter|linkedin|youtube|instagram"
    r"|share|copyright|updated|published|posts?|says|read|comments?|menu|archive)\b|^\W*$"
    r"|^(?:(?:site|web|wp)?\s?admin(?:istrator)?|root|editors?|staff|user|guest|author|unknown|anonymous|name|webmaster"
    r"|home|about|team|contributors?|editorial|publisher|written|default|null|none|undefined)$",
    re.IGNORECASE,
)
_FIRST_WORDS = re.compile(
    r"^\W*(?:(?:written|posted|article|words|story|text|reviewed)\s+)?(?:by|author|autor|auteur|von|par|por)\b[\s:]*",
    re.IGNORECASE,
)
_LONGEST_NAME, _LONGEST_LINE = 60, 200
# A name that stands behind a date: "3 March 2021 by Ada Quill", "Posted on 3 March by Ada Quill, editor".
_BEHIND = re.compile(r"(?:^|[\s|·•,–—-])(?:by|von|par|por)\s+(?=\S+\s)", re.IGNORECASE)
# Those who write under the name of their paper or firm.
_TEAM = re.compile(
    r"^team\s+\S+|\S\s+(?:team|staff|desk|editors|newsroom|contributors?|redaktion|redactie|redazione|redacción"
    r"|rédaction|redakcja)$",
    re.IGNORECASE,
)
# Degrees and memberships behind a name, without a comma: "Ada Quill CPP".
_LETTERS_BEHIND = re.compile(r"(?<=[a-zà-ÿ.])(?:,?\s+[A-Z]{2,5}\b)+$")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+")
_PARTS = re.compile(r"\s*[|·•]\s*|\s[–—]\s")


class Byline(NamedTuple):
    """The names of authors, the rule by which they are, and the number of the block that shows them, or -1."""

    names: tuple[str, ...]
    rule: str
    block: int = -1


NO_BYLINE = Byline((), "")


def find_authors(declared: DeclaredPage, page: PageBlocks, near: Near, sites: Sequence[str]) -> Byline:
    """The names of the authors; nobody where the page names none for sure. `sites` are names of the site by letters."""
    shown = _find_line(page, near.around, sites)
    lines = _lines_near(page, near)
    for names in declared.bylines:
        people = tuple(
            name
            for name in _read(names)
            if _TEAM.search(name)
            or (letters_of(name) in lines and (names_person(name) or not _is_site(name, sites)))
            or (_is_surely_person(name) and not _is_site(name, sites))
        )
        if not people:
            continue
        if not shown.names or _shares(people, shown.names):
            return Byline(people, "declared", shown.block)
        break
    others: tuple[Callable[[], Byline], ...] = (
        lambda: _find_marked(page, near.around, near.marked(page), sites),
        lambda: _find_name_line(page, near.top, sites),
        lambda: _find_line(page, near.foot, sites),
        lambda: _find_marked(page, near.foot, near.marked(page, foot=True), sites),
    )
    return shown if shown.names else next((found for find in others if (found := find()).names), NO_BYLINE)


def _shares(stated: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether declared names are those of the line, as many or more of them."""
    return len(stated) >= len(shown) and not {letters_of(name) for name in stated}.isdisjoint(map(letters_of, shown))


def _find_line(page: PageBlocks, numbers: Sequence[int], sites: Sequence[str]) -> Byline:
    """The names in a line that begins as a byline does, or that has one behind a date: "By Ada Quill and Bo Fenn"."""
    for number in numbers:
        text = page.blocks[number].text
        if len(text) > _LONGEST_LINE:
            continue
        kind, rest = start_of(text)
        if kind == "byline" and not rest and number + 1 in numbers:
            names = _people(split_people(page.blocks[number + 1].text), sites)
        elif kind == "byline":
            written = _people(byline_names(text), sites) if names_author(text) else _people([rest], sites)
            names = max(written, _linked_names(page, number, sites), key=len)
        else:
            behind = _BEHIND.search(text) if any(map(str.isdigit, text)) else None
            names = _people(split_people(text[behind.end() :]), sites) if behind else ()
        if names:
            return Byline(names, "byline", number)
    return NO_BYLINE


def _linked_names(page: PageBlocks, number: int, sites: Sequence[str]) -> tuple[str, ...]:
    """The names in the links of a line, where roles and places stand between them."""
    block = page.blocks[number]
    return _names_in_pieces(page, block.first, block.last, sites) if block.linked else ()


def _names_in_pieces(page: PageBlocks, first: int, last: int, sites: Sequence[str]) -> tuple[str, ...]:
    """The texts between tags that are persons' names as a whole."""
    texts = (" ".join(piece.partition(">")[2].split()) for piece in page.pieces[first : last + 1])
    found = (_FIRST_WORDS.sub("", text).strip(" ,;&") for text in texts if 3 < len(text) < _LONGEST_NAME)
    return tuple(dict.fromkeys(name for name in found if names_person(name) and _people([name], sites)))


def _find_name_line(page: PageBlocks, numbers: Sequence[int], sites: Sequence[str]) -> Byline:
    """The name that stands alone on a line by the headline, or beside a date or a title of its person."""
    for number in numbers:
        text = page.blocks[number].text
        if len(text) > _LONGEST_LINE or page.blocks[number].element.bits & H1:
            continue
        for part in _PARTS.split(text):
            names = _people(split_people(part), sites)
            if names and names_person(names[0]) and part.startswith(names[0]) and len(part) < 2 * _LONGEST_NAME:
                return Byline(names, "name", number)
    return NO_BYLINE


def _find_marked(page: PageBlocks, numbers: Sequence[int], starts: Sequence[int], sites: Sequence[str]) -> Byline:
    """The names in an element whose classes or relations say that it names the author."""
    for start in starts:
        if page.pieces[start].startswith("time"):
            continue
        last = page.ends[start]
        inner = [n for n in numbers if start <= page.blocks[n].first and page.blocks[n].last <= last]
        number = inner[0] if inner else -1
        names = _names_in_pieces(page, start, last - 1, sites)
        if names:
            return Byline(names, "marked", number)
        for text in [page.blocks[number].text for number in inner] or [text_of(page, start)]:
            names = _people(split_people(_FIRST_WORDS.sub("", text)), sites) if len(text) < _LONGEST_LINE else ()
            if names:
                return Byline(names, "marked", number)
    return NO_BYLINE


def _lines_near(page: PageBlocks, near: Near) -> frozenset[str]:
    """The short lines near the headline and the names that are marked there, by letters, without the word "by"."""
    texts = [page.blocks[number].text for number in near.around]
    texts += [text_of(page, start) for start in near.marked(page)]
    short = [text for text in texts if len(text) < _LONGEST_LINE]
    return frozenset(letters_of(line) for text in short for line in (text, _FIRST_WORDS.sub("", text)))


def _read(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that a page declares: each text is a name or a byline."""
    names: list[str] = []
    for text in texts:
        name = _LETTERS_BEHIND.sub("", public_name(_FIRST_WORDS.sub("", text)))
        parts = [name] if is_person(name) else split_people(name) if len(name) < _LONGEST_LINE else ()
        names += [part for part in (part.strip(" ,;|") for part in parts) if _is_name(part)]
    return tuple(dict.fromkeys(names))


def split_people(text: str) -> tuple[str, ...]:
    """The names in a text: each part between commas if all are persons, else those with which a byline begins."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    return tuple(parts) if len(parts) > 1 and all(map(_is_surely_person, parts)) else split_names(text)


def _people(names: Iterable[str], sites: Sequence[str]) -> tuple[str, ...]:
    """The names as long as they are those of persons. A site that has a person's name is that person's."""
    people: list[str] = []
    for name in names:
        if not _is_name(name) or not (_is_surely_person(name) or _TEAM.search(name)):
            break
        if _is_site(name, sites) and not names_person(name) and not _TEAM.search(name):
            break
        people.append(name)
    return tuple(dict.fromkeys(people))


def _is_name(name: str) -> bool:
    """Whether a text may name an author: it is no address, and no word of buttons and times."""
    return bool(name) and len(name) <= _LONGEST_NAME and not _NO_NAME.search(name) and len(letters_of(name)) > 1


def _is_site(name: str, sites: Sequence[str]) -> bool:
    key = letters_of(name)
    return any(is_same_name(key, site) for site in sites)


def _is_surely_person(name: str) -> bool:
    return is_person(in_small(name)) and not names_institution(name)
