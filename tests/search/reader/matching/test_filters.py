"""Searches are filtered by names, in any spelling, and by years."""

from pathlib import Path

import pytest

from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.matching.filters import EVERYTHING, Filters, find_all, find_allowed, find_numbers
from tests.support.index_writer import IndexedArticle, Sizes, write_index

ARTICLES = [
    IndexedArticle("a", day="", section="", language=""),
    IndexedArticle("b", day="1998", section="Harbour & River", byline=["O'Neill"], tags=["Sea"]),
    IndexedArticle("c", day="2019-03", section="harbour & river", byline=["O’Neill", "Ada"], language="pt-BR"),
    IndexedArticle("d", day="2020-02-29", section="News", byline=["O NEILL"], tags=["sea"]),
]


@pytest.mark.parametrize(
    ("filters", "allowed"),
    [
        (EVERYTHING, None),
        (Filters(section="Harbour & River"), {1, 2}),
        (Filters(section="HARBOUR_&_RIVER"), {1, 2}),
        (Filters(author="ONeill"), {1, 2}),
        (Filters(author="o'neill", tag="SEA"), {1}),
        (Filters(tag="sea"), {1, 3}),
        (Filters(language="PT-br"), {2}),
        (Filters(language="pt"), set()),
        (Filters(section="Sport"), set()),
    ],
)
@pytest.mark.parametrize("sizes", [Sizes(), Sizes(1, 1, 1, 1, 1024)], ids=["one part", "a part an article"])
def test_filters_by_name_pass_their_articles(
    tmp_path: Path, filters: Filters, allowed: set[int] | None, sizes: Sizes
) -> None:
    write_index(tmp_path, ARTICLES, sizes=sizes)
    found = find_allowed(SearchIndex(tmp_path), filters, range(9999))
    assert (None if found is None else {number // sizes.numbers for number in found}) == allowed


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        (0, 0, range(4)),
        (1998, 0, range(1, 4)),
        (0, 2019, range(1, 3)),
        (1999, 2019, range(2, 3)),
        (1999, 2000, range(0)),
        (2021, 0, range(0)),
    ],
)
def test_filters_by_year_leave_out_undated_articles(tmp_path: Path, first: int, last: int, numbers: range) -> None:
    write_index(tmp_path, ARTICLES)
    assert find_numbers(SearchIndex(tmp_path), Filters(first_year=first, last_year=last)) == numbers


def test_all_articles_of_some_years_have_a_section_or_a_language(tmp_path: Path) -> None:
    write_index(tmp_path, [*ARTICLES, IndexedArticle("e", day="2020", section="", language="sv")])
    index = SearchIndex(tmp_path)
    assert find_all(index, range(1, 5)) == {1, 2, 3, 4}
    assert find_all(index, range(2, 4)) == {2, 3}
