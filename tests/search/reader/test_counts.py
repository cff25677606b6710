"""What a search finds is counted by year and by name."""

from pathlib import Path
from shutil import rmtree

import pytest

from newsgen.search.reader.counts import NameCount, count_by_name, count_by_year
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.finding import SearchRequest
from newsgen.search.reader.matching.filters import Filters
from tests.support.index_writer import IndexedArticle, Sizes, write_index

# Forms of more than three articles have older parts.
SPREAD = Sizes(block=2, part=3, numbers=900)
ARTICLES = [
    IndexedArticle("Weather", ["Rain."], "2018-01-01"),
    IndexedArticle("Ferry", ["Rain"], "2018-01-02", "Council", ["Ada Quill"], ["Sea"]),
    IndexedArticle("Ferry sinks", ["A storm"], "2019", "Harbour", ["ada quill", "Bo Dyk"], ["Sea", "Storm"]),
    IndexedArticle("Ferries", ["Rain"], "", "Harbour", ["Ada Quill"]),
    *(IndexedArticle(f"Filler {word}", ["Nothing"], "2021") for word in "abcdefghij"),
]


@pytest.mark.parametrize(
    ("query", "filters", "years"),
    [
        ("ferry", Filters(), {0: 1, 2018: 1, 2019: 1}),
        ("ferry rain", Filters(), {0: 1, 2018: 1}),
        ("ferry storm xyzzy", Filters(), {2019: 1}),
        ("ferry weather", Filters(), {0: 1, 2018: 2, 2019: 1}),
        ("ferry", Filters(section="harbour"), {0: 1, 2019: 1}),
        ("ferry", Filters(first_year=2018, last_year=2018), {0: 1, 2018: 1, 2019: 1}),
        ("", Filters(tag="sea"), {2018: 1, 2019: 1}),
        ("xyzzy", Filters(), {}),
        ("", Filters(), {}),
    ],
)
def test_counts_by_year(tmp_path: Path, query: str, filters: Filters, years: dict[int, int]) -> None:
    write_index(tmp_path, ARTICLES)
    assert count_by_year(SearchIndex(tmp_path), SearchRequest(query, filters)) == years


@pytest.mark.parametrize(
    ("query", "filters", "years"),
    [
        ("ferry", Filters(), {0: 1, 2018: 7, 2019: 8}),
        ("ferry xyzzy", Filters(first_year=2019), {0: 1, 2018: 7, 2019: 8}),
        ('"ferry"', Filters(), {2018: 6, 2019: 7}),
        ("", Filters(section="news"), {0: 1, 2018: 14, 2019: 15}),
    ],
)
def test_years_of_a_common_word_are_known_without_its_older_articles(
    tmp_path: Path, query: str, filters: Filters, years: dict[int, int]
) -> None:
    headlines = [*["Ferry"] * 6, "Ferries", *["Rain"] * 7]
    articles = [IndexedArticle(headline, day=year) for year in ("2018", "2019") for headline in headlines]
    articles += [IndexedArticle("Ferries", day=""), IndexedArticle("Ferry", day="2019")]
    write_index(tmp_path, articles, (), SPREAD)
    assert count_by_year(SearchIndex(tmp_path), SearchRequest(query, filters)) == years
    rmtree(tmp_path / "search/parts")
    assert count_by_year(SearchIndex(tmp_path), SearchRequest(query, filters)) == years


def test_counts_by_name(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES)
    index = SearchIndex(tmp_path)
    ferry = SearchRequest("ferry", Filters(section="Harbour"))
    assert count_by_name(index, ferry, "section") == [NameCount("Harbour", 2), NameCount("Council", 1)]
    assert count_by_name(index, ferry, "author") == [NameCount("Ada Quill", 2), NameCount("Bo Dyk", 1)]
    assert count_by_name(index, ferry, "author", "B") == [NameCount("Bo Dyk", 1)]
    assert count_by_name(index, ferry, "tag") == [NameCount("Sea", 1), NameCount("Storm", 1)]
