"""Pasted texts with words left out that nothing speaks against: a part of the article may be missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsgen.errors import Finding, Problem
from newsgen.settings.check_rules import LEFT_OUT

if TYPE_CHECKING:
    from newsgen.sources.pasted.account import Account

# A longer list of lines says no more than its beginning.
_MOST_RANGES = 8


def find_left_out(account: Account, label: str) -> Iterator[Finding]:
    """The text of an account, if it was read without a good part of the words between its headline and its end.

    `label` is how messages name its file.
    """
    if not account.is_doubtful:
        return
    words = account.left_out + account.body
    yield Finding(
        LEFT_OUT,
        Problem(
            label,
            account.lines[0].start,
            f"leaves out {account.left_out:,} of {words:,} words ({_name_lines(account.lines)})",
            "No rule speaks against them, so that a part of the article may be missing.",
            f"Run newsgen inspect {label}. Save it as .md, with the article alone in it, if they belong to it;"
            " or name them under chrome: in site.yaml.",
        ),
    )


def _name_lines(ranges: Sequence[range]) -> str:
    """The numbers of lines in words: "line 7", "lines 7-9 and 12"."""
    names = [f"{lines.start}-{lines.stop - 1}" if len(lines) > 1 else f"{lines.start}" for lines in ranges]
    noun = "line" if len(ranges) == 1 and len(ranges[0]) == 1 else "lines"
    if len(names) > _MOST_RANGES:
        return f"{noun} {', '.join(names[:_MOST_RANGES])} …"
    return f"{noun} {' and '.join((', '.join(names[:-1]), names[-1])) if len(names) > 1 else names[0]}"
