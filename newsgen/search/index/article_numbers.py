"""Number the articles of the index, and find those whose number changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.record.paths import record_path
from newsgen.search.format.numbering import DatedArticle, assign_slots, capacity_of, number_all, year_starts
from newsgen.search.index.word_table import ListedArticle, NumberedArticle, NumberTable


class ArticleChange(NamedTuple):
    """An article as the index has it and as the archive lists it now; None if it does not."""

    before: NumberedArticle | None
    now: ListedArticle | None

    @property
    def moves(self) -> bool:
        """Whether the article comes, goes or has another date, so that the numbers of its year must be assigned."""
        return (self.before and self.before.published) != (self.now and self.now.published)


def number_articles(articles: Mapping[str, ListedArticle]) -> Iterator[tuple[str, NumberedArticle]]:
    """Number all articles of an archive, given by path."""
    years: defaultdict[int, list[DatedArticle]] = defaultdict(list)
    for path, article in articles.items():
        years[article.year].append(_dated(path, article.published))
    for key, number in number_all(years):
        path = decode_path(key)
        yield path, articles[path].numbered(number)


def renumber(numbers: NumberTable, changes: Mapping[str, ArticleChange]) -> dict[str, int] | None:
    """The number of every article whose number is new after these changes, by path.

    None if whole years get other numbers, so that the index must be rebuilt.
    """
    moving = {path: change for path, change in changes.items() if change.moves}
    counts = Counter(numbers.count_by_year())
    starts_before = year_starts(counts)
    counts.subtract(before.year for before, _ in moving.values() if before)
    counts.update(now.year for _, now in moving.values() if now)
    starts = year_starts(+counts)
    if any(starts_before.get(year, start) != start for year, start in starts.items()):
        return None
    moved: dict[str, int] = {}
    for year in {article.year for change in moving.values() for article in change if article} & starts.keys():
        existing = numbers.numbers_of_year(year)
        dates = {path: published for path, (published, _) in existing.items() if path not in moving}
        dates |= {path: now.published for path, (_, now) in moving.items() if now and now.year == year}
        dated = (_dated(path, published) for path, published in dates.items())
        for key, slot in assign_slots(dated, capacity_of(counts[year])).items():
            path, number = decode_path(key), starts[year] + slot
            if path not in existing or existing[path][1] != number:
                moved[path] = number
    return moved


def _dated(path: str, published: str) -> DatedArticle:
    """An article under the name that a dump restores, so that a restored archive has the same numbers."""
    return DatedArticle(published, encode_path(record_path(path)), encode_path(path))
