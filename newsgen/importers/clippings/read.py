"""Read the exports of news databases: each document becomes an article that only the desk may publish."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newsgen.errors import Problem
from newsgen.importers.clippings.article import Values, make_article
from newsgen.importers.clippings.copies import Copies
from newsgen.importers.clippings.documents import ClippingDocument, find_documents
from newsgen.importers.clippings.files.open_file import OpenedFile, open_files
from newsgen.importers.clippings.identity import identify
from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.input_files import InputFile
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.import_entry import Entry
from newsgen.sources.pasted import Hints

WITHHELD = (
    "publish: false, because licences of databases let their users read and keep an article, not publish it; "
    "newsgen build --private shows it to the desk"
)
_SAME = "It is in the export a second time; what only this copy says was taken from it."
_SAME_LINE = "It is a line of a document that the export has a second time."
_OTHER_TEXT = "Its number stands in the export twice, with another text; both are kept."
_NOT_READ = "It is no text of the document's pages."


class ClippingOptions(NamedTuple):
    """How clippings are read: the pattern between two articles, the encoding of texts ("": what their bytes say), what
    is known of the site's texts, and whether they are published."""

    split: re.Pattern[str] | None = None
    encoding: str = ""
    hints: Hints = Hints()
    published: bool = False


_DEFAULT = ClippingOptions()


def read_clippings(files: Sequence[InputFile], options: ClippingOptions = _DEFAULT) -> Iterator[Imported]:
    """The articles of exports, in the order of the files; a document that several of them hold counts once.

    The files are read twice: at first to know what the copies of a document say.
    """
    with TemporaryIndex() as index:
        copies = Copies(index)
        for _, found in _find(files, options):
            if isinstance(found, ClippingDocument):
                copies.note(identify(found), found)
        for opened, found in _find(files, options):
            if isinstance(found, ClippingDocument) and opened:
                yield from _read_document(found, opened, options, copies)
            elif not isinstance(found, ClippingDocument):
                yield found


def _find(
    files: Sequence[InputFile], options: ClippingOptions
) -> Iterator[tuple[OpenedFile | None, ClippingDocument | Entry | Problem]]:
    """The documents of files, each with its file, and all else that is found."""
    for opened in open_files(files, options.encoding):
        if not isinstance(opened, OpenedFile):
            yield None, opened
            continue
        for part, words in opened.source.left_out.items():
            yield opened, Entry("part", part, "left out", _NOT_READ, f"{opened.label}: {words:,} words")
        for found in find_documents(opened.source, opened.label, options.hints, options.split):
            yield opened, found


def _read_document(
    document: ClippingDocument, opened: OpenedFile, options: ClippingOptions, copies: Copies
) -> Iterator[Imported]:
    place = f"{opened.label}:{document.line}"
    identity = identify(document)
    if copies.is_repeated(identity):
        yield Entry("document", document.export, "left out", _SAME, place)
        for _ in document.pasted.lines:
            yield Entry("line", "of a repeated document", "left out", _SAME_LINE)
        return
    article_id, note = identity.id, "" if options.published else WITHHELD
    if not copies.add_id(identity):
        article_id = f"{identity.id}-{identity.content[:8]}"
        yield Entry("number", document.export, "kept raw", _OTHER_TEXT, place)
    values: dict[str, Any] = {name: field.value for name, field in document.pasted.fields.items()}
    extra = dict(document.extra)
    copies.complete(identity, values, extra)
    article, entries = make_article(document, Values(values, extra), opened.source.links, article_id)
    entries.insert(0, Entry("document", document.export, "taken", note, place if note else ""))
    yield ImportedArticle(article, place, entries=tuple(entries), is_withheld=not options.published)
