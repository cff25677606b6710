"""Read the text exports of news databases (Nexis, Factiva, ProQuest), and refuse files that hold several articles.

A text's rows (`rows`) are split into documents (`documents`) by the format that knows them (`nexis`, `factiva`,
`factiva_codes`, `proquest`) or by what separates articles (`repeated_heads`). The format makes parts of a document's
rows (`parts`), and the parts give fields and body (`collect`).
"""

from __future__ import annotations

from newsgen.errors import NewsgenError
from newsgen.sources.exports.collect import ExportedText, collect_document
from newsgen.sources.exports.documents import Document, documents_of, find_export, split_documents
from newsgen.sources.exports.parts import chrome_parts
from newsgen.sources.exports.refusal import several_articles
from newsgen.sources.exports.repeated_heads import find_articles
from newsgen.sources.pasted import Hints

__all__ = ["Document", "ExportedText", "read_export", "split_documents"]


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
