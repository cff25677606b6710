from collections.abc import Iterator, Sequence

import pytest

from newsgen.archive.archive import Archive
from newsgen.pages.on_this_day import INDEX_FILE, anniversary_file, plan_anniversaries, plan_anniversary
from newsgen.pages.page import Page
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive
from tests.support.rendering import no_text, page_at, read_html, texts

SITE = Site(title="The Quay", language="en-GB", sheet_size=5)
ARTICLES = [
    *(an_article(f"note-{year}.md", published=f"{year}-03-14") for year in range(2010, 2021)),
    an_article("again.md", published="2020-03-14 07:15"),
    an_article("leap.md", published="2020-02-29"),
    an_article("month.md", published="2020-03"),
    an_article("year.md", published="2020"),
    an_article("undated.md"),
]
ARCHIVE = make_archive(ARTICLES, SITE)


def plan_all(archive: Archive = ARCHIVE, site: Site = SITE) -> Iterator[Page]:
    """All pages of days of the year, and their index."""
    for group in archive.groups("anniversaries"):
        yield from plan_anniversary(group.key, archive, site)
    yield from plan_anniversaries(archive, site)


def index_of(articles: Sequence[Article]) -> dict[int, list[tuple[int, str]]]:
    """The days of the index by month."""
    archive = make_archive(articles, SITE)
    return dict(page_at(INDEX_FILE, plan_all(archive)).view(no_text)["months"])


@pytest.mark.parametrize(("day", "file"), [((3, 14), "on-this-day/03-14.html"), ((12, 1), "on-this-day/12-01.html")])
def test_a_day_of_the_year_has_one_page_for_all_years(day: tuple[int, int], file: str) -> None:
    assert anniversary_file(*day) == file


def test_every_day_of_the_year_that_has_articles_has_its_sheets() -> None:
    assert [(page.file, page.template, str(page.target)) for page in plan_all()] == [
        ("on-this-day/02-29.html", "listing.html", "anniversaries:02-29"),
        ("on-this-day/03-14.html", "listing.html", "anniversaries:03-14"),
        ("on-this-day/03-14/sheet-1.html", "listing.html", "anniversaries:03-14"),
        ("on-this-day/index.html", "anniversaries.html", "index:anniversaries"),
    ]


def test_a_day_of_the_year_without_articles_has_no_page() -> None:
    assert list(plan_anniversary("03-15", ARCHIVE, SITE)) == []
    assert list(plan_anniversary("02-29", make_archive(ARTICLES[:3], SITE), SITE)) == []


def test_a_site_may_have_no_pages_of_days_of_the_year() -> None:
    site = Site(on_this_day=False)
    assert list(plan_all(make_archive(ARTICLES, site), site)) == []


def test_a_day_of_the_year_lists_its_articles_of_all_years_newest_first() -> None:
    view = page_at("on-this-day/03-14.html", plan_all()).view(no_text)
    assert [card.path for card in view["cards"]] == [
        "again.md",
        *(f"note-{year}.md" for year in (2020, 2019, 2018, 2017, 2016, 2015)),
    ]
    assert {key: view[key] for key in ("kind", "month", "day", "count")} == {
        "kind": "anniversaries",
        "month": 3,
        "day": 14,
        "count": 12,
    }


def test_29_february_has_its_own_page() -> None:
    (card,) = page_at("on-this-day/02-29.html", plan_all()).view(no_text)["cards"]
    assert card.path == "leap.md"
    assert index_of(ARTICLES)[2][27:] == [(28, ""), (29, "on-this-day/02-29.html")]


def test_the_index_has_every_day_of_a_leap_year() -> None:
    months = index_of([])
    assert list(months) == list(range(1, 13))
    assert [len(days) for days in months.values()] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert all(days == [(number, "") for number in range(1, len(days) + 1)] for days in months.values())


def test_another_article_on_a_day_that_has_some_does_not_change_the_index() -> None:
    archives = [ARTICLES, [*ARTICLES, an_article("more.md", published="2021-03-14")]]
    one, more = (page_at(INDEX_FILE, plan_all(make_archive(articles, SITE))).data() for articles in archives)
    other = make_archive([*ARTICLES, an_article("more.md", published="2021-03-15")], SITE)
    assert one == more != page_at(INDEX_FILE, plan_all(other)).data()


def test_a_day_of_the_year_is_shown_year_by_year() -> None:
    html = read_html(page_at("on-this-day/03-14.html", plan_all()), ARCHIVE, SITE)
    assert texts(html, "//title") == ["14 March – The Quay"]
    assert texts(html, "//h1") == ["14 March"]
    assert texts(html, "//main//h2") == ["2020", "2019", "2018", "2017", "2016", "2015"]
    assert texts(html, "//main//h3") == [
        "Again",
        "Note 2020",
        "Note 2019",
        "Note 2018",
        "Note 2017",
        "Note 2016",
        "Note 2015",
    ]
    assert texts(html, "//main//p[@class='kicker']/a/@href") == ["../on-this-day/index.html"]
    assert texts(html, "//a[@rel='next']/@href") == ["../on-this-day/03-14/sheet-1.html"]


def test_an_older_sheet_shows_the_years_that_it_holds() -> None:
    html = read_html(page_at("on-this-day/03-14/sheet-1.html", plan_all()), ARCHIVE, SITE)
    assert texts(html, "//h1") == ["14 March"]
    assert texts(html, "//main//h2") == ["2014", "2013", "2012", "2011", "2010"]
    assert texts(html, "//a[@rel='prev']/@href") == ["../../on-this-day/03-14.html"]


def test_the_index_is_shown_with_links_to_the_days_that_have_articles() -> None:
    html = read_html(page_at(INDEX_FILE, plan_all()), ARCHIVE, SITE)
    assert texts(html, "//main//h2")[:2] == ["January", "February"]
    assert len(texts(html, "//main//li")) == 366
    assert texts(html, "//main//li/a") == ["29", "14"]
    assert texts(html, "//main//li/a/@href") == ["../on-this-day/02-29.html", "../on-this-day/03-14.html"]


def test_a_day_is_written_in_the_sites_language() -> None:
    site = Site(language="de")
    archive = make_archive(ARTICLES, site)
    pages = list(plan_all(archive, site))
    assert texts(read_html(page_at("on-this-day/03-14.html", pages), archive, site), "//h1") == ["14. März"]
    assert texts(read_html(page_at(INDEX_FILE, pages), archive, site), "//main//h2")[2] == "März"
