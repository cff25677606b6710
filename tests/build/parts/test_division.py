"""Sources are divided by the year that they seem to be of, and about evenly."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.build.parts.division import DatedSource, divide, guess_year


@pytest.mark.parametrize(
    ("path", "opening", "year"),
    [
        ("2019/03/ferry.md", b"", 2019),
        ("2019-03-14-ferry.md", b"", 2019),
        ("news/1887_harbour.txt", b"", 1887),
        ("ferry.md", b"---\ntitle: The mill of 1902\ndate: 2019-03-14\n---\n", 2019),
        ("2020/ferry.md", b"---\ndate: 2019-03-14\n---\n", 2019),
        ("ferry.json", b'{"headline": "x", \n "date": "2004-02-29"}', 2004),
        ("ferry.txt", b"Ferry returns\nBy Ada Quill\nMarch 14, 2019\n", 2019),
        ("ferry.md", b"No year, but 12345 and 2150.", 0),
        ("ferry-20190314.md", b"", 0),
        ("ferry.md", b"\xff\xfe1\x009\x00", 0),
    ],
)
def test_the_year_is_the_declared_one_or_that_of_the_path_or_the_first(path: str, opening: bytes, year: int) -> None:
    assert guess_year(path, opening) == year


def sources(*years: int) -> list[DatedSource]:
    """Sources of one size, so many of each year from 2000 on."""
    return [DatedSource(2000 + n, f"{n}-{number}", 99) for n, many in enumerate(years) for number in range(many)]


@pytest.mark.parametrize(
    ("years", "parts", "sizes"),
    [
        ((10, 10), 2, [10, 10]),
        ((9, 11), 2, [9, 11]),
        ((20,), 2, [10, 10]),
        ((2, 16, 2), 2, [10, 10]),
        ((10, 10, 10), 1, [30]),
        ((1, 1), 4, [0, 1, 0, 1]),
        ((), 2, [0, 0]),
    ],
)
def test_a_part_begins_with_a_year_where_one_begins_nearby(years: list[int], parts: int, sizes: list[int]) -> None:
    assert sorted(map(len, divide(sources(*years), parts))) == sorted(sizes)


DATED = st.builds(DatedSource, st.integers(1998, 2004), st.text("abc", max_size=4), st.integers(0, 5_000))


@given(st.lists(DATED, max_size=40, unique_by=lambda source: source.path), st.integers(1, 50))
def test_every_source_is_in_one_part_and_years_follow_each_other(found: list[DatedSource], parts: int) -> None:
    divided = divide(found, parts)
    assert len(divided) == parts
    assert sorted(path for paths in divided for path in paths) == sorted(source.path for source in found)
    years = {source.path: source.year for source in found}
    spans = [[years[path] for path in paths] for paths in divided if paths]
    assert all(max(before) <= min(after) for before, after in pairwise(spans))
    assert divide(reversed(found), parts) == divided
