"""The sitemap of the latest news, as Google News reads it.

Google counts what is at most two days old, and a thousand articles. No page knows which day today is, so the two days
here are the newest article's and the one before. Source:
https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.pages.page import Page, View, viewed_page
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

NEWS_FILE = "sitemap-news.xml"
_MOST = 1_000
_DAYS = timedelta(days=2)


def plan_news(archive: Archive, site: Site) -> Iterator[Page]:
    """The sitemap of the latest news."""
    yield viewed_page(NEWS_FILE, "sitemap_news.xml", "sitemap:", partial(_news_view, archive, site))


def _news_view(archive: Archive, site: Site) -> View:
    dated = [(card.published, card) for card in archive.newest(_MOST) if card.published and card.published.day]
    newest = dated[0][0].day_or_first() if dated else None
    news = [
        (href_of(card.permalink), date.instant() if date.clock else str(date), card.headline)
        for date, card in dated
        if newest and newest - date.day_or_first() < _DAYS
    ]
    return {"news": news, "language": _code(site.language)}


def _code(language: str) -> str:
    """A language as Google wants it: two or three letters, but for the two ways to write Chinese."""
    main, _, rest = language.lower().partition("-")
    if main == "zh":
        return "zh-tw" if rest.startswith(("hant", "tw", "hk", "mo")) else "zh-cn"
    return main
