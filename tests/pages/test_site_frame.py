from newsgen import __version__
from newsgen.pages.feeds.links import FeedLink
from newsgen.pages.listing_links import ListingLink
from newsgen.pages.site_frame import make_frame, title_of
from newsgen.record.article import Article
from newsgen.settings.appearance import Logo, ThemeSettings
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive

SITE = Site(title="The Quay", language="ar", sections=("Wind",))
ARTICLES = [*daily_articles(2, section="Sea"), an_article("wind.md", section="Wind", published="1998")]


def digest(*more: Article, site: Site = SITE) -> bytes:
    return make_frame(site, make_archive([*ARTICLES, *more], site)).digest


def test_every_page_sees_the_site_its_sections_and_its_single_pages() -> None:
    assert make_frame(SITE, make_archive(ARTICLES, SITE)).values == {
        "site": SITE,
        "sections": (ListingLink("Wind", "sections/wind.html"), ListingLink("Sea", "sections/sea.html")),
        "feeds": (
            FeedLink("application/atom+xml", "feed.xml"),
            FeedLink("application/feed+json", "feed.json"),
        ),
        "group_indexes": (),
        "has_undated": False,
        "generator": f"newsgen {__version__}",
        "has_theme": False,
        "direction": "rtl",
    }


def test_the_navigation_leads_to_the_sections_the_calendar_and_the_search() -> None:
    assert make_frame(SITE, make_archive(ARTICLES, SITE)).navigation == {
        "archive.html",
        "search.html",
        "sections/sea.html",
        "sections/wind.html",
    }


def test_a_site_without_a_title_has_one_in_its_language() -> None:
    titles = [title_of(site) for site in (Site(), Site(language="de"), Site(title="News archive", language="de"))]
    assert titles == ["News archive", "Nachrichtenarchiv", "News archive"]


def test_an_empty_archive_has_a_frame() -> None:
    values = make_frame(Site(), make_archive([], Site())).values
    assert (values["sections"], values["feeds"], values["has_undated"]) == ((), (), False)


def test_another_article_of_a_section_does_not_change_the_frame() -> None:
    assert digest(an_article("more.md", section="Sea", published="2025")) == digest()


def test_whatever_every_page_shows_changes_the_frame() -> None:
    digests = {
        digest(),
        digest(an_article("new.md", section="Council", published="2025")),
        digest(an_article("undated.md")),
        digest(site=SITE.model_copy(update={"title": "The Mill"})),
        digest(site=SITE.model_copy(update={"sections": ()})),
        digest(site=SITE.model_copy(update={"day_pages": False})),
        digest(site=SITE.model_copy(update={"theme": ThemeSettings(measure=60)})),
        digest(site=SITE.model_copy(update={"theme": ThemeSettings(logo=Logo(file="a.svg", width=9, height=9))})),
    }
    assert len(digests) == 8


def test_every_page_sees_whether_the_settings_have_a_stylesheet() -> None:
    themes = [ThemeSettings(measure=60), ThemeSettings(logo=Logo(file="a.svg", width=9, height=9)), ThemeSettings()]
    frames = [make_frame(Site(theme=theme), make_archive([], SITE)) for theme in themes]
    assert [frame.values["has_theme"] for frame in frames] == [True, False, False]
