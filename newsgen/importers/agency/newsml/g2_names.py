"""Subjects of NewsML-G2: sections, tags, people and places by the types and schemes of their codes."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.values import is_login, unique
from newsgen.importers.agency.xml.tree import SourceTree, is_in_language, plain, text_of

# The codes at the top of the IPTC's trees of subjects: "subj:04000000", "medtop:04000000".
_TOP = re.compile(r"(?:subj|medtop|subject|mediatopic)\w{0,40}:(?:\d{2})0{6}|(?:medtop|subject)/(?:\d{2})0{6}")
_SECTIONS = re.compile(r"category|categor|department|section|ressort|desk|dpacat", re.IGNORECASE)
_PLACES = frozenset(("geoarea", "city", "statprov", "country", "place", "location", "region"))
_ACCOUNT = "It is the name of an account."
_CODE = re.compile(r"[A-Z0-9]{1,5}")


class Subjects(NamedTuple):
    """What an item is about."""

    section: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def suffix_of(code: str) -> str:
    """The last part of a code, in lower case: "withheld" of "stat:withheld"."""
    return re.split(r"[:/#]", code)[-1].strip().lower()


def name_of(tree: SourceTree, element: Element, language: str) -> str:
    """The name of a concept, in the item's language where it has several; it counts as taken."""
    names = [name for name in element.findall("name") if text_of(name)]
    names.sort(key=lambda name: (not is_in_language(name, language), _rank_of(name)))
    if names:
        for name in ("role", "lang"):
            tree.take(names[0], name)
        return tree.take_text(names[0])
    return ""


def _rank_of(name: Element) -> bool:
    return suffix_of(name.get("role", "display")) not in ("display", "full", "main")


def read_subjects(tree: SourceTree, meta: Element, language: str) -> Subjects:
    """The subjects, keywords and places in an element `contentMeta`."""
    tags = tree.take_texts("keyword", meta)
    for keyword in tree.find_all("keyword", meta):
        for name in ("rank", "role"):
            tree.take(keyword, name)
    people: list[str] = []
    places: list[str] = []
    sections: list[tuple[int, str]] = []
    for located in tree.find_all("located", meta):
        places.append(name_of(tree, located, language) or plain(located.get("literal")))
    for subject in tree.find_all("subject", meta):
        kind, code = suffix_of(subject.get("type", "")), subject.get("qcode") or subject.get("uri") or ""
        name = name_of(tree, subject, language)
        if not name or suffix_of(subject.get("why", "")) == "ancestor" or len(name) == 1:
            tree.leave_in(subject)
            continue
        for part in ("type", "rank"):
            tree.take(subject, part)
        rank = _section_rank(kind, code, name)
        if kind == "person":
            people.append(name)
        elif kind in _PLACES:
            places.append(name)
        elif rank is not None:
            sections.append((rank, name))
        elif kind not in ("organisation", "poi", "event", "object", "subcat") and not _CODE.fullmatch(name):
            tags.append(name)
        else:
            tree.leave_in(subject)
    chosen = min(sections, key=lambda part: part[0], default=(0, ""))[1]
    tags += [name for _, name in sections if name != chosen]
    return Subjects(chosen, unique(tags), unique(people), unique(places))


def _section_rank(kind: str, code: str, name: str) -> int | None:
    """How surely a subject is the item's section, 0 the most; None for one that is none."""
    if _CODE.fullmatch(name):
        return None
    if _SECTIONS.search(kind) or _SECTIONS.search(code.partition(":")[0]):
        return 0
    return 1 if _TOP.fullmatch(code) or (code.endswith("000000") and _TOP.search(code)) else None


def read_creators(tree: SourceTree, meta: Element, language: str) -> tuple[str, ...]:
    """The names of the writers; names of accounts and of desks are none."""
    names = []
    for creator in tree.find_all("creator", meta):
        name = name_of(tree, creator, language)
        if is_login(name) or is_login(re.split("[:/#]", creator.get("qcode", ""))[-1]):
            tree.leave_out_all(creator, _ACCOUNT)
        if is_login(name):
            continue
        if " " in name:
            names.append(name)
    for contributor in tree.find_all("contributor", meta):
        if is_login(text_of(contributor)):
            tree.leave_out_all(contributor, _ACCOUNT)
    return unique(names)
