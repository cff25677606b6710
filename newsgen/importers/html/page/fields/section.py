"""The section of a page: what it declares, or the link above the headline that leads to where the page stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import PageBlocks
from newsgen.importers.html.page.blocks.opening import attributes_of, bit_of
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.fields.letters import is_same_name, letters_of
from newsgen.sources.pasted.phrases import start_of
from newsgen.text.urls import split_url

_LONGEST = 40
_NO_SECTION = re.compile(
    r"^(?:home|homepage|start|startseite|accueil|inicio|all|index|main|uncategori[sz]ed|articles?|posts?)$",
    re.IGNORECASE,
)
# Systems join the sections of an article by commas without a blank.
_JOINED = re.compile(r"(?<=[^\W\d]),(?=[^\W\d])")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_MARKED = re.compile(r"section|categor|crumb|rubri[ck]|ressort|kicker|sezione|seccion|thema\b|topic", re.IGNORECASE)
_NAVIGATION = bit_of("nav", tags=True) | bit_of("related", "card")


class Section(NamedTuple):
    """A section, the rule that found it, and the number of the block that shows it, or -1."""

    name: str
    rule: str
    block: int = -1


def find_section(
    declared: DeclaredPage, page: PageBlocks, above: Sequence[int], address: str, sites: Sequence[str]
) -> Section:
    """The section; `above` are the blocks above the headline and a few below, `address` is that of the page."""
    names = (part for name in declared.sections for part in _JOINED.split(name))
    stated = [name for name in names if _is_section(name, sites)]
    shown = {letters_of(page.blocks[number].text): number for number in above}
    for name in stated:
        if letters_of(name) in shown:
            number = shown[letters_of(name)]
            return Section(page.blocks[number].text, "declared and shown", number)
    linked = _find_link(page, above, address or declared.canonical, sites)
    if linked.name:
        return linked
    return Section(stated[0], "declared") if stated else _find_marked(page, above, sites)


def _find_link(page: PageBlocks, above: Sequence[int], address: str, sites: Sequence[str]) -> Section:
    """The last link above the headline that leads to a folder in which the page stands."""
    path = split_url(address).path
    folders = {path[: at + 1].rstrip("/") for at, sign in enumerate(path) if sign == "/"} - {"", path.rstrip("/")}
    found = Section("", "")
    depth = 0
    for number in above:
        block = page.blocks[number]
        if not block.linked or len(block.text) > _LONGEST or not _is_section(block.text, sites):
            continue
        target = _target_of(page, number)
        if target in folders and len(target) > depth:
            found, depth = Section(block.text, "link to the page's folder", number), len(target)
    return found


def _find_marked(page: PageBlocks, above: Sequence[int], sites: Sequence[str]) -> Section:
    """The last short text above the headline whose classes call it a section, a category or a crumb."""
    for number in reversed(above):
        block = page.blocks[number]
        if (
            not block.element.bits & _NAVIGATION
            and _MARKED.search(block.element.opening.words)
            and _is_section(block.text, sites)
        ):
            return Section(block.text, "marked", number)
    return Section("", "")


def _target_of(page: PageBlocks, number: int) -> str:
    """The path to which the link of a block leads."""
    block = page.blocks[number]
    at = block.last
    while at >= 0 and not page.pieces[at].startswith("a ") and at > block.first - 2:
        at -= 1
    if at < 0 or not page.pieces[at].startswith("a "):
        return ""
    return split_url(attributes_of(page.pieces[at].partition(">")[0]).get("href", "")).path.rstrip("/")


def _is_section(name: str, sites: Sequence[str]) -> bool:
    key = letters_of(name)
    if not 1 < len(key) <= _LONGEST or _NO_SECTION.match(name) or _DATE.search(name) or start_of(name)[0] == "byline":
        return False
    return not any(is_same_name(key, site) for site in sites)
