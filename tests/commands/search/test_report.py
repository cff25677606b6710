"""Search results as people and scripts read them."""

import json
from pathlib import Path

import click

from newsgen.commands.search.report import format_counts, format_results, results_as_json
from newsgen.search.reader.counts import NameCount
from newsgen.search.reader.did_you_mean import SpellingSuggestion
from newsgen.search.reader.files.index_files import SearchCard
from newsgen.search.reader.query.query import parse_query
from newsgen.search.reader.search import Result, SearchResults

PUBLIC = Path("public")
FERRY = Result(SearchCard("2020/ferry%20sunk.html", "Ferry sunk", "2020-02", "Harbour", "en", "The ferries sank."), 1.5)
BARE = Result(SearchCard("old/index.html", "Old", "", "", "", ""), 0.5)
QUERY = parse_query("ferry", ["en"])


def test_each_result_has_its_file_and_url() -> None:
    lines = list(format_results(SearchResults(QUERY, 2, (FERRY, BARE)), PUBLIC, "https://courant.example"))
    assert [click.unstyle(line) for line in lines] == [
        "Ferry sunk",
        "    2020-02, Harbour",
        "    The ferries sank.",
        "    public/2020/ferry sunk.html",
        "    https://courant.example/2020/ferry%20sunk.html",
        "",
        "Old",
        "    public/old/index.html",
        "    https://courant.example/old/",
        "",
        "2 articles found.",
    ]


def test_words_are_emphasised_in_headline_and_excerpt() -> None:
    headline, _, excerpt, *_ = format_results(SearchResults(QUERY, 1, (FERRY,)), PUBLIC, "")
    assert headline == "\x1b[1mFerry\x1b[0m sunk"
    assert excerpt == "    The \x1b[1mferries\x1b[0m sank."


def test_all_results_are_counted() -> None:
    *_, last = format_results(SearchResults(QUERY, 1_200, (FERRY,)), PUBLIC, "")
    assert last == "1,200 articles found, 1 shown (--limit 0 shows all)."


def test_spelling_suggestions_are_offered() -> None:
    suggestions = (SpellingSuggestion("feryr", ("ferry",)), SpellingSuggestion("sunl", ("sun", "sunk")))
    assert list(format_results(SearchResults(QUERY, 0, (), suggestions), PUBLIC, "https://courant.example")) == [
        '"feryr" is in no article. Did you mean "ferry"?',
        '"sunl" is in no article. Did you mean "sun" or "sunk"?',
        "No article found.",
    ]


def test_json_has_all_keys_for_each_result() -> None:
    data = json.loads(results_as_json(SearchResults(QUERY, 9, (FERRY, BARE)), PUBLIC, "https://courant.example"))
    assert data == [
        {
            "headline": "Ferry sunk",
            "date": "2020-02",
            "section": "Harbour",
            "language": "en",
            "excerpt": "The ferries sank.",
            "file": "public/2020/ferry sunk.html",
            "url": "https://courant.example/2020/ferry%20sunk.html",
            "score": 1.5,
            "passage": "",
        },
        {
            "headline": "Old",
            "date": "",
            "section": "",
            "language": "",
            "excerpt": "",
            "file": "public/old/index.html",
            "url": "https://courant.example/old/",
            "score": 0.5,
            "passage": "",
        },
    ]
    assert json.loads(results_as_json(SearchResults(QUERY, 1, (BARE,)), PUBLIC, ""))[0]["url"] == ""
    assert results_as_json(SearchResults(QUERY, 0, ()), PUBLIC, "") == "[]"


def test_counts_are_columns() -> None:
    counts = [NameCount("", 3), NameCount("2019", 1200)]
    assert list(format_counts(counts)) == ["    3  undated", "1,200  2019"]
