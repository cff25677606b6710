"""The addresses of a Ghost site: the routes of its posts, and its redirects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.archives.members import Member
from newsgen.importers.imported import ImportedRedirect
from newsgen.record.dates import PartialDate
from newsgen.record.import_entry import Entry
from newsgen.text.yaml.reader import load_mapping

_TOKEN = re.compile(r"\{(?P<name>\w+)\}|:(?P<old>slug|year|month|day|id|primary_tag|primary_author|author)\b")
_FILTER = re.compile(r"(?:primary_)?tags?:(?P<tag>[\w-]+)")
# No path is longer.
_LONGEST = 2_000
# What a pattern may have and still mean one path.
_EDGES = re.compile(r"^\^|\\?/\?\$?$|\$$|\(/\)\?\$?$")
_SIGNS = re.compile(r"(?<!\\)[.*+?()\[\]{}|^$]")


class Route(NamedTuple):
    """A pattern of addresses and the tag that posts must have for it ("" for all)."""

    pattern: str
    tag: str = ""


class Facts(NamedTuple):
    """What an address may be made of."""

    slug: str
    id: str
    date: PartialDate | None
    tags: Sequence[Mapping[str, Any]]
    authors: Sequence[Mapping[str, Any]]


DEFAULT: tuple[Route, ...] = (Route("/{slug}/"),)


def read_routes(member: Member) -> tuple[tuple[Route, ...], list[Problem]]:
    """The routes of posts in `routes.yaml`, and what is wrong with it."""
    try:
        settings = load_mapping(member.text(), member.label).values
    except NewsgenError as failed:
        return DEFAULT, list(failed.problems)
    collections = settings.get("collections")
    routes = []
    for facts in collections.values() if isinstance(collections, dict) else ():
        if isinstance(facts, dict) and isinstance(facts.get("permalink"), str):
            wanted = facts.get("filter")
            match = _FILTER.fullmatch(wanted.strip()) if isinstance(wanted, str) else None
            if match or not wanted:
                routes.append(Route(facts["permalink"], match["tag"] if match else ""))
    return tuple(routes) or DEFAULT, []


def address_of(facts: Facts, routes: Sequence[Route]) -> str:
    """The path of a post by the first route that has it; "" for none."""
    slugs = [str(tag.get("slug")) for tag in facts.tags]
    route = next((route for route in routes if not route.tag or route.tag in slugs), None)
    if not route or not facts.slug:
        return ""
    date = facts.date if facts.date and facts.date.day else None
    author = str(facts.authors[0].get("slug") or "") if facts.authors else ""
    values = {
        "slug": facts.slug,
        "id": facts.id,
        "year": f"{date.year:04}" if date else "",
        "month": f"{date.month:02}" if date else "",
        "day": f"{date.day:02}" if date else "",
        "primary_tag": slugs[0] if slugs else "all",
        "primary_author": author,
        "author": author,
    }
    names = [match["name"] or match["old"] for match in _TOKEN.finditer(route.pattern)]
    if not all(values.get(name) for name in names):
        return ""
    path = _TOKEN.sub(lambda match: values[match["name"] or match["old"]], route.pattern)
    return f"/{path.strip('/')}/"


def read_redirects(member: Member) -> Iterator[ImportedRedirect | Entry | Problem]:
    """The redirects in `redirects.json` or `redirects.yaml`. Of patterns, those that mean one path are taken."""
    try:
        pairs = list(_pairs(member))
    except NewsgenError as failed:
        yield from failed.problems
        return
    except (ValueError, RecursionError) as error:
        reason = "Old addresses would answer nothing."
        yield Problem(member.label, 0, f"cannot read JSON: {error}", reason, "Export it again.")
        return
    for old, target in pairs:
        path = _path_of(old)
        if path and "$" not in target:
            yield ImportedRedirect(path, target)
            yield Entry("redirect", "", "taken")
        else:
            yield Entry("redirect", "", "left out", "a pattern that means more than one path", old)


def _pairs(member: Member) -> Iterator[tuple[str, str]]:
    if member.path.lower().endswith(".json"):
        for part in json.loads(member.text()):
            if isinstance(part, dict) and part.get("from") and part.get("to"):
                yield str(part["from"]), str(part["to"])
        return
    for rules in load_mapping(member.text(), member.label).values.values():
        for old, target in rules.items() if isinstance(rules, dict) else ():
            yield str(old), str(target)


def _path_of(pattern: str) -> str:
    """The one path that a pattern means, or ""."""
    bare = pattern.strip()
    if len(bare) > _LONGEST:
        return ""
    while True:
        shorter = _EDGES.sub("", bare)
        if shorter == bare:
            break
        bare = shorter
    # A dot mostly stands for itself.
    if _SIGNS.search(bare.replace(".", "")):
        return ""
    bare = bare.replace("\\/", "/").replace("\\.", ".").replace("\\-", "-")
    return "" if "\\" in bare or not bare.strip("/") else f"/{bare.lstrip('/')}"
