"""Read archives that a test writes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from newsgen.importers.input_files import ByteCount, find_input_files
from newsgen.importers.warc.capture_index import CaptureIndex
from newsgen.importers.warc.choice import CaptureChoice
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.warc.source import ArchiveSource

OpenSource = Callable[..., ArchiveSource]


@pytest.fixture
def open_source(tmp_path: Path) -> Iterator[OpenSource]:
    """Opens a source of files by their names and bytes, with a choice of captures."""
    with ExitStack() as stack:

        def open_files(files: dict[str, bytes], choice: CaptureChoice = CaptureChoice()) -> ArchiveSource:  # noqa: B008
            for name, content in files.items():
                (tmp_path / name).write_bytes(content)
            found = find_input_files([str(tmp_path / name) for name in files], ByteCount())
            index, spool = stack.enter_context(CaptureIndex()), stack.enter_context(Spool())
            return ArchiveSource(found, index, spool, choice)

        yield open_files
