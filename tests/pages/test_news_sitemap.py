from collections.abc import Sequence

import pytest

from newsgen.pages.sitemap import plan_sitemap
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import render, texts
from tests.support.validators import check_sitemap

NEWS = {"news": "http://www.google.com/schemas/sitemap-news/0.9", "map": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SITE = Site(title="The <Quay>", url="https://quay.example/news", news_sitemap=True)


def made(articles: Sequence[Article], site: Site = SITE) -> dict[str, bytes]:
    archive = make_archive(articles, site)
    return {page.file: render(page, archive, site) for page in plan_sitemap(archive, site)}


def news_of(articles: Sequence[Article], site: Site = SITE) -> list[tuple[str, ...]]:
    """The URL, paper, language, date and headline of each article in the sitemap."""
    urls = check_sitemap(made(articles, site)["sitemap-news.xml"]).findall("map:url", NEWS)
    paths = ("map:loc", "*/*/news:name", "*/*/news:language", "*/news:publication_date", "*/news:title")
    return [tuple(url.findtext(path, namespaces=NEWS) for path in paths) for url in urls]


def test_the_index_names_it_if_the_settings_ask_for_it() -> None:
    index = check_sitemap(made(daily_articles(1))["sitemap.xml"])
    assert texts(index, "map:sitemap/map:loc")[-1] == "https://quay.example/news/sitemap-news.xml"
    assert "sitemap-news.xml" not in made(daily_articles(1), Site(url="https://quay.example"))


def test_it_lists_the_articles_of_the_newest_day_and_the_one_before() -> None:
    """Not of the clock, and not of dates without a day."""
    articles = [
        *daily_articles(4),
        an_article("late.md", published="2024-01-04 07:15", headline="Tides & <mills>"),
        an_article("month.md", published="2024-01"),
        an_article("undated.md"),
    ]
    base = "https://quay.example/news/2024/01"
    assert news_of(articles) == [
        (f"{base}/tides-mills.html", "The <Quay>", "en", "2024-01-04T07:15:00Z", "Tides & <mills>"),
        (f"{base}/note-04.html", "The <Quay>", "en", "2024-01-04", "Note 04"),
        (f"{base}/note-03.html", "The <Quay>", "en", "2024-01-03", "Note 03"),
    ]


@pytest.mark.parametrize(
    ("language", "code"),
    [("en-GB", "en"), ("zh", "zh-cn"), ("zh-Hant", "zh-tw"), ("zh-TW", "zh-tw"), ("zh-Hans", "zh-cn"), ("gsw", "gsw")],
)
def test_languages_have_googles_codes(language: str, code: str) -> None:
    ((_, _, named, _, _),) = news_of(daily_articles(1), SITE.model_copy(update={"language": language}))
    assert named == code


@pytest.mark.long
def test_it_lists_a_thousand_articles_at_most() -> None:
    several = [an_article(f"{number}.md", published="2024-01-01") for number in range(1_001)]
    assert len(news_of(several)) == 1_000
