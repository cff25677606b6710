"""The reader as a whole: it finds what newsgen indexed."""

from pathlib import Path

from newsgen.build.build import build_site
from newsgen.search.reader.finding import SearchRequest
from newsgen.search.reader.matching.filters import Filters
from newsgen.search.reader.search import search_index
from tests.support.paths import ROOT


def test_an_article_is_found_by_everything_it_shows(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "ferry.md").write_text(
        "---\ntitle: Ferries return\ndek: After a year\nauthor: Ada Quill\ntags: [Money]\nsection: Harbour\n"
        "language: en\ndate: 2020-03-01\n---\nNobody had hoped for it.\n\n- *Twelve* boats\n",
        encoding="utf-8",
    )
    build_site(tmp_path)
    queries = ("ferry", "returned", '"after a year"', "quill", "money", "hoping", "twelve boats", '"nobody had hoped"')
    filters = Filters(
        section="harbour", author="ada quill", tag="MONEY", language="en", first_year=2020, last_year=2020
    )
    for query in (*queries, ""):
        found = search_index(tmp_path / "public", SearchRequest(query, filters))
        assert [result.card.headline for result in found.results] == ["Ferries return"], query
    for query in ("submarine", '"hoped nobody"', "ferry -money"):
        assert search_index(tmp_path / "public", SearchRequest(query)).results == (), query


def test_the_reader_of_the_index_does_not_import_its_writer() -> None:
    """docs/format/search.md is enough to read an archive, and this folder shows how."""
    modules = (ROOT / "newsgen" / "search" / "reader").glob("*.py")
    assert [module.name for module in modules if "newsgen.search.index" in module.read_text(encoding="utf-8")] == []
