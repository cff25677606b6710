"""`Capture`: what a server or a disk gave for one address. `CaptureSource`: all that a source holds of them.

A mirror, a folder of saved pages and a web archive are such sources; all of them become articles in the same way.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, NamedTuple, Protocol

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.archives.members import UNREADABLE
from newsgen.record.import_entry import Entry

# A page with every picture written into it is far smaller than this many bytes.
LONGEST_PAGE = 1 << 26


class Capture(NamedTuple):
    """What was captured of one address.

    `address` is its URL ("https://paper.example/a?p=2"), or its path in a mirror ("paper.example/a.html"), decoded and
    without "/" before it. `url` is its URL where the address is a path and something else gives it. `open` opens a
    stream of its bytes without any coding of transfer. `media_type` ("text/html") and `charset` are what the server
    said, `status` and `location` its answer and where a redirect leads, `captured` the moment of the capture in UTC.
    What nothing tells is "", 0 or None. `label` names it in messages.
    """

    address: str
    label: str
    open: Callable[[], BinaryIO]
    size: int = 0
    media_type: str = ""
    charset: str = ""
    captured: datetime.datetime | None = None
    status: int = 0
    location: str = ""
    url: str = ""

    def read(self) -> bytes:
        """The bytes of the capture. Raises NewsgenError if they cannot be read, or are more than any page has."""
        try:
            with self.open() as opened:
                content = opened.read(LONGEST_PAGE + 1)
        except UNREADABLE as error:
            raise NewsgenError([unreadable_capture(self.label, f"cannot be read: {error}")]) from None
        if len(content) > LONGEST_PAGE:
            raise NewsgenError([unreadable_capture(self.label, "is larger than any page")])
        return content

    def in_memory(self) -> Capture:
        """The same with its bytes in memory, as other processes get it. Raises NewsgenError as `read` does."""
        content = self.read()
        return self._replace(open=partial(io.BytesIO, content), size=len(content))


class CaptureSource(Protocol):
    """Where captures come from. It holds nothing in memory that grows with their number."""

    def captures(self) -> Iterator[Capture | Entry | Problem]:
        """All captures, each address once; those of further calls are the same, in the same order.

        Entries and problems tell what the source holds besides; who asks again passes over them.
        """
        ...

    def find(self, address: str) -> Capture | None:
        """The capture of a URL or of a path of the mirror, compared as `address_key` does."""
        ...


def unreadable_capture(label: str, message: str) -> Problem:
    """What is told of a capture that cannot be read."""
    return Problem(label, 0, message, "What it holds was not imported.", "Look whether the file is whole.")
