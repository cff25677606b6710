from collections.abc import Iterator, Sequence

import pytest

from newsgen.archive import Archive
from newsgen.article import Article
from newsgen.config import Site
from newsgen.dates import PartialDate
from newsgen.pages.calendar import ARCHIVE_FILE, month_file, plan_calendar, plan_month, plan_year, year_file
from newsgen.pages.page import Page, View
from tests.records import an_article, daily_articles, make_archive
from tests.rendering import page_at, read_html, texts

SITE = Site(title="The Quay", language="en", sheet_size=5)
ARTICLES = [
    *daily_articles(11),
    an_article("whole-year.md", published="2024"),
    an_article("march.md", published="2024-03"),
    an_article("old.md", published="1998"),
    an_article("older.md", published="0987-12-24"),
    an_article("undated.md"),
]
ARCHIVE = make_archive(ARTICLES, SITE)


def plan_all(archive: Archive, site: Site = SITE) -> Iterator[Page]:
    """All pages of the archive by date."""
    yield from plan_calendar(archive)
    for year in archive.groups("years"):
        yield from plan_year(year.key, archive)
    for month in archive.groups("months"):
        yield from plan_month(month.key, archive, site)


def view_of(file: str, archive: Archive = ARCHIVE) -> View:
    return page_at(file, plan_all(archive)).view()


def planned(articles: Sequence[Article]) -> list[tuple[str, str, str]]:
    return [(page.file, page.template, page.owner) for page in plan_all(make_archive(articles, SITE))]


@pytest.mark.parametrize(("year", "month", "folder"), [(2024, 2, "2024/02"), (987, 12, "0987/12")])
def test_years_and_months_have_folders_with_an_index(year: int, month: int, folder: str) -> None:
    assert year_file(year) == f"{folder[:4]}/index.html"
    assert month_file(year, month) == f"{folder}/index.html"


def test_there_is_a_page_of_all_years_one_a_year_and_the_sheets_of_each_month() -> None:
    assert planned(ARTICLES) == [
        (ARCHIVE_FILE, "years.html", "calendar:"),
        ("0987/index.html", "year.html", "years:0987"),
        ("1998/index.html", "year.html", "years:1998"),
        ("2024/index.html", "year.html", "years:2024"),
        ("0987/12/index.html", "listing.html", "months:0987-12"),
        ("2024/01/index.html", "listing.html", "months:2024-01"),
        ("2024/01/sheet-1.html", "listing.html", "months:2024-01"),
        ("2024/03/index.html", "listing.html", "months:2024-03"),
    ]


def test_without_dates_there_is_only_the_page_of_all_years() -> None:
    assert planned([an_article()]) == [(ARCHIVE_FILE, "years.html", "calendar:")]


def test_the_page_of_all_years_tells_every_year_the_newest_first() -> None:
    view = view_of(ARCHIVE_FILE)
    assert [(year["year"], year["href"], year["count"]) for year in view["years"]] == [
        (2024, "2024/index.html", 13),
        (1998, "1998/index.html", 1),
        (987, "0987/index.html", 1),
    ]
    assert (view["undated"], view["undated_href"]) == (1, "undated/index.html")


def test_a_year_has_all_twelve_months_with_their_numbers() -> None:
    months = view_of("2024/index.html")["months"]
    assert [month["date"] for month in months] == [PartialDate(2024, month) for month in range(1, 13)]
    assert [month["count"] for month in months] == [11, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert months[0]["href"] == "2024/01/index.html"


def test_a_year_shows_the_articles_of_which_no_month_is_known() -> None:
    assert [card.path for card in view_of("2024/index.html")["cards"]] == ["whole-year.md"]
    assert [card.path for card in view_of("1998/index.html")["cards"]] == ["old.md"]


@pytest.mark.parametrize(("year", "earlier", "later"), [(987, None, 1998), (1998, 987, 2024), (2024, 1998, None)])
def test_a_year_leads_to_the_nearest_years_that_have_articles(
    year: int, earlier: int | None, later: int | None
) -> None:
    view = view_of(year_file(year))
    assert view["earlier"] == ({"year": earlier, "href": year_file(earlier)} if earlier else None)
    assert view["later"] == ({"year": later, "href": year_file(later)} if later else None)


def test_a_year_or_month_that_no_article_is_of_has_no_page() -> None:
    assert list(plan_year("1999", ARCHIVE)) == []
    assert list(plan_month("1998-01", ARCHIVE, SITE)) == []


def test_a_month_shows_its_articles_the_newest_first() -> None:
    view = view_of("2024/01/index.html")
    assert [card.path for card in view["cards"]] == [f"note-{day:02}.md" for day in range(11, 5, -1)]
    assert {key: view[key] for key in ("kind", "title", "date", "year_href", "count")} == {
        "kind": "month",
        "title": "2024-01",
        "date": PartialDate(2024, 1),
        "year_href": "2024/index.html",
        "count": 11,
    }


def test_the_page_of_all_years_is_shown_with_links_and_numbers() -> None:
    html = read_html(page_at(ARCHIVE_FILE, plan_all(ARCHIVE)), ARCHIVE, SITE)
    assert texts(html, "//section/h2") == ["2024 13", "1998 1", "987 1", "Undated 1"]
    assert texts(html, "//section/h2/a/@href") == [
        "2024/index.html",
        "1998/index.html",
        "0987/index.html",
        "undated/index.html",
    ]
    assert texts(html, "//section[1]//li") == ["January 2024 11", "March 2024 1"]
    assert texts(html, "//section[1]//li/a/@href") == ["2024/01/index.html", "2024/03/index.html"]


def test_a_year_is_shown_with_its_months_and_its_neighbours() -> None:
    html = read_html(page_at("1998/index.html", plan_all(ARCHIVE)), ARCHIVE, SITE)
    assert texts(html, "//h1") == ["1998"]
    assert texts(html, "//main//p[@class='count']") == ["1 article"]
    assert texts(html, "//ul[@class='months']/li") == []
    assert texts(html, "//article//h3/a/@href") == ["../1998/old.html"]
    assert texts(html, "//a[@rel='prev']/@href") == ["../0987/index.html"]
    assert texts(html, "//a[@rel='next']/@href") == ["../2024/index.html"]


def test_a_month_is_shown_by_its_name_with_the_way_to_its_year() -> None:
    pages = list(plan_all(ARCHIVE))
    html = read_html(page_at("2024/01/index.html", pages), ARCHIVE, SITE)
    assert texts(html, "//title") == ["January 2024 – The Quay"]
    assert texts(html, "//main//p[@class='kicker']/a/@href")[0] == "../../2024/index.html"
    assert texts(html, "//article//h2") == [f"Note {day:02}" for day in range(11, 5, -1)]
    assert texts(html, "//a[@rel='next']/@href") == ["../../2024/01/sheet-1.html"]
    older = read_html(page_at("2024/01/sheet-1.html", pages), ARCHIVE, SITE)
    assert texts(older, "//a[@rel='prev']/@href") == ["../../2024/01/index.html"]


def test_dates_are_written_in_the_sites_language() -> None:
    site = Site(language="fr")
    archive = make_archive(daily_articles(1, language="fr"), site)
    pages = list(plan_all(archive, site))
    assert texts(read_html(page_at("2024/01/index.html", pages), archive, site), "//h1") == ["janvier 2024"]
    assert texts(read_html(page_at("2024/index.html", pages), archive, site), "//li/a[contains(., 'janvier')]") == [
        "janvier 2024"
    ]
