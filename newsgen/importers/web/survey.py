"""Go through a source once: find its pages, where they stand, and what leads on; keep it in the index."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import chain

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.processes import map_in_processes
from newsgen.importers.web.capture import Capture, CaptureSource
from newsgen.importers.web.page_index import PageIndex
from newsgen.importers.web.page_rows import SurveyedPage
from newsgen.importers.web.page_survey import PageToSurvey, survey_page, unreadable_page
from newsgen.record.import_entry import Entry

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BEGINNING = 2048


def is_page(capture: Capture) -> bool:
    """Whether a capture is a page, by its type or else by how it begins."""
    if capture.media_type:
        return capture.media_type.partition(";")[0].strip().lower() in _PAGE_TYPES
    try:
        with capture.open() as opened:
            beginning = opened.read(_BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip()
            return beginning.startswith(b"<") and _PAGE.search(beginning) is not None
    except (OSError, ValueError, EOFError, RuntimeError):
        return False


def survey(source: CaptureSource, index: PageIndex, schemes: Counter[tuple[str, str]]) -> Iterator[Entry | Problem]:
    """Keep every page of a source in the index; `schemes` counts the schemes with which hosts are named."""
    found = source.captures()
    # What stands before all captures may be much, such as all that is left out of an archive.
    first: list[Capture] = []
    for item in found:
        if isinstance(item, Capture):
            first.append(item)
            break
        yield item
    # What the source tells between its pages, each with the number of pages before it.
    told: deque[tuple[int, Entry | Problem]] = deque()
    wanted = _pages_to_survey(chain(first, found), told)
    for number, page in enumerate(map_in_processes(survey_page, wanted, _size_of)):
        while told and told[0][0] <= number:
            yield told.popleft()[1]
        yield from page.problems
        _keep(page, index)
        schemes.update(page.schemes)
    yield from (item for _, item in told)


def _pages_to_survey(
    found: Iterable[Capture | Entry | Problem], told: deque[tuple[int, Entry | Problem]]
) -> Iterator[PageToSurvey | SurveyedPage]:
    """The pages of a source with their bytes, by their numbers from 1 on; what is no capture is added to `told`."""
    number = 0
    for item in found:
        if not isinstance(item, Capture):
            told.append((number, item))
        elif is_page(item):
            number += 1
            try:
                yield PageToSurvey(number, item.in_memory())
            except NewsgenError as failed:
                yield unreadable_page(number, item, failed)


def _size_of(page: PageToSurvey | SurveyedPage) -> int:
    return page.capture.size if isinstance(page, PageToSurvey) else 0


def _keep(page: SurveyedPage, index: PageIndex) -> None:
    index.add_page(page.row, page.places, page.keys)
    index.add_pager(page.row.number, page.pager)
    if page.sample:
        index.add_sample(*page.sample, page.row.address)
