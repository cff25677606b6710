"""The refusal of a text that holds several articles."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.errors import Problem
from newsgen.sources.exports.documents import Document

# More lines than these are not listed: an export may hold 500 documents.
_MOST_LISTED = 12


def several_articles(documents: Sequence[Document], path: str) -> Problem:
    """The problem of a file `path` that holds these documents, with the lines of each."""
    export = documents[0].export
    begins = _listed([str(document.first_line) for document in documents])
    ranges = _listed([f"{document.first_line}-{document.last_line}" for document in documents])
    what = f"documents of an export from {export}" if export else "articles"
    fix = f"Put each article in a file of its own: lines {ranges}."
    if not export:
        fix += " If it is one article, take out the rule or the blank lines above its second headline."
    return Problem(
        path,
        documents[1].first_line,
        f"holds {len(documents):,} {what}, which begin on lines {begins}",
        "They would become one article, and most of the others' text and fields would be lost.",
        fix,
    )


def _listed(texts: Sequence[str]) -> str:
    """Texts as an enumeration, the first ones only where there are many."""
    if len(texts) > _MOST_LISTED:
        return f"{', '.join(texts[:_MOST_LISTED])} and so on to {texts[-1]}"
    return f"{', '.join(texts[:-1])} and {texts[-1]}"
