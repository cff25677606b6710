"""Lock, open and reset the state of a site's builds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsgen.archive.articles import ArticleTable
from newsgen.archive.checksum import forget_checksum, record_checksum
from newsgen.archive.database import (
    FOLDER,
    BuildMemo,
    clear_tables,
    connect,
    create_tables,
    is_current_engine,
    state_file,
    transaction,
)
from newsgen.archive.engine import engine_digest
from newsgen.archive.images import ImageTable
from newsgen.archive.links import LinkTable
from newsgen.archive.lock import take_lock
from newsgen.build.damaged_state import quarantine
from newsgen.build.findings import FindingTable
from newsgen.build.inputs import InputTable, SourceTable
from newsgen.errors import BuildLocked, NewsgenError, Problem
from newsgen.output.pending import PendingTable
from newsgen.output.register import OutputRegister
from newsgen.record.removal import remove

if TYPE_CHECKING:
    from newsgen.archive.archive import Archive
    from newsgen.archive.permalinks.ledger_table import LedgerTable
    from newsgen.archive.permalinks.listing_table import ListingTable
    from newsgen.archive.permalinks.unmet_table import UnmetTable
    from newsgen.archive.translations.table import TranslationTable
    from newsgen.build.workers.spool import SpoolTable

_LOCK = "lock"


@dataclass(frozen=True)
class State:
    """The state of a site's builds: its folder, its database, and the owners of the database's tables.

    What a build without changes does not ask for is imported when it is asked for: it ends before that would be loaded.
    """

    folder: Path
    connection: sqlite3.Connection

    @cached_property
    def memo(self) -> BuildMemo:
        """Single values that the last build left."""
        return BuildMemo(self.connection)

    @cached_property
    def inputs(self) -> InputTable:
        """The input files as the last build saw them."""
        return InputTable(self.connection)

    @cached_property
    def sources(self) -> SourceTable:
        """The sources that were read."""
        return SourceTable(self.connection)

    @cached_property
    def findings(self) -> FindingTable:
        """What the readers found that an editor should know."""
        return FindingTable(self.connection)

    @cached_property
    def spooled(self) -> SpoolTable:
        """Where articles lie between reading and rendering."""
        from newsgen.build.workers.spool import SpoolTable

        return SpoolTable(self.connection)

    @cached_property
    def listings(self) -> ListingTable:
        """The addresses of listings."""
        from newsgen.archive.permalinks.listing_table import ListingTable

        return ListingTable(self.connection)

    @cached_property
    def unmet(self) -> UnmetTable:
        """What articles ask of the ledger and do without."""
        from newsgen.archive.permalinks.unmet_table import UnmetTable

        return UnmetTable(self.connection)

    @cached_property
    def ledger(self) -> LedgerTable:
        """The permalinks of all articles."""
        from newsgen.archive.permalinks.ledger_table import LedgerTable

        return LedgerTable(self.connection)

    @cached_property
    def translations(self) -> TranslationTable:
        """Which articles are each other's translation."""
        from newsgen.archive.translations.table import TranslationTable

        return TranslationTable(self.connection)

    @cached_property
    def articles(self) -> ArticleTable:
        """The articles of the archive."""
        return ArticleTable(self.connection)

    @cached_property
    def links(self) -> LinkTable:
        """The links of articles' texts."""
        return LinkTable(self.connection)

    @cached_property
    def images(self) -> ImageTable:
        """The images that articles show."""
        return ImageTable(self.connection)

    @cached_property
    def register(self) -> OutputRegister:
        """The files of the output."""
        return OutputRegister(self.connection)

    @cached_property
    def pending(self) -> PendingTable:
        """The targets whose files may be outdated, while a build writes."""
        return PendingTable(self.connection)

    def archive(self) -> Archive:
        """The archive as the index is now; it keeps what it has read, and is asked for again after a change."""
        from newsgen.archive.archive import Archive

        return Archive(self.connection)

    def transaction(self) -> AbstractContextManager[None]:
        """All of what is done inside or, where an exception ends it, nothing."""
        return transaction(self.connection)

    def reset(self) -> None:
        """Forget everything that was built."""
        with self.transaction():
            clear_tables(self.connection)


@contextmanager
def hold_state(root: Path, folder_name: str = FOLDER) -> Iterator[tuple[State, str]]:
    """The state of the site at `root`, held for this build alone, and a notice where an older one was set aside.

    Raises BuildLocked where another process holds it.
    """
    folder = root / folder_name
    with _locked(folder, str(root)):
        connection, notice = _open(folder)
        with closing(connection):
            yield State(folder, connection), notice
        record_checksum(state_file(folder))


def _open(folder: Path) -> tuple[sqlite3.Connection, str]:
    """The database in a folder, and a notice where an older one was put away ("" where none was)."""
    file = state_file(folder)
    notice = ""
    if os.path.lexists(file) and not file.is_file():
        notice = quarantine(folder)
    elif file.exists():
        try:
            connection = connect(file)
            if is_current_engine(connection):
                return connection, ""
            quarantine(folder)
            notice = "The state of another version of newsgen was set aside; all pages are looked at anew."
        except sqlite3.DatabaseError:
            notice = quarantine(folder)
    forget_checksum(file)
    connection = connect(file)
    create_tables(connection)
    BuildMemo(connection).engine = engine_digest()
    return connection, notice


@contextmanager
def _locked(folder: Path, label: str) -> Iterator[None]:
    """Hold the lock of a state's folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / _LOCK
        if os.path.lexists(place) and not place.is_file():
            # Opening a pipe would wait for ever.
            remove(place)
        file = place.open("a")
    except OSError as error:
        message, reason = f"cannot be written: {error.strerror}", "newsgen keeps there what it built last time."
        raise NewsgenError([Problem(str(folder), 0, message, reason, "Make the site's folder writable.")]) from None
    with file:
        if not take_lock(file.fileno()):
            message = "another newsgen is building this site at the moment"
            reason = "Two builds at once would write over each other's pages."
            raise BuildLocked([Problem(label, 0, message, reason, "Wait until it has ended, or end it.")]) from None
        yield
