"""Read one source file to an article, whatever its format: pasted text, Markdown or a JSON record."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.record.article import Article
from newsgen.record.paths import RECORD_ENDING
from newsgen.record.redaction import redact
from newsgen.settings.site import Site
from newsgen.sources.assemble import make_article
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.json_record import read_record
from newsgen.sources.pasted.account import Account
from newsgen.sources.reading import read_source


class LoadedArticle(NamedTuple):
    """An article as its source declares it, and what is published of it: less where it was withdrawn or removed.

    `account` says what became of the words of a pasted text.
    """

    declared: Article
    published: Article
    account: Account | None = None


def load_article(source: Source, row: Fields, site: Site) -> LoadedArticle | None:
    """Read one source, with its row of the metadata table; None when it is a draft.

    Raises NewsgenError with every problem of the source.
    """
    if source.path.lower().endswith(RECORD_ENDING):
        article = read_record(source, row, site)
        return LoadedArticle(article, redact(article)) if article else None
    reading = read_source(source, row, site)
    draft = reading.fields.get("draft")
    if draft and draft.value:
        return None
    article = make_article(source, reading.fields, reading.body, reading.extra, site)
    return LoadedArticle(article, redact(article), reading.account)
