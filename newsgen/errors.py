"""The problems that newsgen reports, and the exceptions that carry them.

A `Problem` is one thing to fix in one place. It stops the command only where going on would lose, leak or invent
something (docs/commands.md lists what does): then code that reads input raises `NewsgenError` with all the problems it
found, and code that reads several inputs collects them, so that one run reports them all. What can be published
without that is published, and the problem is a `Finding`, which the build counts and `newsgen check` lists.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

# What a terminal obeys instead of showing it: codes that move the cursor, recolour or rename its window, ends of lines,
# which would let a name forge a message of its own, and marks that turn the order of what follows.
_OBEYED = re.compile("[\\0-\\x1f\\x7f-\\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""A text of one line as every terminal shows it: a code that a terminal obeys becomes "\x1b", and so on.

    So does a byte of a file's name that is not UTF-8: "\udce9".
    """
    return text if text.isprintable() else _OBEYED.sub(lambda found: ascii(found[0])[1:-1], text)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to fix: where it is, what is wrong, why that matters and how to fix it.

    `path` is relative to the site's folder if the file lies in it; `line` counts from 1, and 0 means the whole file.
    """

    path: str
    line: int
    message: str
    reason: str
    fix: str

    def __str__(self) -> str:
        location = f"{self.path}:{self.line}" if self.line else self.path
        return "\n    ".join(map(printable, (f"{location}: {self.message}", self.reason, self.fix)))


class Finding(NamedTuple):
    """A problem that does not stop a build, and the rule of `newsgen check` that lists it."""

    rule: str
    problem: Problem


class NewsgenError(Exception):
    """The command cannot do its work; `problems` holds every reason once, sorted by path and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        # An exception crosses processes as its class and arguments, so the argument must be the problems.
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class EmptySource(NewsgenError):
    """A source has nothing to publish, neither a text nor a headline."""


class BuildInterrupted(NewsgenError):
    """The build failed after it had begun to write pages; the next build continues from there."""


class BuildLocked(NewsgenError):
    """Another build of the same site is running; the same input can be built when it has ended."""


def unwritable(path: Path, error: Exception, reason: str, fix: str) -> Problem:
    """The problem of a file or folder that cannot be written, with the system's own message."""
    return Problem(str(path), 0, f"cannot be written: {getattr(error, 'strerror', None) or error}", reason, fix)


def symbolic_link(path: str) -> Problem:
    """The problem of a symbolic link where a file should be."""
    reason = "What it points to may change or lie outside the archive."
    return Problem(path, 0, "is a symbolic link", reason, "Put the file itself here.")


def did_you_mean(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known word that was probably meant, as ` Did you mean "…"?`, or "".

    It is at least as like the word as `likeness`, from 0 to 1. The default is difflib's: it catches a slip or two in
    short keys without far guesses.
    """
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=likeness)
    return f' Did you mean "{near[0]}"?' if near else ""
