"""Read one page: its fields, and the HTML of its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsgen.importers.html.page.blocks.find import PageBlocks
from newsgen.importers.html.page.body.choose import choose_body
from newsgen.importers.html.page.body.cut import cut_body
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.fields.authors import find_authors
from newsgen.importers.html.page.fields.corrections import find_corrections
from newsgen.importers.html.page.fields.dates import find_published, find_updated
from newsgen.importers.html.page.fields.dek import find_dek
from newsgen.importers.html.page.fields.headline import find_headline
from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.html.page.fields.near import find_near
from newsgen.importers.html.page.fields.section import find_section
from newsgen.importers.html.page.left_out import count_left_out, find_comments
from newsgen.importers.html.page.parse import ParsedPage, parse_page
from newsgen.importers.html.page.reading import Evidence, PageReading
from newsgen.importers.html.page.stated_text import NO_TEXT, StatedText, stated_text
from newsgen.importers.html.page.template import NO_TEMPLATE, Template, place_of
from newsgen.text.urls import split_url


def read_page(html: str, address: str = "", template: Template | None = None) -> PageReading:
    """What a page at an address says and shows of its article; `template` is what its site's pages share."""
    return read_parsed(parse_page(html), address, template)


def read_parsed(parsed: ParsedPage, address: str = "", template: Template | None = None) -> PageReading:
    """What a parsed page says and shows of its article. It is read once: its blocks are marked on the way."""
    declared, page, comments, _ = parsed
    sites = _sites_of(declared, address)
    kept = choose_body(page, template or NO_TEMPLATE)
    stated = _find_stated(parsed, kept)
    if stated.html:
        kept = set()
    declared = _with_stated(declared, stated)
    first = min(kept, default=-1)
    headline = find_headline(page.blocks, declared, first, sites)
    title = letters_of(headline.text)
    kept = {number for number in kept - set(headline.blocks) if letters_of(page.blocks[number].text) != title}
    near = find_near(page, headline.blocks, kept)
    dek = find_dek(page.blocks, near.around, kept, declared, headline.text)
    corrections = find_corrections(page.blocks, kept)
    kept -= {dek.block, *corrections}
    byline = find_authors(declared, page, near, sites)
    published = find_published(declared, page, near)
    kept -= _said_by_fields(page, {byline.block: byline.names, published.block: ()}, kept)
    section = find_section(declared, page, near.above, address, sites)
    found = (
        ("headline", headline.text, headline.rule, min(headline.blocks, default=-1)),
        ("dek", dek.text, dek.rule, dek.block),
        ("byline", "; ".join(byline.names), byline.rule, byline.block),
        ("published", str(published.date or ""), published.rule, published.block),
        ("section", section.name, section.rule, section.block),
        ("body", "", "model", min(kept, default=-1)),
        ("body", "data for scripts" if stated.html else "", "stated", -1),
    )
    used = kept | set(corrections) | {number for _, _, _, number in found} | set(headline.blocks)
    return PageReading(
        declared,
        headline.text,
        dek.text,
        byline.names,
        section.name,
        published.date,
        find_updated(declared, page, near, published.date),
        declared.tags,
        tuple(page.blocks[number].text for number in corrections),
        comments or find_comments(page.blocks, used),
        stated.html or cut_body(page, kept, min(headline.blocks, default=first)),
        count_left_out(page.blocks, used),
        tuple(_explain(page, found)),
    )


# Text that is shown is a teaser of the one that is stated, if it is so much shorter.
_TEASER, _TIMES = 600, 4


def _find_stated(parsed: ParsedPage, kept: set[int]) -> StatedText:
    """The text that the page holds as data, where it shows none or hardly any of it."""
    shown = sum(len(parsed.blocks.blocks[number].text) for number in kept)
    if shown >= _TEASER or (shown and len(parsed.declared.body) < _TIMES * shown):
        return NO_TEXT
    return stated_text(parsed.declared.body, () if shown else parsed.data)


def _with_stated(declared: DeclaredPage, stated: StatedText) -> DeclaredPage:
    """What a page declares, and where it does not, what stands beside its text in its data; the text is kept once."""
    if not stated.html:
        return replace(declared, body="") if declared.body else declared
    return replace(
        declared,
        body="",
        headlines=declared.headlines or tuple(filter(None, (stated.headline,))),
        published=declared.published or tuple(filter(None, (stated.published,))),
        bylines=declared.bylines or tuple(filter(None, (stated.authors,))),
    )


# What stands beside the names in a line of authors, and the longest line that says nothing more than a field.
_BESIDE_NAMES = frozenset("by and von und par et por y di e de da door en av og och text story".split())
_LONGEST_LINE, _MOST_WORDS = 60, 3
_WORD = re.compile(r"[^\W\d_]+")


def _said_by_fields(page: PageBlocks, fields: Mapping[int, Sequence[str]], kept: set[int]) -> set[int]:
    """The blocks of a body that only say a byline or a date: those at whose place a field was found."""
    said = set()
    for number, names in fields.items():
        text = page.blocks[number].text if number in kept else ""
        if not text or len(text) > _LONGEST_LINE:
            continue
        words = [word.casefold() for word in _WORD.findall(text)]
        known = {word.casefold() for name in names for word in _WORD.findall(name)} | _BESIDE_NAMES
        is_date = not names and any(map(str.isdigit, text)) and len(words) <= _MOST_WORDS
        if is_date or (names and set(words) <= known):
            said.add(number)
    return said


def _sites_of(declared: DeclaredPage, address: str) -> tuple[str, ...]:
    """The names of the site by letters: those that it declares, and its host's."""
    hosts = []
    for url in (address, declared.canonical):
        hosts.append((split_url(url).hostname or "").removeprefix("www."))
    names = [declared.site, *hosts, *(host.rpartition(".")[0] for host in hosts)]
    return tuple(dict.fromkeys(filter(None, map(letters_of, names))))


def _explain(page: PageBlocks, found: Iterable[tuple[str, str, str, int]]) -> Iterable[Evidence]:
    for field, value, rule, number in found:
        if value or (field == "body" and number >= 0):
            yield Evidence(field, value, rule, place_of(page.blocks[number].element) if number >= 0 else "")
