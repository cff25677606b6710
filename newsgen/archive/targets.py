"""Targets: what output files belong to, such as an article, a listing, a copied file or a part of the whole site."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsgen.archive.database import decode_path, encode_path

if TYPE_CHECKING:
    from newsgen.settings.site import Site

# The kinds of groups that have names, as URLs and templates call them; the kinds of a site's own groups are no others'.
NAMED_GROUPS = ("sections", "tags", "authors", "publications", "places", "people")
# Those that dates make: an anniversary is a day of every year. Each period leads to the ones beside it.
PAPER_PERIODS = ("publication-years", "publication-months")
PERIODS = ("years", "months", "days", *PAPER_PERIODS)
DATE_GROUPS = (*PERIODS, "anniversaries", "undated")


class Kind(NamedTuple):
    """What all targets of one kind share.

    `label` is how messages name a target. Targets of a lower `rank` are written first: stories, then the listings that
    link to them, then the rest.
    """

    label: str
    rank: int = 2
    has_pages: bool = True


KINDS = {
    "article": Kind("{articles}/{key}", 0),
    "sections": Kind('section "{key}"', 1),
    "tags": Kind('tag "{key}"', 1),
    "authors": Kind('author "{key}"', 1),
    "publications": Kind('newspaper "{key}"', 1),
    "publication-years": Kind("newspaper's year {key}", 1),
    "publication-months": Kind("newspaper's month {key}", 1),
    "places": Kind('place "{key}"', 1),
    "people": Kind('person "{key}"', 1),
    "years": Kind("year {key}", 1),
    "months": Kind("month {key}", 1),
    "days": Kind("day {key}", 1),
    "anniversaries": Kind("on this day {key}", 1),
    "undated": Kind("undated articles", 1),
    "front": Kind("front page"),
    "calendar": Kind("archive by date"),
    "index": Kind("index of {key}"),
    "feed": Kind("feed"),
    "sitemap": Kind("sitemap"),
    "search": Kind("search page"),
    "robots": Kind("robots.txt"),
    "missing": Kind("page for missing addresses"),
    "about": Kind("page about the archive"),
    "theme": Kind("theme of site.yaml"),
    "comments": Kind("stylesheet of comments"),
    "redirects": Kind("redirects of site.yaml"),
    "search-file": Kind("the search index's {key}"),
    "asset": Kind("the file {key}", has_pages=False),
    "data": Kind("dumps of the archive", has_pages=False),
    "manifest": Kind("manifest", has_pages=False),
}


def kind_of(name: str) -> Kind:
    """What all targets of a kind share, also of a group that only the site has."""
    return KINDS.get(name) or Kind(f'{name.replace("{", "{{").replace("}", "}}")} "{{key}}"', 1)


def is_named_group(kind: str) -> bool:
    """Whether this is a kind of groups that have names."""
    return kind in NAMED_GROUPS or kind not in KINDS


def least_articles(kind: str, site: Site) -> int:
    """How many articles a named group of a kind needs to have a page; sections, authors and newspapers need one."""
    return 1 if kind in ("sections", "authors", "publications") else site.listings_from


class Target(NamedTuple):
    """What output files belong to: an article by its path, a group by its key, or a part of the whole site."""

    kind: str
    key: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"

    @property
    def has_pages(self) -> bool:
        """Whether its files are rendered pages, or files of the search index."""
        return kind_of(self.kind).has_pages

    def describe(self, articles: str) -> str:
        """How messages name it; `articles` is the articles folder."""
        return kind_of(self.kind).label.format(articles=articles, key=self.key)


def encode_target(target: Target) -> tuple[str, str]:
    """The kind and the key of a target as tables hold them."""
    return target.kind, encode_path(target.key)


def decode_target(kind: str, key: str) -> Target:
    """The target that `encode_target` was given."""
    return Target(kind, decode_path(key))


def article_target(path: str) -> Target:
    """The target of an article's own page."""
    return Target("article", path)


# Parts of the whole site, which nearly every change may outdate.
SITE_TARGETS = (
    *map(Target, ("undated", "front", "calendar", "feed", "sitemap", "search", "robots", "missing")),
    *map(Target, ("about", "theme", "comments", "redirects")),
    *(Target("index", kind) for kind in (*NAMED_GROUPS, "anniversaries")),
)
DUMPS = Target("data")
MANIFEST = Target("manifest")
