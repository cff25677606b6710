"""Fill the index of captures from all files, choose the captures that count, and account for all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsgen.errors import Problem
from newsgen.importers.input_files import InputFile
from newsgen.importers.warc.archive_files import (
    FETCH_AGAIN,
    UNPACKED,
    ListedAddress,
    damage_problem,
    open_archive_files,
    unreadable,
)
from newsgen.importers.warc.capture_index import CaptureIndex, CaptureRow, Revisit
from newsgen.importers.warc.choice import CaptureChoice
from newsgen.importers.warc.limits import UNPACKING
from newsgen.importers.warc.record_captures import CAPTURE_RECORDS, RecordCapture, capture_of, resolved
from newsgen.importers.warc.records.archive_file import ArchiveFile
from newsgen.importers.warc.records.members import Damage
from newsgen.importers.warc.records.scan import Record, scan_records
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.web.address_key import address_key
from newsgen.record.import_entry import Entry

# Places of damage that are told of one file.
_MOST_TOLD = 20
_WEB = re.compile(r"https?://", re.IGNORECASE)


class FileIndexer:
    """The indexing of a source: `files` are those that were read so far, by their numbers."""

    def __init__(self, index: CaptureIndex, spool: Spool, choice: CaptureChoice) -> None:
        self.files: list[ArchiveFile] = []
        self._index, self._spool, self._choice = index, spool, choice
        self._count = 0

    def run(self, files: Sequence[InputFile]) -> Iterator[Entry | Problem]:
        """Index all files; gives what is no capture, what is damaged, and the captures that do not count."""
        for found in open_archive_files(files, self._spool):
            if isinstance(found, ArchiveFile):
                yield from self._index_file(found)
            elif isinstance(found, ListedAddress):
                if _WEB.match(found.url):
                    self._index.add_listed(address_key(found.url), found.url, found.title, found.place)
            else:
                yield found
        self._index.finish()
        yield from self._resolve_revisits()
        self._index.choose()
        for url, place in self._index.missing():
            yield Entry("listed address", "", "left out", "a list names it and no file holds it", f"{place}: {url}")

    def _index_file(self, file: ArchiveFile) -> Iterator[Entry | Problem]:
        number = len(self.files)
        self.files.append(file)
        damaged = found = 0
        before = self._spool.size
        try:
            with file.open() as opened:
                for record in scan_records(file, opened, self._spool):
                    problem = _problem_of(record, file.label)
                    if problem:
                        damaged += 1
                        if damaged <= _MOST_TOLD:
                            yield problem
                    if isinstance(record, Record):
                        found += 1
                        yield from self._add(record, number)
        except UNPACKING as error:
            yield unreadable(file.label, f"cannot be read on: {error}")
        if damaged > _MOST_TOLD:
            yield unreadable(file.label, f"has {damaged - _MOST_TOLD:,} more damaged places")
        if not found and not damaged:
            yield unreadable(file.label, "holds no record")
        if self._spool.size > before:
            yield Entry("file", "archive", "taken", UNPACKED, file.label)

    def _add(self, record: Record, file: int) -> Iterator[Entry]:
        captured = capture_of(record, self._count, file, self._choice)
        if isinstance(captured, Entry):
            yield captured
            return
        self._count += 1
        self._index.add(captured.row, captured.record_id, captured.revisit)
        if captured.entry:
            yield captured.entry

    def _resolve_revisits(self) -> Iterator[Entry]:
        for row, revisit in self._index.revisits():
            original = self._find_original(row, revisit)
            if original is None:
                reason = "the record that it refers to is in none of the files"
                yield Entry("capture", "revisit", "left out", reason, row.url)
                continue
            captured = resolved(RecordCapture(row, ""), original, self._choice)
            self._index.update(captured.row)
            if captured.entry:
                yield captured.entry

    def _find_original(self, row: CaptureRow, revisit: Revisit) -> CaptureRow | None:
        """The capture whose content a revisit has: by the record's identifier, its address and moment, its digest."""
        index = self._index
        named = index.by_record_id(revisit.record_id) if revisit.record_id else None
        if named and named.number != row.number and named.length > 0 and named.status == 200:
            return named
        if row.digest:
            same = index.with_digest(row.digest)
            if same:
                return same
        return index.with_content(revisit.key, revisit.moment or row.moment, not_revisit=row.number)


def _problem_of(record: Record | Damage, label: str) -> Problem | None:
    """What is wrong at a place of a file; of a record that is no capture, nothing that matters."""
    if isinstance(record, Damage):
        return damage_problem(label, record)
    if not record.flaw or record.head.kind not in CAPTURE_RECORDS:
        return None
    message = f"byte {record.at:,}: the capture of {record.head.url} is damaged: {record.flaw}"
    return Problem(label, 0, message, "It was read up to the next record.", FETCH_AGAIN)
