from collections.abc import Sequence

import pytest

from newsgen.archive.archive import Archive
from newsgen.pages.calendar import ARCHIVE_FILE, plan_day, plan_month, plan_year
from newsgen.pages.listing_links import year_file
from newsgen.pages.month_grid import Day, Grid
from newsgen.pages.page import View
from newsgen.record.article import Article
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site
from tests.support.calendars import ARCHIVE, ARTICLES, SITE, plan_all
from tests.support.records import an_article, make_archive
from tests.support.rendering import no_text, page_at, read_html, texts


def view_of(file: str, archive: Archive = ARCHIVE, site: Site = SITE) -> View:
    return page_at(file, plan_all(archive, site)).view(no_text)


def planned(articles: Sequence[Article], site: Site = SITE) -> list[tuple[str, str, str]]:
    return [(page.file, page.template, str(page.target)) for page in plan_all(make_archive(articles, site), site)]


def days_of(grid: Grid) -> dict[int, tuple[int, int, str]]:
    """The number of articles, the shade and the link of each day that has articles."""
    found: list[Day] = [day for week in grid for day in week if day and day.articles]
    return {day.number: (day.articles, day.shade, day.href) for day in found}


def link(date: PartialDate, file: str) -> dict[str, object]:
    """The link to an adjacent year, month or day."""
    return {"date": date, "href": file}


def test_a_calendar_has_a_page_of_all_years_one_of_each_year_and_the_sheets_of_each_month() -> None:
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
    assert files == [file for file, _, target in planned(ARTICLES) if not target.startswith("days:")]


def test_without_dates_there_is_only_the_page_of_all_years() -> None:
    assert planned([an_article()]) == [(ARCHIVE_FILE, "years.html", "calendar:")]


def test_the_page_of_all_years_lists_them_newest_first() -> None:
    view = view_of(ARCHIVE_FILE)
    assert [(year["year"], year["href"], year["count"]) for year in view["years"]] == [
        (2024, "2024/index.html", 13),
        (1998, "1998/index.html", 1),
        (987, "0987/index.html", 1),
    ]
    assert (view["undated"], view["undated_href"]) == (1, "undated/index.html")


def test_the_page_of_all_years_shades_each_month_by_the_busiest_of_all() -> None:
    shades = {year["year"]: [month["shade"] for month in year["months"]] for year in view_of(ARCHIVE_FILE)["years"]}
    assert shades == {2024: [4, 0, 1, *[0] * 9], 1998: [0] * 12, 987: [*[0] * 11, 1]}


def test_a_year_has_all_twelve_months_with_their_numbers() -> None:
    months = view_of("2024/index.html")["months"]
    assert [month["date"] for month in months] == [PartialDate(2024, month) for month in range(1, 13)]
    assert [month["count"] for month in months] == [11, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert [month["shade"] for month in months] == [4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert months[0]["href"] == "2024/01/index.html"


def test_a_year_has_a_calendar_of_each_month_shaded_by_its_busiest_day() -> None:
    articles = [
        *(an_article(f"a{number}.md", published="2024-01-31") for number in range(8)),
        *(an_article(f"b{number}.md", published="2024-02-29 07:15") for number in range(4)),
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
        *(an_article(f"a{number}.md", published="2024-01-31") for number in range(8)),
        *(an_article(f"b{number}.md", published="2024-02-29") for number in range(2)),
        an_article("c.md", published="2024-02-01"),
    ]
    view = view_of("2024/02/index.html", make_archive(articles, SITE))
    assert days_of(view["grid"]) == {1: (1, 2, "2024/02/01/index.html"), 29: (2, 4, "2024/02/29/index.html")}
    assert len(view["grid"]) == 5


def test_a_site_without_pages_of_days_has_no_month_grids() -> None:
    site = SITE.model_copy(update={"day_pages": False})
    archive = make_archive(ARTICLES, site)
    pages = list(plan_all(archive, site))
    assert [month["grid"] for month in page_at("2024/index.html", pages).view(no_text)["months"]] == [()] * 12
    assert page_at("2024/01/index.html", pages).view(no_text)["grid"] == ()
    for file in ("2024/index.html", "2024/01/index.html"):
        assert texts(read_html(page_at(file, pages), archive, site), "//main//table") == []


def test_a_year_shows_its_articles_without_a_month() -> None:
    assert [card.path for card in view_of("2024/index.html")["cards"]] == ["whole-year.md"]
    assert [card.path for card in view_of("1998/index.html")["cards"]] == ["old.md"]


YEAR_987, YEAR_1998, YEAR_2024 = (link(PartialDate(year), year_file(year)) for year in (987, 1998, 2024))


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
    assert view["earlier"] == link(PartialDate(987, 12), "0987/12/index.html")
    assert view["later"] == link(PartialDate(2024, 3), "2024/03/index.html")
    older = view_of("2024/01/sheet-1.html")
    assert (older["earlier"], older["later"], older["grid"]) == (None, None, None)


def test_a_day_leads_to_the_nearest_days_that_have_articles_whatever_the_month() -> None:
    view = view_of("2024/01/01/index.html")
    assert view["earlier"] == link(PartialDate(987, 12, 24), "0987/12/24/index.html")
    assert view["later"] == link(PartialDate(2024, 1, 2), "2024/01/02/index.html")
    assert view_of("2024/01/11/index.html")["later"] is None


@pytest.mark.parametrize("key", ["1998", "2024-01", "2024-01-01"])
def test_the_page_of_a_period_changes_with_the_periods_before_and_after(key: str) -> None:
    more = make_archive([*ARTICLES, an_article("more.md", published="1990-05-05")], SITE)
    file = f"{key.replace('-', '/')}/index.html"
    pages = [page_at(file, plan_all(archive)) for archive in (ARCHIVE, more)]
    assert pages[0].view(no_text)["earlier"] != pages[1].view(no_text)["earlier"]
    assert pages[0].data() != pages[1].data()


def test_a_year_month_or_day_without_articles_has_no_page() -> None:
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
