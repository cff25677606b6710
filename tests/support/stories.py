"""The page of one article, as tests of stories need it."""

from collections.abc import Sequence
from typing import Any

from newsgen.pages.page import Page, View
from newsgen.pages.story import plan_story
from newsgen.record.article import Article, Block
from newsgen.settings.site import Site
from tests.support.records import Targets, make_archive, make_read
from tests.support.rendering import read_html

SITE = Site(title="The Quay", url="https://quay.example", language="en", rights="© The Quay")


def plan_page(path: str, articles: Sequence[Article], site: Site = SITE, targets: Targets | None = None) -> Page:
    """The page of an article."""
    (page,) = plan_story(path, make_archive(articles, site, targets), site)
    return page


def view_of(path: str, articles: Sequence[Article], targets: Targets | None = None) -> View:
    """The view of an article's page."""
    return plan_page(path, articles, targets=targets).view(make_read(articles))


def read_story(path: str, articles: Sequence[Article], targets: Targets | None = None) -> Any:
    """The rendered page of an article."""
    archive = make_archive(articles, SITE, targets)
    (page,) = plan_story(path, archive, SITE)
    return read_html(page, archive, SITE, make_read(articles))


def markdown(text: str) -> tuple[Block, ...]:
    """A body of Markdown."""
    return (Block("markdown", text, 1),)
