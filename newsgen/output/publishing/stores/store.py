"""What every place offers that a site is published to, and how it says that something went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from newsgen.errors import NewsgenError, Problem

_LOST = "The site at the target would lack a file."


class PassingFault(Exception):
    """A request failed as it may not fail the next time: the network broke, or the server is overloaded."""


class Unanswered(PassingFault):
    """The server did not answer at all: its address may be wrong."""


class Upload(NamedTuple):
    """A file to put in place: its path, what it holds, and its fields of HTTP, where the store keeps them.

    The content is given whole, or, of a large file, by what reads it in parts, as often as it is called.
    """

    file: str
    content: bytes | Callable[[], Iterator[bytes]]
    fields: Mapping[str, str]

    def parts(self) -> Iterator[bytes]:
        """The content in parts."""
        return iter((self.content,)) if isinstance(self.content, bytes) else self.content()


class Store(Protocol):
    """A place for the files of a site.

    Each method raises NewsgenError for what stays wrong, and PassingFault for what may go well when it is tried again.
    Methods are called from several threads at once, at most `threads`. `has_folders` says that a file cannot be where
    a folder is.
    """

    name: str
    threads: int
    has_folders: bool

    def read(self, file: str) -> Iterator[bytes] | None:
        """What a file holds, in parts and unpacked; None where there is none."""

    def has(self, file: str) -> bool:
        """Whether there is such a file."""

    def write(self, upload: Upload) -> None:
        """Put a file in place in one step: a reader sees the old one or the new one, whole."""

    def delete(self, files: Sequence[str]) -> None:
        """Remove files; one that is not there is no fault."""

    def list_files(self) -> Iterator[str]:
        """The files, in no order."""

    def close(self) -> None:
        """End the connection, if there is one."""


def refusal(name: str, message: str, fix: str, reason: str = _LOST) -> NewsgenError:
    """The exception of something at a store that stays wrong."""
    return NewsgenError([Problem(name, 0, message, reason, fix)])


def no_room(name: str) -> NewsgenError:
    """The exception of a store that is full."""
    fix = "Free some room there, or have the quota raised; then run it again: it goes on from here."
    return refusal(name, "has no room left", fix)
