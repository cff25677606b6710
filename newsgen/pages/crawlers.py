"""Crawlers of companies that make language models, from crawlers.txt beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple


class Crawler(NamedTuple):
    """A crawler by its name in robots.txt; `purpose` is "training", "search" or "assistant".

    `source` is the page that says so, and `read` the date of the copy that was read.
    """

    name: str
    company: str
    purpose: str
    source: str
    read: str


@cache
def known_crawlers() -> tuple[Crawler, ...]:
    """All crawlers, in the order of the file."""
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("|") for line in lines if line and not line.startswith("#"))
    return tuple(Crawler(*map(str.strip, row)) for row in rows)
