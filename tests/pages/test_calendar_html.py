from newsgen.pages.calendar import ARCHIVE_FILE
from newsgen.settings.site import Site
from tests.support.calendars import ARCHIVE, SITE, plan_all
from tests.support.records import daily_articles, make_archive
from tests.support.rendering import page_at, read_html, texts


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


def test_a_month_is_shown_by_its_name_with_its_calendar_and_a_link_to_its_year() -> None:
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


def test_a_day_is_shown_by_its_date_with_links_to_its_month_and_the_days_before_and_after() -> None:
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
