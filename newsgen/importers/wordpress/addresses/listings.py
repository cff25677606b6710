"""Addresses of the old site's listings, those of categories, tags, authors and feeds, and where they lead now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from newsgen.archive.memberships import normalised_name
from newsgen.archive.permalinks.listing import assign_slugs
from newsgen.archive.permalinks.urls import make_name_slug
from newsgen.importers.imported import ImportedRedirect
from newsgen.importers.wordpress.addresses.redirect_rules import site_path
from newsgen.importers.wordpress.fields.people import name_of, nicename_of
from newsgen.importers.wordpress.fields.plain import plain_line
from newsgen.importers.wordpress.source import Source
from newsgen.importers.wordpress.wxr.head import Term
from newsgen.record.article import Article
from newsgen.record.import_entry import Entry

_FEEDS = (
    "/feed/",
    "/feed/rss/",
    "/feed/rss2/",
    "/feed/rdf/",
    "/feed/atom/",
    "/?feed=rss2",
    "/?feed=rss",
    "/?feed=atom",
)
_DEEPEST = 20
_NO_ARTICLE = "No article has it, so that it has no page."
_NO_ARTICLE_BY = "No public article is by that user."
_TAXONOMIES = frozenset(("category", "post_tag"))


@dataclass(slots=True)
class Listings:
    """The names by which the site will list its articles, as the public ones have them."""

    slugs: Literal["ascii", "unicode"] = "ascii"
    sections: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    terms: dict[tuple[str, str], str] = field(default_factory=dict)
    has_articles: bool = False

    def add(self, article: Article, terms: Iterable[tuple[str, str, str]]) -> None:
        """Keep the names of a public article, and the terms from which they come."""
        self.has_articles = True
        if article.section:
            self.sections.setdefault(normalised_name(article.section), article.section)
        for tag in article.tags:
            self.tags.setdefault(normalised_name(tag), tag)
        for name in article.byline:
            self.authors.setdefault(normalised_name(name), name)
        for taxonomy, nicename, name in terms:
            if taxonomy in _TAXONOMIES and nicename:
                self.terms.setdefault((taxonomy, nicename), name)

    def find_redirects(self, source: Source) -> Iterator[ImportedRedirect | Entry]:
        """The redirects of all listings of the old site that have a page here, and an entry for each listing."""
        pages = {
            **_pages("tags", self.tags, self.slugs),
            **_pages("sections", self.sections, self.slugs),
        }
        listed = {key: term for key, term in source.terms.items() if term.taxonomy in _TAXONOMIES}
        for (taxonomy, nicename), name in self.terms.items():
            listed.setdefault((taxonomy, nicename), Term(taxonomy, "", nicename, name))
        for term in listed.values():
            kind = "category" if term.taxonomy == "category" else "tag"
            page = pages.get(normalised_name(plain_line(term.name))) if term.name else None
            if page:
                addresses = (site_path(address, source.own) for address in _term_addresses(term, listed))
                yield from (ImportedRedirect(old, page) for old in addresses if old)
                yield Entry(kind, "", "taken")
            else:
                yield Entry(kind, "", "left out", _NO_ARTICLE)
        yield from self._author_redirects(source)
        # A site without an address or articles has no feed.
        if source.own.bases and self.has_articles:
            yield from (ImportedRedirect(old, "/feed.xml") for old in _FEEDS)

    def _author_redirects(self, source: Source) -> Iterator[ImportedRedirect | Entry]:
        pages = _pages("authors", self.authors, self.slugs)
        for login, author in source.people.by_login.items():
            name = name_of(author)
            page = pages.get(normalised_name(name)) if name else None
            if page and author.id:
                yield ImportedRedirect(f"/?author={author.id}", page)
            # An address of e-mail as a login is nobody's name in an address.
            if page and nicename_of(login) and "@" not in login:
                yield ImportedRedirect(f"/author/{nicename_of(login)}/", page)
            yield Entry("author", "", "taken") if page else Entry("author", "", "left out", _NO_ARTICLE_BY)
        for key, name in source.index.guests():
            page = pages.get(normalised_name(name))
            if page and key.startswith("cap-"):
                yield ImportedRedirect(f"/author/{key.removeprefix('cap-')}/", page)


def _pages(folder: str, names: Mapping[str, str], slugs: Literal["ascii", "unicode"]) -> dict[str, str]:
    """The pages of names, by the keys of these."""
    plain = {key: make_name_slug(name, slugs) for key, name in names.items()}
    return {key: f"/{folder}/{slug}.html" for key, slug in assign_slugs(plain, {}, set()).items()}


def _term_addresses(term: Term, terms: Mapping[tuple[str, str], Term]) -> Iterator[str]:
    base = "category" if term.taxonomy == "category" else "tag"
    chain = [term.nicename]
    parent = terms.get((term.taxonomy, term.parent))
    while parent and len(chain) < _DEEPEST and parent.nicename not in chain:
        chain.insert(0, parent.nicename)
        parent = terms.get((term.taxonomy, parent.parent))
    yield f"/{base}/{'/'.join(chain)}/"
    if len(chain) > 1:
        yield f"/{base}/{term.nicename}/"
    if term.taxonomy == "category" and term.id:
        yield f"/?cat={term.id}"
    if term.taxonomy == "post_tag":
        yield f"/?tag={term.nicename}"
