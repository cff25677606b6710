"""Decode the root of the index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from newsgen.search.format.files import VERSION


class Year(NamedTuple):
    """A year and the numbers of its articles, from `start` to before `end`. Undated articles have the year 0."""

    year: int
    start: int
    end: int


class Root(NamedTuple):
    """The root of the index: how many articles, their years, languages and sections, the first stems of shards, and
    whether there are texts for passages.
    """

    articles: int
    years: tuple[Year, ...]
    languages: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    shards: tuple[str, ...]
    passages: bool = False


def read_root(content: bytes) -> Root:
    """The content of `root.js`. Raises ValueError, KeyError or TypeError for another file or version."""
    script = content.decode("utf-8").strip()
    before, after = 'newsgen.put("root",', ");"
    if not script.startswith(before) or not script.endswith(after):
        raise ValueError("the file is not root")
    data = json.loads(script[len(before) : -len(after)])
    if data["version"] != VERSION:
        raise ValueError("the index has another form")
    ends = list(accumulate(capacity for _, capacity, _ in data["years"]))
    return Root(
        data["articles"],
        tuple(Year(year, end - capacity, end) for (year, capacity, _), end in zip(data["years"], ends, strict=True)),
        tuple(data["languages"]),
        tuple((key, name) for key, name in data["sections"]),
        tuple(_read_starts(data["shards"])),
        data["passages"],
    )


def _read_starts(lines: str) -> Iterator[str]:
    """The first stems of shards: each line has the number of letters shared with the one before, then the rest."""
    first = ""
    for line in lines.split("\n"):
        first = first[: int(line[0], 36)] + line[1:]
        yield first
