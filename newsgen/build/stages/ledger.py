"""Stage: publish the ledger as permalinks.tsv."""

from __future__ import annotations

from pathlib import Path

from newsgen.archive.permalinks.ledger_file import ledger_bytes
from newsgen.build.inputs import LEDGER
from newsgen.build.state import State
from newsgen.output.files import write_atomically
from newsgen.record.digests import digest_of_bytes


def publish_ledger(state: State, file: Path) -> None:
    """Write the ledger into its file if it has unpublished entries, and mark them published.

    Raises NewsgenError where the file cannot be written.
    """
    if state.memo.has_unpublished:
        with state.transaction():
            content = ledger_bytes(state.ledger.publish())
            write_atomically(file.parent, file.name, content)
            state.memo.ledger = digest_of_bytes(content)
            state.memo.has_unpublished = None
            state.inputs.save_area(LEDGER, file)
