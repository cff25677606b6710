"""A search from the query to its results."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.search.reader.did_you_mean import SpellingSuggestion
from newsgen.search.reader.files.index_files import SearchCard
from newsgen.search.reader.finding import SearchRequest
from newsgen.search.reader.matching.filters import EVERYTHING, Filters
from newsgen.search.reader.search import Result, search_index
from tests.support.index_writer import IndexedArticle, write_index

# Listed from the end: if all else is equal, larger numbers come first.
ARTICLES = [
    IndexedArticle("Weather", ["Rain."], "2018-01-01"),
    IndexedArticle("Council and ferry", ["The harbour is deep"], "2019-01-02", "Council", language="en"),
    IndexedArticle("Ferry harbour", ["The council met"], "2019-01-01", "Harbour", ["Ada Quill"]),
    IndexedArticle("Ferries", ["A harbour. Councils"], "2019-12-30", "Harbour"),
    IndexedArticle("Sport", ["Nothing of it here"], "2020", "Sport"),
    *(IndexedArticle(f"Filler {word}", ["Rain"], "2021") for word in "abcdefghij"),
]

FILLERS = [f"Filler {letter}" for letter in reversed("abcdefghij")]


def found(folder: Path, query: str, filters: Filters = EVERYTHING, **options: bool) -> list[str]:
    write_index(folder, ARTICLES, {"the", "of", "a"})
    results = search_index(folder, SearchRequest(query, filters, **options), 0).results
    return [result.card.headline for result in results]


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("ferry harbour", ["Ferry harbour", "Council and ferry", "Ferries"]),
        ("harbour ferry", ["Ferry harbour", "Council and ferry", "Ferries"]),
        ("ferries", ["Ferries", "Ferry harbour", "Council and ferry"]),
        ('"ferry harbour"', ["Ferry harbour"]),
        ('"council" ferry', ["Council and ferry", "Ferry harbour"]),
        ("ferry -council", []),
        ("harbour -quill", ["Ferries", "Council and ferry"]),
        ('ferry -"ferry harbour"', ["Council and ferry", "Ferries"]),
        ('harbour -"council"', ["Ferries"]),
        ("ferry sport", ["Sport", "Ferry harbour", "Council and ferry", "Ferries"]),
        ("ferry the", ["Ferry harbour", "Council and ferry", "Ferries"]),
        ("xyzzy", []),
        ("ferry xyzzy", ["Ferry harbour", "Council and ferry", "Ferries"]),
        ('"xyzzy" ferry', []),
        ("", []),
        ("-ferry", []),
        ("sport OR weather", ["Sport", "Weather"]),
        ("rain OR ferry weather OR harbour", ["Ferry harbour", "Council and ferry", "Weather", "Ferries", *FILLERS]),
        ('ferry "harbour is deep" OR "the council met"', ["Ferry harbour", "Council and ferry"]),
        ("sport OR author:quill", ["Sport", "Ferry harbour"]),
        ("counc*", ["Ferries", "Ferry harbour", "Council and ferry"]),
        ("ferr* -ferries", []),
        ('ferr* -"ferries"', ["Ferry harbour", "Council and ferry"]),
        ("headline:harbour", ["Ferry harbour"]),
        ("headline:ferry", ["Ferry harbour", "Council and ferry", "Ferries"]),
        ("ferry -headline:harbours", ["Council and ferry", "Ferries"]),
        ('headline:"and ferry"', ["Council and ferry"]),
        ('headline:"harbour is"', []),
        ("author:ada", ["Ferry harbour"]),
        ("author:qui* council", ["Ferry harbour"]),
        ("author:qui", []),
        ('author:"quill ada"', []),
        ("harbour -author:quill", ["Ferries", "Council and ferry"]),
        ("2019-01", ["Ferry harbour", "Council and ferry"]),
        ("2019-01-02", ["Council and ferry"]),
        ("ferry 2019-12 OR 2018-01", ["Ferries"]),
        ("date:2020", ["Sport"]),
        ("2020", ["Sport"]),
        ("sport 2019", ["Sport", "Ferries", "Ferry harbour", "Council and ferry"]),
        ("ferry -2019-01", ["Ferries"]),
        ('"2020"', []),
    ],
)
def test_results_in_their_order(tmp_path: Path, query: str, headlines: list[str]) -> None:
    assert found(tmp_path, query) == headlines


@pytest.mark.parametrize(
    ("query", "filters", "headlines"),
    [
        ("", Filters(section="harbour"), ["Ferries", "Ferry harbour"]),
        ("-councils", Filters(section="harbour"), []),
        ('-"councils"', Filters(section="harbour"), ["Ferry harbour"]),
        ("ferry", Filters(author="ada quill"), ["Ferry harbour"]),
        ("", Filters(first_year=2018, last_year=2019), ["Ferries", "Ferry harbour", "Council and ferry", "Weather"]),
        ("ferry", Filters(last_year=2018), []),
        ("xyzzy", Filters(section="harbour"), []),
        ("the", Filters(section="sport"), []),
    ],
)
def test_filters_narrow_a_search_and_list_articles_by_themselves(
    tmp_path: Path, query: str, filters: Filters, headlines: list[str]
) -> None:
    assert found(tmp_path, query, filters) == headlines


def test_by_date_the_newest_with_as_many_words_come_first(tmp_path: Path) -> None:
    assert found(tmp_path, "ferry quill", by_date=True) == ["Ferry harbour", "Ferries", "Council and ferry"]


def test_a_word_is_found_while_it_is_being_typed(tmp_path: Path) -> None:
    assert found(tmp_path, "coun", typing=True) == ["Ferries", "Ferry harbour", "Council and ferry"]
    assert found(tmp_path, "coun ", typing=True) == []


def test_results_are_limited_and_all_articles_counted(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES)
    some = search_index(tmp_path, SearchRequest("ferry"), 1)
    assert some.articles == 3
    assert some.suggestions == ()
    card = SearchCard("2.html", "Ferry harbour", "2019-01-01", "Harbour", "en", "The council met")
    # Of 15 articles two have the word itself; here it has level 1.
    assert some.results == (Result(card, 5 * 1856 * 10 / 100_000),)
    assert len(search_index(tmp_path, SearchRequest("ferry"), 0).results) == 3


def test_words_are_suggested_for_those_that_no_article_has(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES)
    suggestions = search_index(tmp_path, SearchRequest('feryr "councel" weather xyzzy')).suggestions
    assert suggestions == (
        SpellingSuggestion("feryr", ("ferry",)),
        SpellingSuggestion("councel", ("council", "councils")),
    )


@pytest.mark.parametrize(
    ("query", "rewritten"),
    [
        ("feryr", ("ferry",)),
        ('-sport feryr "councel met"', ('-sport ferry "council met"', '-sport ferry "councils met"')),
        ("headline:feryr", ("headline:ferry",)),
        ("harbourferry", ("harbour ferry",)),
        ("har bour", ("harbour",)),
        ("har bour feryr", ("harbour feryr", "har bour ferry")),
        ('"har bour"', ('"harbour"',)),
        ("har -bour", ()),
        ("ferry harbour", ()),
        ("xyzzy", ()),
    ],
)
def test_queries_are_suggested(tmp_path: Path, query: str, rewritten: tuple[str, ...]) -> None:
    write_index(tmp_path, ARTICLES)
    assert search_index(tmp_path, SearchRequest(query)).rewritten == rewritten


def test_positions_are_only_read_if_they_can_change_the_order(tmp_path: Path) -> None:
    assert found(tmp_path, "weather rain")[0] == "Weather"
    for file in (tmp_path / "search" / "places").iterdir():
        file.unlink()
    assert search_index(tmp_path, SearchRequest("weather rain")).results[0].card.headline == "Weather"
    with pytest.raises(NewsgenError):
        search_index(tmp_path, SearchRequest("ferry harbour"))


def test_a_site_without_an_index_cannot_be_searched(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError, match="there is no search index"):
        search_index(tmp_path, SearchRequest("ferry"))
