"""Links to an anchor that their page does not have, "#results" for example: they lead to its top instead."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping

from newsgen.archive.links import LinkTable
from newsgen.commands.check.anchors import has_anchor
from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

_REASON = "Readers who follow it land at the top of the page."
_FIX = "Take off what begins with #, or name the right place."


def find_missing_fragments(
    articles: Mapping[str, ArticleFacts], index: sqlite3.Connection, themed: re.Pattern[str]
) -> Iterator[Problem]:
    """Missing anchors of an article's own page, then those of other articles; `articles` are given by path."""
    for article in articles.values():
        for anchor, line in article.anchor_links:
            if not has_anchor(anchor, article.ids, themed):
                yield article.problem(line, f'the link "#{anchor}" leads to no place on its own page', _REASON, _FIX)
    for link in LinkTable(index).fragment_links():
        target = articles[link.target_path]
        if not has_anchor(link.fragment, target.ids, themed):
            message = f'the link "{link.address}" leads to {target.label}, which has no place "#{link.fragment}"'
            yield articles[link.path].problem(link.line, message, _REASON, _FIX)
