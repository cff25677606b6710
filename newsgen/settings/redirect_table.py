"""`redirects.tsv` beside site.yaml: redirects by the thousand, one a line: an old path, a tab and its target.

It says what `redirects:` in site.yaml says, in a form that programs write; where both name a path, site.yaml counts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from newsgen.errors import NewsgenError, Problem
from newsgen.record.names import SURROGATES, split_path
from newsgen.settings import REDIRECTS_FILE
from newsgen.settings.types import Redirects, fault_of
from newsgen.text.encoding import read_text

# What ends a line or a field of the table, what no target has, and what would be read as something else.
_UNWRITABLE = re.compile(r"[\x00-\x20\x7f]")
_UNTARGETABLE = re.compile(r"[\s\\]")
_CODED = re.compile(r"[%\s\\]")
_REDIRECTS: TypeAdapter[Mapping[str, str]] = TypeAdapter(Redirects)


class RedirectTable(NamedTuple):
    """The targets of the redirects by their old paths, and the lines of these."""

    redirects: dict[str, str]
    lines: dict[str, int]


def read_redirects(root: Path) -> RedirectTable:
    """The redirects of the table; blank lines and those that begin with "#" say nothing.

    Raises NewsgenError with every line that is no redirect.
    """
    file = root / REDIRECTS_FILE
    if not os.path.lexists(file):
        return RedirectTable({}, {})
    redirects: dict[str, str] = {}
    numbers: list[int] = []
    problems = []
    for number, line in enumerate(read_text(file, REDIRECTS_FILE).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        old, tab, target = line.partition("\t")
        if not (tab and old.strip() and target.strip()):
            problems.append(_problem(number, "is no redirect", "An old address would answer nothing."))
        elif old.strip() in redirects:
            problems.append(_problem(number, f"names {old.strip()} a second time", "Only one of them can count."))
        redirects[old.strip()] = target.strip()
        numbers.append(number)
    if problems:
        raise NewsgenError(problems)
    try:
        decoded = dict(_REDIRECTS.validate_python(redirects))
    except ValidationError as failed:
        fault = fault_of(failed.errors()[0])
        raise NewsgenError([_problem(0, f"cannot be used: {fault}", "An old address would answer nothing.")]) from None
    return RedirectTable(decoded, dict(zip(decoded, numbers, strict=True)))


def parse_redirect(old: str, target: str) -> tuple[str, str] | None:
    """The old path and the target of a redirect, decoded as the table's are; None for what the table cannot hold."""
    path, query = split_path(old)
    if _UNWRITABLE.search(query) or SURROGATES.search(old + target):
        return None
    try:
        # Only these signs make the difference between a path as it is and one with codes for its letters.
        ((old, target),) = _REDIRECTS.validate_python({path + query: _escape(target, _UNTARGETABLE)}).items()
    except ValidationError:
        return None
    return old, target


def format_redirect(old: str, target: str) -> str:
    """The line of a redirect in the table, by its decoded old path and target."""
    path, query = split_path(old)
    if not target.startswith(("https://", "http://")):
        place, rest = split_path(target)
        target = _escape(place, _CODED) + rest
    return f"{_escape(path, _CODED)}{query}\t{target}\n"


def _escape(text: str, signs: re.Pattern[str]) -> str:
    return signs.sub(lambda sign: quote(sign[0], safe=""), text)


def _problem(line: int, message: str, reason: str) -> Problem:
    return Problem(
        REDIRECTS_FILE, line, message, reason, "Write an old path, a tab and its target, or delete the line."
    )
