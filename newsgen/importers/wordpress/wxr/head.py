"""What a WXR file says before its items: the site, its authors and its terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsgen.importers.wordpress.wxr.elements import read_elements


@dataclass(slots=True)
class Author:
    """A user of WordPress. What stands in `login` is never published."""

    id: str = ""
    login: str = ""
    display_name: str = ""
    first_name: str = ""
    last_name: str = ""


@dataclass(slots=True)
class Term:
    """A category, a tag, or a term of another taxonomy; `parent` is the nicename of the one above it."""

    taxonomy: str
    id: str = ""
    nicename: str = ""
    name: str = ""
    parent: str = ""


@dataclass(slots=True)
class SiteHead:
    """The fields of the channel."""

    title: str = ""
    description: str = ""
    link: str = ""
    language: str = ""
    base_blog_url: str = ""
    version: str = ""


_AUTHOR = {
    "wp:author_id": "id",
    "wp:author_login": "login",
    "wp:author_display_name": "display_name",
    "wp:author_first_name": "first_name",
    "wp:author_last_name": "last_name",
}
_TERM = {
    "wp:term_id": "id",
    "wp:category_nicename": "nicename",
    "wp:tag_slug": "nicename",
    "wp:term_slug": "nicename",
    "wp:cat_name": "name",
    "wp:tag_name": "name",
    "wp:term_name": "name",
    "wp:category_parent": "parent",
    "wp:term_parent": "parent",
    "wp:term_taxonomy": "taxonomy",
}
_SITE = {
    "title": "title",
    "description": "description",
    "link": "link",
    "language": "language",
    "wp:base_blog_url": "base_blog_url",
    "wp:wxr_version": "version",
}
_TAXONOMIES = {"category": "category", "tag": "post_tag", "term": ""}


def parse_author(text: str, prefixes: Mapping[str, str]) -> Author:
    """The author of a chunk."""
    author = Author()
    for name, _, value in read_elements(text, prefixes):
        if name in _AUTHOR:
            setattr(author, _AUTHOR[name], value.strip())
    return author


def parse_term(kind: str, text: str, prefixes: Mapping[str, str]) -> Term:
    """The term of a chunk, which is a "category", a "tag" or a "term"."""
    term = Term(_TAXONOMIES[kind])
    for name, _, value in read_elements(text, prefixes):
        if name in _TERM:
            setattr(term, _TERM[name], value.strip())
    return term


def parse_head(text: str, prefixes: Mapping[str, str]) -> SiteHead:
    """The site of a file's beginning."""
    site = SiteHead()
    channel = text.find("<channel")
    for name, _, value in read_elements(text[channel:] if channel >= 0 else text, prefixes):
        attribute = _SITE.get(name, "")
        if attribute and not getattr(site, attribute):
            setattr(site, attribute, value.strip())
    return site
