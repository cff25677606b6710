"""What a page says of its article: JSON-LD, Open Graph, Parsely, Dublin Core, other `meta` elements and links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from newsgen.importers.html.page.comments.stated import stated_comments
from newsgen.importers.html.page.json_ld import Node, article_of, find_nodes, resolve, text_in, texts_in, types_of
from newsgen.record.comment import Comment

# The names of `meta` elements that give a field, the most trustworthy first.
_META: Mapping[str, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "sailthru.title", "hdl"),
    "dek": ("og:description", "description", "twitter:description", "dc.description", "dcterms.description"),
    "published": (
        *("article:published_time", "og:published_time", "parsely-pub-date", "datepublished", "date", "pubdate"),
        *("published", "publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued"),
        *("dcterms.created", "dcterms.issued", "dcterms.date", "sailthru.date", "article.published"),
        *("published_at", "pdate", "ptime"),
        *("cxenseparse:recs:publishtime", "citation_publication_date", "citation_date", "rnews:datepublished"),
        *("originalpublicationdate", "displaydate", "og:article:published_time"),
    ),
    "updated": (
        *("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified"),
        *("article:updated_time", "revised"),
    ),
    "section": ("article:section", "og:article:section", "parsely-section", "section", "cxenseparse:category"),
    "site": ("og:site_name", "application-name", "al:android:app_name", "apple-mobile-web-app-title"),
    "url": ("og:url", "parsely-link", "twitter:url"),
    "image": ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "parsely-image-url"),
    "kind": ("og:type", "parsely-type"),
    "language": ("og:locale", "content-language", "dc.language", "language"),
}
_AUTHORS = (
    *("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl"),
    *("citation_author", "article:author:name", "cxenseparse:author", "og:article:author", "twitter:data1"),
)
# Names of `meta` elements that systems make up for the date.
_PUBLISHED = re.compile(r"publi(?:sh|cation|shed)[-_. ]?(?:date|time|on|at)$")
_TAGS = ("article:tag", "news_keywords", "parsely-tags", "keywords", "sailthru.tags")


@dataclass(frozen=True, slots=True)
class DeclaredPage:
    """What a page declares; a field that it does not declare is empty. `headlines` and `bylines` are in order of trust.

    `title` is that of the `title` element, `kinds` the types of its article in JSON-LD and Open Graph, `alternates` the
    languages of its translations with their addresses. `amp`, `previous` and `next` are addresses as they are written.
    `body` is the text of the article in JSON-LD, which is not kept when the page was read.
    """

    title: str = ""
    headlines: tuple[str, ...] = ()
    bylines: tuple[tuple[str, ...], ...] = ()
    dek: str = ""
    deks: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    site: str = ""
    canonical: str = ""
    amp: str = ""
    previous: str = ""
    next: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    image: str = ""
    kinds: tuple[str, ...] = ()
    is_free: bool = True
    comments: tuple[Comment, ...] = ()
    body: str = ""


def read_declared(tree: LexborHTMLParser) -> DeclaredPage:
    """What a page declares of its article."""
    nodes = find_nodes(tree)
    article = article_of(nodes)
    metas = _read_metas(tree)

    def meta(field: str) -> list[str]:
        return [value for name in _META[field] for value in metas.get(name, ())]

    links = _read_links(tree)
    root = tree.root
    language = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
    title = tree.css_first("title")
    named = [tuple(_names_in(resolve(article.get(key), nodes))) for key in ("author", "creator")]
    publisher = text_in(resolve(article.get("publisher"), nodes))
    return DeclaredPage(
        title=" ".join((title.text(deep=True) if title else "").split()),
        headlines=_once([text_in(article.get("headline")), text_in(article.get("name")), *meta("headline")]),
        bylines=tuple(filter(None, (*named, *(tuple(metas.get(name, ())) for name in _AUTHORS)))),
        dek=text_in(article.get("description")) or next(iter(meta("dek")), ""),
        deks=_once([text_in(article.get("description")), text_in(article.get("alternativeHeadline")), *meta("dek")]),
        published=_once(
            [
                text_in(article.get("datePublished")),
                *_values_like(_PUBLISHED, metas),
                *meta("published"),
                text_in(article.get("dateCreated")),
            ]
        ),
        updated=_once([text_in(article.get("dateModified")), *meta("updated")]),
        sections=_once([*texts_in(article.get("articleSection")), *meta("section")]),
        tags=_once([*_split(texts_in(article.get("keywords"))), *_split(v for n in _TAGS for v in metas.get(n, ()))]),
        site=next(iter(meta("site")), "") or publisher or _site_name(nodes),
        canonical=links.get("canonical") or next(iter(meta("url")), ""),
        amp=links.get("amphtml", ""),
        previous=links.get("prev") or links.get("previous") or "",
        next=links.get("next", ""),
        alternates=_alternates(tree),
        languages=_once([language, text_in(article.get("inLanguage")), *meta("language")]),
        image=_image_of(article) or next(iter(meta("image")), ""),
        kinds=_once([*types_of(article), *meta("kind")]),
        is_free=text_in(article.get("isAccessibleForFree")).lower() != "false",
        comments=stated_comments(article),
        body=_body_of(article),
    )


def _read_metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    """The contents of a page's `meta` elements, by their names in small letters."""
    found: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        value = " ".join((attributes.get("content") or "").split())
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _values_like(names: re.Pattern[str], metas: Mapping[str, list[str]]) -> Iterable[str]:
    return (value for name, values in metas.items() if names.search(name) for value in values)


def _read_links(tree: LexborHTMLParser) -> dict[str, str]:
    """The addresses of a page's `link` elements by their relations, of each the first."""
    found: dict[str, str] = {}
    for node in tree.css("link[rel][href]"):
        address = (node.attributes.get("href") or "").strip()
        for relation in (node.attributes.get("rel") or "").lower().split():
            found.setdefault(relation, address)
    return found


def _alternates(tree: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    """The languages in which the article can be had, each with its address."""
    nodes = tree.css("link[hreflang][href]")
    return tuple((node.attributes["hreflang"] or "", (node.attributes["href"] or "").strip()) for node in nodes)


def _names_in(value: object) -> list[str]:
    """The names of authors; an organisation's too."""
    values = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(filter(None, map(text_in, values))))


def _body_of(article: Node) -> str:
    body = article.get("articleBody") or article.get("text")
    return body if isinstance(body, str) else ""


def _image_of(article: Node) -> str:
    image: Any = article.get("image")
    image = image[0] if isinstance(image, list) and image else image
    if isinstance(image, dict):
        image = image.get("url") or image.get("contentUrl") or ""
    return image if isinstance(image, str) else ""


def _site_name(nodes: Iterable[Node]) -> str:
    return next((text_in(node.get("name")) for node in nodes if "WebSite" in types_of(node) and node.get("name")), "")


def _split(values: Iterable[str]) -> Iterable[str]:
    return (part.strip() for value in values for part in value.split(",") if part.strip())


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
