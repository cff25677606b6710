"""Subjects, people and places of ninjs: lists of records with names and codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newsgen.importers.agency.item.news_item import NewsItem
from newsgen.importers.agency.item.values import is_login, unique
from newsgen.importers.agency.xml.tree import plain

_TOP = re.compile(r"(?:.*[:/])?\d{2}0{6}")
# What says that a subject was not given to the item itself, but follows from another.
_INDIRECT = frozenset(("ancestor", "category", "suppcategory"))


def names_of(value: object) -> list[str]:
    """The names in a list of records or of texts; names of accounts are none."""
    names = []
    for part in value if isinstance(value, list) else [value]:
        name = part.get("name") or part.get("literal") if isinstance(part, Mapping) else part
        if isinstance(name, str) and plain(name) and not is_login(plain(name)) and not _is_indirect(part):
            names.append(plain(name))
    return names


def _is_indirect(part: object) -> bool:
    rels = part.get("rels") if isinstance(part, Mapping) else None
    return isinstance(rels, list) and bool(_INDIRECT & {str(rel) for rel in rels})


def read_subjects(get: Callable[..., Any], item: NewsItem) -> None:
    """Add section, tags, people and places to an item; `get` gives the value of a field."""
    tags = [word for part in names_of(get("keywords", "keyword")) for word in part.split(";")]
    item.people = unique(names_of(get("people", "person")))
    item.places = unique(names_of(get("places", "place")))
    subjects = get("subjects", "subject")
    records = [part for part in subjects if isinstance(part, Mapping)] if isinstance(subjects, list) else []
    tops = [name for part in records if _is_top(part) for name in names_of(part)]
    section = get("section")
    item.section = next(iter([*names_of(section), *tops]), "")
    for name in names_of(subjects if isinstance(subjects, list) else []):
        if name != item.section and len(name) > 1:
            tags.append(name)
    item.tags = unique(tags)
    services = get("service")
    if not item.section:
        item.section = _desk(services if isinstance(services, list) else ())
    for names in (("subjects", "subject"), ("people", "person"), ("places", "place")):
        said = get(*names)
        if isinstance(said, list) and any(isinstance(part, Mapping) and set(part) - {"name"} for part in said):
            item.extra[names[0]] = said
    if services:
        item.extra["service"] = services


def _is_top(subject: Mapping[str, Any]) -> bool:
    code = str(subject.get("code") or subject.get("literal") or subject.get("uri") or "")
    return bool(_TOP.fullmatch(code)) or subject.get("topparent") is True


def _desk(services: Iterable[object]) -> str:
    """The name of a service whose code is one letter: Superdesk's categories, after those of ANPA 1312."""
    for service in services:
        if isinstance(service, Mapping) and len(str(service.get("code", ""))) == 1:
            return plain(str(service.get("name", "")))
    return ""
