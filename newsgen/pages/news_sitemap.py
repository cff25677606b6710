"""The sitemap of the latest news, as Google News reads it.

Google reads at most a thousand articles, none older than two days. No page knows which day today is, so the two days
are the newest article's and the one before. Source:
https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.targets import Target
from newsgen.pages.page import Page, View, viewed_page
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

NEWS_FILE = "sitemap-news.xml"
_MAX_ARTICLES = 1_000
_DAYS = timedelta(days=2)


def plan_news(archive: Archive, site: Site) -> Iterator[Page]:
    """The sitemap of the latest news."""
    yield viewed_page(NEWS_FILE, "sitemap_news.xml", Target("sitemap"), partial(_news_view, archive, site))


def _news_view(archive: Archive, site: Site) -> View:
    dated = [(card.published, card) for card in archive.newest(_MAX_ARTICLES) if card.published and card.published.day]
    newest = dated[0][0].day_or_first() if dated else None
    news = [
        (href_of(card.permalink), date.instant() if date.clock else str(date), card.headline)
        for date, card in dated
        if newest and newest - date.day_or_first() < _DAYS
    ]
    return {"news": news, "language": _code(site.language)}


def _code(language: str) -> str:
    """A language as Google expects it: two or three letters, except for the two scripts of Chinese."""
    main, _, rest = language.lower().partition("-")
    if main == "zh":
        return "zh-tw" if rest.startswith(("hant", "tw", "hk", "mo")) else "zh-cn"
    return main
