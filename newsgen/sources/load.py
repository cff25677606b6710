"""Article text to records: front matter, metadata table and the text itself, each field with its origin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Article
from newsgen.record.paths import RECORD_ENDING
from newsgen.settings.site import Site
from newsgen.sources.assemble import make_article
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.json_record import read_record
from newsgen.sources.metadata_table import load_metadata
from newsgen.sources.reading import read_source


class Loaded(NamedTuple):
    """All articles of a folder, and the paths of those that say that they are drafts."""

    articles: tuple[Article, ...]
    drafts: tuple[str, ...]


def load_articles(sources: Sequence[Source], root: Path, site: Site) -> Loaded:
    """Read every source and the metadata table. Raises BuildFailed with the problems of all of them."""
    problems: list[Problem] = []
    table: dict[str, Fields] = {}
    try:
        table = load_metadata(root, site, {source.path for source in sources})
    except NewsgenError as failed:
        problems += failed.problems
    articles, drafts = [], []
    for source in sources:
        try:
            article = load_article(source, table.get(source.path, {}), site)
        except NewsgenError as failed:
            problems += failed.problems
            continue
        if article is None:
            drafts.append(source.path)
        else:
            articles.append(article)
    if problems:
        raise NewsgenError(problems)
    return Loaded(tuple(articles), tuple(drafts))


def load_article(source: Source, row: Fields, site: Site) -> Article | None:
    """Read one source, with its row of the metadata table; None when it is a draft.

    Raises BuildFailed with every problem of the text.
    """
    if source.path.lower().endswith(RECORD_ENDING):
        return read_record(source, row, site)
    reading = read_source(source, row, site, with_lines=False)
    draft = reading.fields.get("draft")
    if draft and draft.value:
        return None
    return make_article(source, reading.fields, reading.body, reading.extra, site)
