"""Read the text exports of news databases, and refuse files that hold several articles.

A text's rows (`rows`) are split into documents (`documents`) by the format that knows them (`nexis`, `factiva`,
`factiva_codes`, `proquest`, `ebsco`, `pressreader`) or by what separates articles (`repeated_heads`). The format makes
parts of a document's rows (`parts`), and the parts give fields and body (`collect`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsgen.errors import NewsgenError
from newsgen.sources.exports.collect import ExportedText, collect_document
from newsgen.sources.exports.documents import Document, Export, documents_of, find_export, split_documents
from newsgen.sources.exports.parts import chrome_parts
from newsgen.sources.exports.refusal import several_articles
from newsgen.sources.exports.repeated_heads import find_articles
from newsgen.sources.exports.rows import Row
from newsgen.sources.pasted import Hints

__all__ = ["Document", "ExportReading", "ExportedText", "read_documents", "read_export", "split_documents"]


class ExportReading(NamedTuple):
    """An export of any number of documents: its database, its documents in order, and the rows that none of them has.

    The latter are cover pages, tables of contents and the account of the search.
    """

    name: str
    documents: Iterator[tuple[Document, ExportedText]]
    around: list[Row]


def read_documents(text: str, first_line: int, path: str, hints: Hints) -> ExportReading | None:
    """Read all documents of an export that begins on `first_line` of the file `path`; None for a text that is none."""
    export = find_export(text, first_line)
    if export is None:
        return None
    around = []
    end = 0
    for begin, following in export.spans:
        around += export.rows[end:begin]
        end = following
    return ExportReading(export.name, _read_each(export, path, hints), [*around, *export.rows[end:]])


def _read_each(export: Export, path: str, hints: Hints) -> Iterator[tuple[Document, ExportedText]]:
    for document, (begin, end) in zip(documents_of(export), export.spans, strict=True):
        yield document, collect_document(export.read(export.rows[begin:end]), export.name, path, hints)


def read_export(text: str, first_line: int, path: str, hints: Hints | None = None) -> ExportedText | None:
    """Read a text that is one document of an export and begins on `first_line` of the file `path`; None for others.

    Raises NewsgenError if the text holds several articles, of an export or not.
    """
    export = find_export(text, first_line)
    if export is None:
        articles = [Document("", first, last) for first, last in find_articles(text, first_line)]
        if articles:
            raise NewsgenError([several_articles(articles, path)])
        return None
    if len(export.spans) > 1:
        raise NewsgenError([several_articles(documents_of(export), path)])
    begin, end = export.spans[0]
    cover = f"outside the documents of {export.name}"
    parts = [
        *chrome_parts(export.rows[:begin], cover),
        *export.read(export.rows[begin:end]),
        *chrome_parts(export.rows[end:], cover),
    ]
    return collect_document(parts, export.name, path, hints or Hints())
