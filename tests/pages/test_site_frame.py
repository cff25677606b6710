"""The frame: what every page shows, and a digest that tells when it changed."""

from newsgen import __version__
from newsgen.pages.feeds.links import FeedLink
from newsgen.pages.page import ListingLink
from newsgen.pages.site_frame import make_frame
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
        "has_undated": False,
        "generator": f"newsgen {__version__}",
        "has_theme": False,
        "direction": "rtl",
    }


def test_an_empty_archive_has_a_frame() -> None:
    values = make_frame(Site(), make_archive([], Site())).values
    assert (values["sections"], values["feeds"], values["has_undated"]) == ((), (), False)


def test_another_article_of_a_section_leaves_the_frame_as_it_is() -> None:
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


def test_every_page_is_told_whether_there_is_a_stylesheet_of_the_settings() -> None:
    themes = [ThemeSettings(measure=60), ThemeSettings(logo=Logo(file="a.svg", width=9, height=9)), ThemeSettings()]
    frames = [make_frame(Site(theme=theme), make_archive([], SITE)) for theme in themes]
    assert [frame.values["has_theme"] for frame in frames] == [True, False, False]
