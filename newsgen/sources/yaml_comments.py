"""Text of front matter that is a comment to YAML: "We are #1 in the county" ends at "We are"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from newsgen.errors import Finding, Problem
from newsgen.text.yaml.reader import Mapping

# A comment of an editor has a space behind its "#"; "#1" and "#MeToo" are words.
_WORD = re.compile(r"#[^\W_]")
_LINES = frozenset(("headline", "dek", "kicker", "dateline", "rights", "notice"))
_NAMES = frozenset(("byline", "section", "tags"))
_RULE = "yaml-comments"


class CommentedValues(NamedTuple):
    """The values that are read with their comments, by their keys, and what an editor should know."""

    values: dict[str, str]
    findings: tuple[Finding, ...]


def read_with_comments(yaml: Mapping, label: str, field_of: Callable[[str], str]) -> CommentedValues:
    """The values of text whose comments are words. Other comments behind a line of text are left out and told.

    `field_of` gives the field of a key, "" for none; `label` is how messages name the file.
    """
    values: dict[str, str] = {}
    findings: list[Finding] = []
    for key, comment in yaml.comments.items():
        field, value, line = field_of(key), yaml.values[key], yaml.lines[key]
        is_text = value is None or isinstance(value, str)
        if is_text and _WORD.match(comment) and (not field or field in _LINES | _NAMES):
            values[key] = f"{value or ''} {comment}".strip()
            findings.append(Finding(_RULE, _taken(key, values[key], line, label)))
        elif field in _LINES:
            findings.append(Finding(_RULE, _left_out(key, comment, line, label)))
    return CommentedValues(values, tuple(findings))


def _taken(key: str, value: str, line: int, label: str) -> Problem:
    return Problem(
        label,
        line,
        f'"{key}" is read as "{value}"',
        'To other programs the text ends before the "#", where a comment begins in YAML.',
        "Put the text in quotes, or a space behind the # of a comment.",
    )


def _left_out(key: str, comment: str, line: int, label: str) -> Problem:
    return Problem(
        label,
        line,
        f'"{key}" ends before "{comment}"',
        'In YAML a comment begins at a "#" behind a space, and is not published.',
        "Put the whole text in quotes if it belongs to it, or the comment on a line of its own.",
    )
