"""`ArchiveSource`: the captures of web archives, as `newsgen.importers.web` reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import BinaryIO

from newsgen.errors import Problem
from newsgen.importers.input_files import InputFile
from newsgen.importers.warc.archive_files import unreadable
from newsgen.importers.warc.capture_index import REDIRECT, CaptureIndex, CaptureRow
from newsgen.importers.warc.choice import CaptureChoice, is_page_type
from newsgen.importers.warc.index_files import FileIndexer
from newsgen.importers.warc.payload.codings import ReadableBytes, open_content
from newsgen.importers.warc.records.archive_file import buffered
from newsgen.importers.warc.records.heads import datetime_of
from newsgen.importers.warc.records.place_reader import open_place
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.capture import Capture
from newsgen.record.import_entry import Entry
from newsgen.text.urls import join_url

# Redirects in a row that are followed, as many as browsers follow.
_MOST_HOPS = 20
# Captures that end early and are told of by name.
_MOST_TOLD = 20


class ArchiveSource:
    """The captures of WARC, ARC and WACZ files. The files are gone through when the captures are first asked for."""

    def __init__(self, files: Sequence[InputFile], index: CaptureIndex, spool: Spool, choice: CaptureChoice) -> None:
        self._files, self._index, self._spool = files, index, spool
        self._indexer = FileIndexer(index, spool, choice)
        self._is_indexed = False
        self._cut: dict[str, None] = {}

    def captures(self) -> Iterator[Capture | Entry | Problem]:
        """The captures that count, in the order of the files, each address once."""
        if not self._is_indexed:
            self._is_indexed = True
            yield from self._indexer.run(self._files)
            for url in self._index.cut():
                yield Entry("capture", "without its end", "taken", "no whole one of its address is there", url)
        for row in self._index.chosen():
            if row.is_asked:
                yield self.capture(row)

    def find(self, address: str) -> Capture | None:
        """The capture of a URL; of one that leads on, that to which it leads."""
        key = address_key(address)
        for _ in range(_MOST_HOPS):
            row = self._index.chosen_of(key)
            if row is None or row.rank != REDIRECT:
                return self.capture(row) if row else None
            key = address_key(join_url(row.url, row.location))
        return None

    def capture(self, row: CaptureRow) -> Capture:
        """A capture of the index."""
        is_redirect = row.rank == REDIRECT
        return Capture(
            row.url,
            f"{self._label(row)}: {row.url}",
            partial(self._open, row),
            row.length,
            # Whatever its answer holds, it stands for a page.
            "text/html" if is_redirect else row.media_type,
            row.charset,
            datetime_of(row.moment),
            row.status,
            row.location,
        )

    def flaws(self) -> Iterator[Problem]:
        """What was read of captures and ended before its end."""
        for url in self._cut:
            yield unreadable(url, "ends before its end")

    def _label(self, row: CaptureRow) -> str:
        return self._indexer.files[row.file].label

    def _open(self, row: CaptureRow) -> BinaryIO:
        """The content of a capture, without any coding. Raises OSError and EOFError.

        Files are copied without being looked at: of one that is damaged, there is what can be read.
        """
        content = open_place(self._indexer.files[row.file], self._spool, row.place, row.length)
        on_cut = partial(self._note_cut, row.url)
        try:
            opened = open_content(content, row.codings.split(), on_cut)
        except BaseException:
            content.close()
            raise
        return opened if is_page_type(row.media_type) else buffered(ReadableBytes(opened, on_cut))

    def _note_cut(self, url: str) -> None:
        if len(self._cut) < _MOST_TOLD:
            self._cut[url] = None


def address_of(label: str) -> str:
    """The URL of the capture that a label names."""
    return label[label.rfind(": http") + 2 :]
