"""Links to a place that their page does not have, "#results" for example: they lead to its top instead."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping

from newsgen.archive.database import decode_path
from newsgen.commands.check.anchors import is_there
from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

_REASON = "Readers who follow it land at the top of the page."
_FIX = "Take off what begins with #, or name the right place."


def find_lost_places(
    facts: Mapping[str, ArticleFacts], index: sqlite3.Connection, themed: re.Pattern[str]
) -> Iterator[Problem]:
    """Places of an article's own page, then those of other articles; `facts` are by path."""
    for fact in facts.values():
        for place, line in fact.places:
            if not is_there(place, fact.ids, themed):
                yield fact.problem(line, f'the link "#{place}" leads to no place on its own page', _REASON, _FIX)
    rows = index.execute(
        "SELECT a.path, l.address, l.line, o.path FROM links l JOIN articles a ON a.id = l.article_id"
        " JOIN articles o ON o.href = substr(l.target, 1, instr(l.target, '#') - 1)"
        " WHERE l.media = '' AND l.lack = '' AND instr(l.target, '#') ORDER BY a.path, l.line, l.address"
    )
    for path, address, line, other in rows:
        fact, meant, place = facts[decode_path(path)], facts[decode_path(other)], decode_path(address).partition("#")[2]
        if not is_there(place, meant.ids, themed):
            message = f'the link "{decode_path(address)}" leads to {meant.shown}, which has no place "#{place}"'
            yield fact.problem(line, message, _REASON, _FIX)
