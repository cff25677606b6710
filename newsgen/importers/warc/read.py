"""Read web archives as articles: WARC, ARC and WACZ files."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.input_files import InputFile
from newsgen.importers.warc.capture_index import CaptureIndex
from newsgen.importers.warc.choice import CaptureChoice
from newsgen.importers.warc.earlier_captures import account_for_earlier, why_not_counted
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.warc.source import ArchiveSource, address_of
from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.read import read_web
from newsgen.record.import_entry import Entry


def read_archives(files: Sequence[InputFile], choice: CaptureChoice, today: datetime.date) -> Iterator[Imported]:
    """The articles in the captures of web archives, and what became of all their records."""
    with CaptureIndex() as index, Spool() as spool:
        source = ArchiveSource(files, index, spool, choice)
        for item in read_web(source, today):
            if not isinstance(item, ImportedArticle):
                yield item
                continue
            key = address_key(address_of(item.place))
            article = _with_listed_title(item, index.title_of(key))
            yield article
            yield from account_for_earlier(article, key, source, index, keep=choice.captures == "all")
        for row in index.others():
            yield Entry("capture", "earlier", "left out", why_not_counted(row, index.chosen_of(row.key)), row.url)
        yield from source.flaws()


def _with_listed_title(item: ImportedArticle, title: str) -> ImportedArticle:
    """An article with the title that a list of pages has for it, where its page shows none."""
    if item.article.headline or not title:
        return item
    entry = Entry("field", "headline", "taken", "the list of pages has it")
    article = replace(item.article, headline=" ".join(title.split()))
    return replace(item, article=article, entries=(*item.entries, entry))
