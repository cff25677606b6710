"""The dates of a page: what it declares, its `time` elements near the headline, or the words there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selectolax.lexbor import LexborHTMLParser

from newsgen.importers.html.page.blocks import TextBlock
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.record.dates import PartialDate
from newsgen.sources.dates.declared_dates import read_declared_date


def find_published(tree: LexborHTMLParser, declared: DeclaredPage, blocks: Sequence[TextBlock]) -> PartialDate | None:
    """The day on which the page says that its article was published."""
    return first_date(declared.published) or first_date(_times(tree)) or _written(blocks)


def find_updated(declared: DeclaredPage, published: PartialDate | None) -> PartialDate | None:
    """When the page says that its article was changed, if that is later than it was published."""
    updated = first_date(declared.updated)
    return updated if updated and published and str(updated) > str(published) else None


def first_date(texts: Iterable[str]) -> PartialDate | None:
    """The first of the texts that is a date."""
    for text in texts:
        try:
            date = read_declared_date(text)
        except ValueError:
            continue
        if 1600 < date.year < 2200:
            return date
    return None


def _times(tree: LexborHTMLParser) -> list[str]:
    nodes = tree.css('time[datetime], [itemprop="datePublished"]')
    values = [
        node.attributes.get("datetime") or node.attributes.get("content") or node.text(deep=True) for node in nodes
    ]
    return [value.strip() for value in values[:5] if value]


def _written(blocks: Sequence[TextBlock]) -> PartialDate | None:
    return first_date(block.text for block in blocks if len(block.text) < 40)
