"""Sort keys put the archive in one order, and know the day of an article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.sort_keys import day_range, is_dated, make_sort_key, year_only_range
from newsgen.record.article import Article
from newsgen.record.dates import parse_date
from newsgen.settings.site import Site
from tests.support.records import an_article, place

WRITTEN = ("1998", "2014-02", "2014-02-03", "2014-02-03 07:15", "2014-02-03 07:15 +01:00", "0987-12-24 23:59:59Z")
DATES = st.none() | st.sampled_from([*map(parse_date, WRITTEN)])
# Moments of a few days, some of them of a month or a year only.
MOMENTS = st.builds(
    lambda day, clock: f"{day}{clock}",
    st.dates(date(2014, 2, 27), date(2014, 3, 2)),
    st.sampled_from(["", " 00:00", " 23:59:59 +14:00", "T07:15Z"]),
) | st.sampled_from(["", "2014", "2014-02", "2014-03"])


def sort_key_of(moment: str, path: str = "a.md", permalink: str = "/a") -> str:
    return place(an_article(path, published=moment or None, permalink=permalink), Site()).sort_key


@given(
    st.lists(
        st.builds(
            an_article,
            path=st.sampled_from(["a.md", "b.md", "a/b.md", "é.md"]),
            permalink=st.sampled_from(["/a.html", "/a b.html", "/é.html", "/a/", "/鷺.html"]),
            published=DATES,
        )
    )
)
def test_sort_keys_sort_by_date_permalink_and_path(articles: list[Article]) -> None:
    def order(article: Article) -> tuple[object, ...]:
        date = article.published
        return (date.year, date.month, date.day, date.clock) if date else (), article.permalink, article.path

    by_key = sorted(articles, key=lambda article: place(article, Site()).sort_key)
    assert list(map(order, by_key)) == sorted(map(order, articles))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2014-02-03", ("20140203", "20140203~")),
        ("2014-02-03 07:15 -05:00", ("20140203", "20140203~")),
        ("0987-12-31", ("09871231", "09871231~")),
        ("2014-02", ("", "")),
        ("2014", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_days_range_is_known_where_the_day_is(moment: str, expected: tuple[str, str]) -> None:
    key = sort_key_of(moment)
    start, end = day_range(key)
    assert (start, end) == expected
    assert not start or start <= key < end


@given(MOMENTS, MOMENTS, st.text(max_size=5), st.text(max_size=5))
def test_a_days_range_holds_the_articles_of_the_day_and_no_other(one: str, other: str, name: str, path: str) -> None:
    first, second = (sort_key_of(moment, path or "a.md", f"/{name}") for moment in (one, other))
    start, end = day_range(first)
    assert (start <= second < end) == (len(one) >= 10 and one[:10] == other[:10])


@given(MOMENTS, st.sampled_from([2013, 2014, 2015]))
def test_a_years_range_holds_the_articles_of_which_no_month_is_known(moment: str, year: int) -> None:
    start, end = year_only_range(year)
    assert (start <= sort_key_of(moment) < end) == (moment == f"{year}")


@given(MOMENTS)
def test_dated_articles_are_known_by_their_keys(moment: str) -> None:
    assert is_dated(sort_key_of(moment)) == bool(moment)
    assert not is_dated("")


def test_a_name_that_is_not_utf_8_has_a_sort_key_that_is() -> None:
    assert make_sort_key("2014-02-03", "/a", "caf\udce9.md") == "20140203\x1f/a\x1fcaf\\udce9.md"
