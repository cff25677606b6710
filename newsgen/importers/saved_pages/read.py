"""Read saved pages: mirrors of sites, pages that browsers saved, MHTML, and ZIP archives of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.saved_pages.source import SavedPages
from newsgen.importers.web.read import read_web


def read_saved_pages(files: Sequence[InputFile], today: datetime.date) -> Iterator[Imported]:
    """The articles in files: pages by themselves, mirrors, MHTML, and ZIP archives."""
    with SavedPages(files) as source:
        yield from read_web(source, today)
