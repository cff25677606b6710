"""Authors that nothing surer names: beside a label or a biography, by a mark or a "by" alone, the paper, or a login."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from newsgen.importers.conversion.personal_data import public_name
from newsgen.importers.html.page.blocks.find import PageBlocks, text_of
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
from newsgen.sources.pasted.authors.given_names import names_person

# A line that says that the next one names the author.
_LABEL = re.compile(
    r"(?:(?:about|meet)\s+the\s+)?(?:article\s+|post\s+|story\s+)?(?:(?:written\s+|words\s+|posted\s+)?by|authors?|writer"
    r"|author\(s\)|contributors?|about\s+the\s+author|autor(?:in|es)?|auteure?s?|autore|författare|skribent|автор|作者|著者|الكاتب)\W*",
    re.IGNORECASE,
)
# The same with the names behind it.
_LABELLED = re.compile(
    r"(?:contributors?|authors?|writers?|autor(?:in|es)?|auteure?s?)\s*:\s*|"
    r"this\s+(?:post|article|story|guide|blog)\s+(?:was|is)\s+written\s+by\s+",
    re.IGNORECASE,
)
_LIFE = re.compile(r"(?:author|byline)[\w-]{0,20}(?:desc|bio|about|info|title|role)", re.IGNORECASE)
# The least that a biography has behind the name with which it begins.
_LEAST_LIFE = 50
# Classes and relations of an element that holds the name of an author and nothing else.
_NAME_ONLY = re.compile(
    r"(?:author|byline|writer)s?[-_]{0,2}(?:name|link|text)|"
    r"\s(?:rel|itemprop)=\"author\"|[\s\"](?:post-|entry-|article-)?(?:author|byline)\"|/author/",
    re.IGNORECASE,
)
# What stands behind a name in a line: a date, a section, the time that reading takes.
_BEHIND = re.compile(
    r"\s*(?:[|·•,]|(?:Last )?[Uu]pdate|\s[–—-]+\s|-\s|\b(?:on|in|at|for|published|posted)\b|\b[A-Z][a-z]{2,8} \d"
    r"|\d{1,4}[./ -]).*",
    re.DOTALL,
)
_BY = re.compile(
    r"(?:(?:written|posted|submitted|published|words|text|story)\s+)?(?:by|von|par|por)[\s:]+(?=\S)", re.IGNORECASE
)
_MOST_WORDS, _MOST_AUTHORS = 4, 12
# A line with the name of a team and no other words.
_TEAM_ALONE = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]{1,30}\s){1,3}\w{4,14}")
_MARKED_NAME = re.compile(r"author[-_]{0,2}name", re.IGNORECASE)


def find_other(
    declared: DeclaredPage, page: PageBlocks, near: Near, bylines: Collection[str], sites: Sequence[str]
) -> Byline:
    """The authors by the first of the rules that finds any; `bylines` are lines that name authors, by letters."""
    finds: tuple[Callable[[], Byline], ...] = (
        lambda: _find_declared_line(declared, bylines),
        lambda: _find_labelled(page, near.wide, sites),
        lambda: _find_biography(page, near.wide, sites),
        lambda: _find_name_only(page, near.marked(page), sites),
        lambda: _find_name_after_by(page, near.top),
        lambda: _find_house(declared, sites),
        lambda: _find_shown_house(page, near.top, sites),
        lambda: _find_login(declared),
    )
    return first_byline(finds)


def _find_labelled(page: PageBlocks, numbers: Sequence[int], sites: Sequence[str]) -> Byline:
    """The names in the line after a label: "Author", "Ada Quill"."""
    for number in numbers:
        text = page.blocks[number].text
        begun = _LABELLED.match(text) if len(text) < LONGEST_LINE else None
        if begun and (named := people_in(split_people(text[begun.end() :]), sites)):
            return Byline(named, "label", number)
        if number + 1 < len(page.blocks) and _LABEL.fullmatch(text):
            names = tuple(_names_from(page, number + 1, sites))
            if names:
                return Byline(names, "label", number + 1)
    return NO_BYLINE


def _names_from(page: PageBlocks, number: int, sites: Sequence[str]) -> Iterator[str]:
    """The names in a line, and in the items after it if it is one of a list."""
    tag = page.blocks[number].element.opening.tag
    for block in page.blocks[number : number + (_MOST_AUTHORS if tag == "li" else 1)]:
        text = _BEHIND.sub("", block.text) if len(block.text) < LONGEST_LINE else ""
        names = people_in(split_people(text), sites)
        if block.element.opening.tag != tag or not (
            names or is_first_name(text) or _MARKED_NAME.search(block.element.opening.words)
        ):
            return
        yield from names or (text,)


def _find_biography(page: PageBlocks, numbers: Sequence[int], sites: Sequence[str]) -> Byline:
    """The name on a line of its own before a text that begins with it: "Ada Quill", "Ada writes about the sea …"."""
    for number in numbers:
        block = page.blocks[number]
        if number + 1 >= len(page.blocks) or len(block.text) > LONGEST_NAME or block.element.bits & H1:
            continue
        text = without_first_words(block.text)
        named = people_in([text], sites)
        names = named if any(map(names_person, named)) else (text,) if is_first_name(text) else ()
        after = page.blocks[number + 1]
        if named and _LIFE.search(after.element.opening.words):
            return Byline(named, "biography", number)
        starts = tuple(f"{start}{sign}" for name in names for start in (name, name.split()[0]) for sign in " ,")
        if names and len(after.text) > _LEAST_LIFE and after.text.startswith(starts):
            return Byline(names, "biography", number)
    return NO_BYLINE


def _find_name_only(page: PageBlocks, starts: Sequence[int], sites: Sequence[str]) -> Byline:
    """The text of an element that is marked to hold the author's name: a pseudonym, or a firm."""
    for start in starts:
        opening = read_opening(page.pieces[start].partition(">")[0])
        if not _NAME_ONLY.search(opening.text):
            continue
        text = text_of(page, start)
        whole = without_first_words(without_others(text))
        name = whole if is_site(whole, sites) else _BEHIND.sub("", whole)
        if len(text) < LONGEST_LINE and not names_others(text) and _is_short(name):
            return Byline((name,), "marked alone")
    return NO_BYLINE


def _find_name_after_by(page: PageBlocks, numbers: Sequence[int]) -> Byline:
    """The name after "by" in a line by the headline, which need not be a person's: "by marginalia on 3 March"."""
    for number in numbers:
        text = page.blocks[number].text
        begun = _BY.match(text) if len(text) < LONGEST_LINE else None
        name = _BEHIND.sub("", text[begun.end() :]) if begun else ""
        if _is_short(name) and (name[0].isupper() or is_pseudonym(name)):
            return Byline((name,), "by", number)
    return NO_BYLINE


def _is_short(name: str) -> bool:
    return is_name(name) and len(name.split()) <= _MOST_WORDS and any(map(str.isalpha, name))


def _find_house(declared: DeclaredPage, sites: Sequence[str]) -> Byline:
    """The paper itself, where the page declares it as the author."""
    houses = (name for name in _declared_names(declared) if is_site(name, sites))
    return next((Byline((name,), "declared") for name in houses), NO_BYLINE)


def _declared_names(declared: DeclaredPage) -> Iterator[str]:
    return (name for named in declared.bylines for name in named if is_name(name))


def _find_declared_line(declared: DeclaredPage, bylines: Collection[str]) -> Byline:
    """What the page declares, where a byline begins with it: a house."""
    for name in _declared_names(declared):
        if any(line.startswith(letters_of(name)) for line in bylines):
            return Byline((name,), "declared and shown")
    return NO_BYLINE


def _find_shown_house(page: PageBlocks, numbers: Sequence[int], sites: Sequence[str]) -> Byline:
    """The paper itself, where a line by the headline names it beside a date: "Courant | 3 March 2021"."""
    for number in numbers:
        block = page.blocks[number]
        if len(block.text) > LONGEST_LINE or block.element.bits & H1:
            continue
        if is_team(block.text) and _TEAM_ALONE.fullmatch(block.text):
            return Byline((block.text,), "house", number)
        for name in _parts(block.text):
            if is_name(name) and is_site(name, sites) and any(map(str.isdigit, block.text)):
                return Byline((name,), "house", number)
    return NO_BYLINE


def _parts(text: str) -> Iterator[str]:
    """What stands between the signs of a line, without "by" before it."""
    return (without_first_words(part).strip() for part in re.split(r"\s*[|·•]\s*|\s?[–—-]\s", text))


def _find_login(declared: DeclaredPage) -> Byline:
    """What the page declares and does not show: a login, or the name of a house."""
    names = [name for named in declared.bylines for name in (named if len(named) == 1 else read_names(named))]
    return next((Byline((name,), "declared alone") for name in map(public_name, names) if is_name(name)), NO_BYLINE)
