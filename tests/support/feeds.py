"""The feed of a site, as tests of feeds need it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsgen.archive.archive import Archive
from newsgen.pages.feeds.feed import plan_feed
from newsgen.pages.page import Page
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import make_archive
from tests.support.rendering import page_at, render
from tests.support.validators import check_atom, check_json_feed

SITE = Site(
    title="The <Quay>", description="News & tides", url="https://quay.example/news", rights="© The Quay", language="en"
)


def plan_site(archive: Archive, site: Site) -> Iterator[Page]:
    """All documents of the site's feed."""
    yield from plan_feed("", archive, site)
    yield from plan_feed("0", archive, site)


def documents(articles: Iterable[Article], site: Site) -> dict[str, bytes]:
    """All documents of the site's feed, by their files."""
    archive = make_archive(articles, site)
    return {page.file: render(page, archive, site) for page in plan_site(archive, site)}


def feed_of(articles: Sequence[Article], site: Site = SITE) -> Any:
    """The newest document in Atom."""
    archive = make_archive(articles, site)
    return check_atom(render(page_at("feed.xml", plan_site(archive, site)), archive, site))


def json_of(articles: Sequence[Article], site: Site = SITE) -> Any:
    """The newest document in JSON."""
    archive = make_archive(articles, site)
    return check_json_feed(render(page_at("feed.json", plan_site(archive, site)), archive, site))
