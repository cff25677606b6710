from collections.abc import Iterator, Sequence

import pytest

from newsgen.archive.archive import Archive
from newsgen.pages.calendar import ARCHIVE_FILE, plan_calendar, plan_day, plan_month, plan_year
from newsgen.pages.month_grid import Day, Grid
from newsgen.pages.page import Page, View, year_file
from newsgen.record.article import Article
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import page_at, read_html, texts

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
        yield from plan_year(year.key, archive, site)
    for month in archive.groups("months"):
        yield from plan_month(month.key, archive, site)
    for day in archive.groups("days"):
        yield from plan_day(day.key, archive, site)


def view_of(file: str, archive: Archive = ARCHIVE, site: Site = SITE) -> View:
    return page_at(file, plan_all(archive, site)).view()


def planned(articles: Sequence[Article], site: Site = SITE) -> list[tuple[str, str, str]]:
    return [(page.file, page.template, page.owner) for page in plan_all(make_archive(articles, site), site)]


def days_of(grid: Grid) -> dict[int, tuple[int, int, str]]:
    """The articles, the shade and the link of each day that has articles."""
    found: list[Day] = [day for week in grid for day in week if day and day.articles]
    return {day.number: (day.articles, day.heat, day.href) for day in found}


def way(date: PartialDate, file: str) -> dict[str, object]:
    """The link to a year, month or day beside another."""
    return {"date": date, "href": file}


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
        ("0987/12/24/index.html", "listing.html", "days:0987-12-24"),
        *((f"2024/01/{day:02}/index.html", "listing.html", f"days:2024-01-{day:02}") for day in range(1, 12)),
    ]


def test_a_site_may_have_no_pages_of_days() -> None:
    files = [file for file, _, _ in planned(ARTICLES, SITE.model_copy(update={"day_pages": False}))]
    assert files == [file for file, _, owner in planned(ARTICLES) if not owner.startswith("days:")]


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


def test_the_page_of_all_years_shades_every_month_among_all_months() -> None:
    shades = {year["year"]: [month["heat"] for month in year["months"]] for year in view_of(ARCHIVE_FILE)["years"]}
    assert shades == {2024: [4, 0, 1, *[0] * 9], 1998: [0] * 12, 987: [*[0] * 11, 1]}


def test_a_year_has_all_twelve_months_with_their_numbers() -> None:
    months = view_of("2024/index.html")["months"]
    assert [month["date"] for month in months] == [PartialDate(2024, month) for month in range(1, 13)]
    assert [month["count"] for month in months] == [11, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert [month["heat"] for month in months] == [4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert months[0]["href"] == "2024/01/index.html"


def test_a_year_has_a_calendar_of_each_month_shaded_by_its_busiest_day() -> None:
    articles = [
        *(an_article(f"a{place}.md", published="2024-01-31") for place in range(8)),
        *(an_article(f"b{place}.md", published="2024-02-29 07:15") for place in range(4)),
        an_article("c.md", published="2024-02-01"),
        an_article("other.md", published="2023-02-01"),
        an_article("month.md", published="2024-02"),
    ]
    view = view_of("2024/index.html", make_archive(articles, SITE))
    assert [days_of(month["grid"]) for month in view["months"]] == [
        {31: (8, 4, "2024/01/31/index.html")},
        {1: (1, 1, "2024/02/01/index.html"), 29: (4, 2, "2024/02/29/index.html")},
        *[{}] * 10,
    ]
    assert [weekday.name for weekday in view["weekdays"]][:2] == ["Sunday", "Monday"]


def test_a_month_has_a_calendar_shaded_by_its_own_busiest_day() -> None:
    articles = [
        *(an_article(f"a{place}.md", published="2024-01-31") for place in range(8)),
        *(an_article(f"b{place}.md", published="2024-02-29") for place in range(2)),
        an_article("c.md", published="2024-02-01"),
    ]
    view = view_of("2024/02/index.html", make_archive(articles, SITE))
    assert days_of(view["grid"]) == {1: (1, 2, "2024/02/01/index.html"), 29: (2, 4, "2024/02/29/index.html")}
    assert len(view["grid"]) == 5


def test_where_there_are_no_pages_of_days_there_are_no_calendars() -> None:
    site = SITE.model_copy(update={"day_pages": False})
    archive = make_archive(ARTICLES, site)
    pages = list(plan_all(archive, site))
    assert [month["grid"] for month in page_at("2024/index.html", pages).view()["months"]] == [()] * 12
    assert page_at("2024/01/index.html", pages).view()["grid"] == ()
    for file in ("2024/index.html", "2024/01/index.html"):
        assert texts(read_html(page_at(file, pages), archive, site), "//main//table") == []


def test_a_year_shows_the_articles_of_which_no_month_is_known() -> None:
    assert [card.path for card in view_of("2024/index.html")["cards"]] == ["whole-year.md"]
    assert [card.path for card in view_of("1998/index.html")["cards"]] == ["old.md"]


YEAR_987, YEAR_1998, YEAR_2024 = (way(PartialDate(year), year_file(year)) for year in (987, 1998, 2024))


@pytest.mark.parametrize(
    ("year", "earlier", "later"),
    [(987, None, YEAR_1998), (1998, YEAR_987, YEAR_2024), (2024, YEAR_1998, None)],
)
def test_a_year_leads_to_the_nearest_years_that_have_articles(
    year: int, earlier: dict[str, object] | None, later: dict[str, object] | None
) -> None:
    view = view_of(year_file(year))
    assert (view["earlier"], view["later"]) == (earlier, later)


def test_a_month_leads_to_the_nearest_months_that_have_articles() -> None:
    view = view_of("2024/01/index.html")
    assert view["earlier"] == way(PartialDate(987, 12), "0987/12/index.html")
    assert view["later"] == way(PartialDate(2024, 3), "2024/03/index.html")
    older = view_of("2024/01/sheet-1.html")
    assert (older["earlier"], older["later"], older["grid"]) == (None, None, None)


def test_a_day_leads_to_the_nearest_days_that_have_articles_whatever_the_month() -> None:
    view = view_of("2024/01/01/index.html")
    assert view["earlier"] == way(PartialDate(987, 12, 24), "0987/12/24/index.html")
    assert view["later"] == way(PartialDate(2024, 1, 2), "2024/01/02/index.html")
    assert view_of("2024/01/11/index.html")["later"] is None


@pytest.mark.parametrize("key", ["1998", "2024-01", "2024-01-01"])
def test_a_page_of_time_changes_when_what_stands_beside_it_does(key: str) -> None:
    more = make_archive([*ARTICLES, an_article("more.md", published="1990-05-05")], SITE)
    file = f"{key.replace('-', '/')}/index.html"
    pages = [page_at(file, plan_all(archive)) for archive in (ARCHIVE, more)]
    assert pages[0].view()["earlier"] != pages[1].view()["earlier"]
    assert pages[0].data() != pages[1].data()


def test_a_year_month_or_day_that_no_article_is_of_has_no_page() -> None:
    assert list(plan_year("1999", ARCHIVE, SITE)) == []
    assert list(plan_month("1998-01", ARCHIVE, SITE)) == []
    assert list(plan_day("2024-01-12", ARCHIVE, SITE)) == []
    assert list(plan_day("2024-02-29", ARCHIVE, SITE)) == []


def test_a_month_shows_its_articles_the_newest_first() -> None:
    view = view_of("2024/01/index.html")
    assert [card.path for card in view["cards"]] == [f"note-{day:02}.md" for day in range(11, 5, -1)]
    assert {key: view[key] for key in ("kind", "date", "up", "count")} == {
        "kind": "months",
        "date": PartialDate(2024, 1),
        "up": "2024/index.html",
        "count": 11,
    }


def test_a_day_shows_its_articles_in_sheets_the_newest_first() -> None:
    articles = [
        an_article("early.md", published="2024-02-29"),
        *(an_article(f"note-{hour:02}.md", published=f"2024-02-29 {hour:02}:00") for hour in range(10)),
        an_article("month.md", published="2024-02"),
    ]
    archive = make_archive(articles, SITE)
    view = view_of("2024/02/29/index.html", archive)
    assert [card.path for card in view["cards"]] == [f"note-{hour:02}.md" for hour in range(9, 3, -1)]
    assert {key: view[key] for key in ("kind", "date", "up", "count", "older")} == {
        "kind": "days",
        "date": PartialDate(2024, 2, 29),
        "up": "2024/02/index.html",
        "count": 11,
        "older": "2024/02/29/sheet-1.html",
    }
    oldest = view_of("2024/02/29/sheet-1.html", archive)
    assert [card.path for card in oldest["cards"]][-2:] == ["note-00.md", "early.md"]


def test_the_page_of_all_years_is_shown_with_links_and_numbers() -> None:
    html = read_html(page_at(ARCHIVE_FILE, plan_all(ARCHIVE)), ARCHIVE, SITE)
    assert texts(html, "//tbody/tr/th") == ["2024", "1998", "987"]
    assert texts(html, "//tbody/tr/th/a/@href") == ["2024/index.html", "1998/index.html", "0987/index.html"]
    assert texts(html, "//tbody/tr[1]/td") == ["January 2024: 11", "", "March 2024: 1", *[""] * 9, "13"]
    assert texts(html, "//tbody/tr[1]/td/a/@href") == ["2024/01/index.html", "2024/03/index.html"]
    assert texts(html, "//tbody/tr[1]/td[a]/@class") == ["heat-4", "heat-1"]
    assert len(texts(html, "//thead//th")) == 14
    assert texts(html, "//main//ul/li/a/@href") == ["on-this-day/index.html", "undated/index.html"]
    assert texts(html, "//main//ul/li")[1] == "Undated 1"


def test_a_year_is_shown_with_its_months_and_its_neighbours() -> None:
    pages = list(plan_all(ARCHIVE))
    html = read_html(page_at("1998/index.html", pages), ARCHIVE, SITE)
    assert texts(html, "//h1") == ["1998"]
    assert texts(html, "//header/p[@class='count']") == ["1 article"]
    assert texts(html, "//section//h2/a") == []
    assert texts(html, "//article//h3/a/@href") == ["../1998/old.html"]
    assert texts(html, "//a[@rel='prev']") + texts(html, "//a[@rel='prev']/@href") == ["987", "../0987/index.html"]
    assert texts(html, "//a[@rel='next']/@href") == ["../2024/index.html"]
    full = read_html(page_at("2024/index.html", pages), ARCHIVE, SITE)
    assert texts(full, "//section/h2/a") == ["January", "March"]
    assert texts(full, "//section/h2/a/@href") == ["../2024/01/index.html", "../2024/03/index.html"]
    assert len(texts(full, "//table[1]//th")) == 7 * len(texts(full, "//table"))
    assert texts(full, "//td/a/@href") == [f"../2024/01/{day:02}/index.html" for day in range(1, 12)]
    assert set(texts(full, "//td[a]/@class")) == {"heat-4"}


def test_a_month_is_shown_by_its_name_with_its_calendar_and_the_way_to_its_year() -> None:
    pages = list(plan_all(ARCHIVE))
    html = read_html(page_at("2024/01/index.html", pages), ARCHIVE, SITE)
    assert texts(html, "//title") == ["January 2024 – The Quay"]
    assert texts(html, "//main//p[@class='kicker']/a/@href")[0] == "../../2024/index.html"
    assert texts(html, "//article//h2") == [f"Note {day:02}" for day in range(11, 5, -1)]
    assert texts(html, "//table//td/a")[0] == "1 1 article"
    assert texts(html, "//table//td/a/@href")[0] == "../../2024/01/01/index.html"
    assert texts(html, "//table//th")[0] == "S"
    assert texts(html, "//table//th/abbr/@title")[0] == "Sunday"
    assert texts(html, "//a[@rel='next']/@href") == ["../../2024/01/sheet-1.html", "../../2024/03/index.html"]
    older = read_html(page_at("2024/01/sheet-1.html", pages), ARCHIVE, SITE)
    assert texts(older, "//a[@rel='prev']/@href") == ["../../2024/01/index.html"]
    assert texts(older, "//table") == []


def test_a_day_is_shown_by_its_date_with_the_way_to_its_month_and_the_days_beside_it() -> None:
    html = read_html(page_at("2024/01/02/index.html", plan_all(ARCHIVE)), ARCHIVE, SITE)
    assert texts(html, "//title") == ["January 2, 2024 – The Quay"]
    assert texts(html, "//h1") == ["January 2, 2024"]
    assert texts(html, "//main//p[@class='kicker']/a") == ["January 2024"]
    assert texts(html, "//main//p[@class='kicker']/a/@href") == ["../../../2024/01/index.html"]
    assert texts(html, "//article//h2/a/@href") == ["../../../2024/01/note-02.html"]
    assert texts(html, "//a[@rel='prev']") == ["January 1, 2024"]
    assert texts(html, "//a[@rel='prev']/@href") == ["../../../2024/01/01/index.html"]
    assert texts(html, "//a[@rel='next']/@href") == ["../../../2024/01/03/index.html"]


def test_dates_are_written_in_the_sites_language() -> None:
    site = Site(language="fr")
    archive = make_archive(daily_articles(1, language="fr"), site)
    pages = list(plan_all(archive, site))
    assert texts(read_html(page_at("2024/01/index.html", pages), archive, site), "//h1") == ["janvier 2024"]
    assert texts(read_html(page_at("2024/01/01/index.html", pages), archive, site), "//h1") == ["1 janvier 2024"]
    year = read_html(page_at("2024/index.html", pages), archive, site)
    assert texts(year, "//section/h2/a") == ["janvier"]
    assert texts(year, "//section[1]//th/abbr/@title")[0] == "lundi"
    assert texts(year, "//section[1]//td")[:2] == ["1 1 article", "2"]
