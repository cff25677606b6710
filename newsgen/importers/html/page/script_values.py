"""The values that the scripts of a page hold as data: JSON, what they assign to `window`, and what Nuxt and Next write.

No script is run. The literals of JavaScript in it are read: objects, arrays, texts, numbers, and the names of the
parameters of a function around them that is called at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import unquote

from newsgen.importers.html.page.script_literals import read_literal

# Where a literal may begin that holds data.
_BEGIN = re.compile(
    r"(?:=|\breturn)\s*+(?=[{\[])|JSON\.parse\(\s*+(?P<coded>(?:decodeURIComponent|unescape)\(\s*+)?(?=[\"'`])"
)
# A script has no more places where data is looked for, and shorter literals hold no text.
_MOST_PLACES, _SHORTEST = 200, 400
_PARAMETERS = re.compile(r"function\s*\(([\w$,\s]{0,20000})\)\s*\{\s*return\s*\Z")
_CALL = re.compile(r"\s*;?\s*\}\s*\)?\s*(?=\()")
# The parts of Next.js: a number in hexadecimal digits, then JSON, or "T", a length in bytes and a text.
_NEXT_PART = re.compile(r"([0-9a-f]{1,6}):(?:T([0-9a-f]{1,6}),)?")
_NEXT_LINK = re.compile(r"\$([0-9a-f]{1,6})\Z")
# Nuxt and others wrap a value in the name of what it becomes.
_WRAPPED = frozenset("Reactive ShallowReactive Ref ShallowRef EmptyRef EmptyShallowRef Date Set Map".split())
_MOST_VALUES = 200_000


def values_in(sources: Sequence[str]) -> Iterator[object]:
    """The values in the texts of scripts, references in them resolved."""
    streamed: list[str] = []
    for source in sources:
        if "__next_f" in source:
            streamed += _next_texts(source)
            continue
        for value in _values_of(source):
            yield _link_nodes(value) if isinstance(value, dict) else value
    if streamed:
        yield _join_next("".join(streamed))


def _values_of(source: str) -> Iterator[object]:
    try:
        value = json.loads(source)
    except (ValueError, RecursionError):
        yield from _literals_in(source)
        return
    yield _link_numbers(value) if _is_numbered(value) else value


def _literals_in(source: str) -> Iterator[object]:
    at = 0
    for _ in range(_MOST_PLACES):
        begun = _BEGIN.search(source, at)
        if not begun:
            return
        read = read_literal(source, begun.end())
        at = max(begun.end(), read.end)
        if read.end - begun.end() < _SHORTEST:
            continue
        value = read.value
        if isinstance(value, str):
            yield from _values_of(unquote(value) if begun["coded"] else value)
        elif value is not None:
            yield _fill(value, _arguments(source, begun.end(), read.end))


def _arguments(source: str, begin: int, end: int) -> Mapping[str, object]:
    """The values of the parameters of the function that returns what stands between two places."""
    named = _PARAMETERS.search(source, max(0, begin - 20_100), begin)
    call = _CALL.match(source, end) if named else None
    given = read_literal(source, call.end()).value if call else None
    if not named or not isinstance(given, list):
        return {}
    return dict(zip((name.strip() for name in named[1].split(",")), given, strict=False))


def _fill(value: object, arguments: Mapping[str, object]) -> object:
    """A value with the arguments in the places of their names."""
    return _replace_all(value, lambda part: arguments.get(part[1:]) if _is_name(part) else part)


def _is_name(part: object) -> bool:
    return isinstance(part, str) and part[:1] == "\0"


def _replace_all(value: object, change: Callable[[Any], object]) -> object:
    """A value in whose lists and objects each part is replaced, each list and object once."""
    holder = [value]
    stack: list[Any] = [holder]
    seen: set[int] = set()
    while stack and len(seen) < _MOST_VALUES:
        part = stack.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        for key, inner in list(part.items() if isinstance(part, dict) else enumerate(part)):
            part[key] = inner = change(inner)
            if isinstance(inner, dict | list):
                stack.append(inner)
    return holder[0]


def _link_nodes(value: dict[str, Any]) -> object:
    """A value in which a reference to a node of its cache is that node, as Apollo writes it."""
    caches = [part for part in (value, *value.values()) if isinstance(part, dict)]

    def change(part: Any) -> object:
        if isinstance(part, dict) and len(part) <= 4:
            name = part.get("__ref") or (part.get("id") if part.get("type") == "id" else None)
            if isinstance(name, str):
                return next((cache[name] for cache in caches if name in cache), part)
        return part

    return _replace_all(value, change)


def _is_numbered(value: object) -> bool:
    """Whether a value is a list of parts that refer to each other by numbers, as Nuxt 3 and SvelteKit write it."""
    if not isinstance(value, list) or len(value) < 2 or not isinstance(value[0], dict | list):
        return False
    first = value[0].values() if isinstance(value[0], dict) else [part for part in value[0] if part not in _WRAPPED]
    return bool(first) and all(isinstance(part, int) for part in first)


def _link_numbers(parts: list[Any]) -> object:
    made: list[Any] = [{} if isinstance(part, dict) else [] if isinstance(part, list) else part for part in parts]

    def at(number: object) -> object:
        return made[number] if isinstance(number, int) and 0 <= number < len(made) else None

    for number in reversed(range(len(parts))):
        part = parts[number]
        if isinstance(part, dict):
            made[number].update({name: at(inner) for name, inner in part.items()})
        elif isinstance(part, list) and part and isinstance(part[0], str) and part[0] in _WRAPPED:
            made[number].extend(at(inner) if isinstance(inner, int) else inner for inner in part[1:2])
        elif isinstance(part, list):
            made[number].extend(map(at, part))
    return made[0]


def _next_texts(source: str) -> Iterator[str]:
    """The texts that a page of Next.js pushes to its script, in their order."""
    at = source.find("__next_f.push(")
    while at >= 0:
        read = read_literal(source, at + len("__next_f.push("))
        if isinstance(read.value, list) and len(read.value) > 1 and isinstance(read.value[1], str):
            yield read.value[1]
        at = source.find("__next_f.push(", max(read.end, at + 1))


def _join_next(text: str) -> object:
    """The parts of a stream of Next.js, by their names; references to parts are the parts."""
    content = text.encode("utf-8", "replace")
    parts: dict[str, Any] = {}
    at = 0
    while at < len(content):
        end = content.find(b"\n", at)
        end = len(content) if end < 0 else end
        begun = _NEXT_PART.match(content[at : min(end, at + 20)].decode("utf-8", "replace"))
        if begun and begun[2]:
            start = at + begun.end()
            at = start + int(begun[2], 16)
            parts[begun[1]] = content[start:at].decode("utf-8", "replace")
            continue
        if begun:
            with suppress(ValueError, RecursionError):
                parts[begun[1]] = json.loads(content[at + begun.end() : end])
        at = end + 1

    def change(part: Any) -> object:
        link = _NEXT_LINK.match(part) if isinstance(part, str) and len(part) < 9 else None
        return parts.get(link[1], part) if link else part

    return _replace_all(parts, change)
