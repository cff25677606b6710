"""What a page says besides its text: where it stands, where it leads on to, and what its elements are like."""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

# A page that leads on sooner than after this many seconds shows nothing that anybody reads.
_SOON = 15
# One of more words is read before it leads on, or leads on only for programs without scripts.
_READ = 150
_REFRESH = re.compile(r"\s*(\d{1,9})?(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?[\"']?\s*([^\"'\s][^\"']*)?", re.IGNORECASE)
# A link of fewer words is a name; one of more is a headline.
_HEADLINE_WORDS = 4
_MOST_LINKS = 3000
_LEAST_HEADLINE = 12
_NEIGHBOURS = frozenset(("next", "prev", "previous"))
_PAGER = re.compile(
    r"(?:page |seite )?\d{1,2}|[‹›«»<>→←]+|(?:next|previous|prev|weiter|vor|zurück|suivante?|siguiente|successiva)"
    r"(?: (?:page|seite|pagina))?\s*[›»>→]*",
    re.IGNORECASE,
)
_MOST_PAGER = 60


class PageFacts(NamedTuple):
    """What a page is like.

    `base` and `canonical` are as they are written, `refresh` is where it leads on to at once. `headline_links` counts
    links of at least four words to different addresses, `cards` headings that are links, `pager` are the addresses of
    what looks like links to other parts of the same text, `classes` those of its root and body in small letters.
    """

    base: str = ""
    canonical: str = ""
    refresh: str = ""
    headline_links: int = 0
    cards: int = 0
    classes: frozenset[str] = frozenset()
    has_password: bool = False
    pager: tuple[str, ...] = ()
    title: str = ""


def find_facts(tree: LexborHTMLParser) -> PageFacts:
    """What a page is like."""
    base, canonical = tree.css_first("base[href]"), tree.css_first('link[rel~="canonical" i][href]')
    title = tree.css_first("title")
    classes: set[str] = set()
    for node in (tree.root, tree.body):
        classes |= set((node.attributes.get("class") or "").lower().split()) if node else set()
    headline_links, pager = _read_links(tree)
    cards = tree.css("h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4")
    return PageFacts(
        base=_value(base, "href"),
        canonical=_value(canonical, "href"),
        refresh=_refresh(tree),
        headline_links=headline_links,
        cards=len({letters for node in cards if len(letters := node.text().strip()) >= _LEAST_HEADLINE}),
        pager=pager,
        classes=frozenset(classes),
        has_password=tree.css_first('input[type="password" i]') is not None,
        title=" ".join(title.text().split()) if title else "",
    )


def _refresh(tree: LexborHTMLParser) -> str:
    refreshing = tree.css('meta[http-equiv="refresh" i][content]')
    if refreshing and tree.body and len(tree.body.text(separator=" ").split()) > _READ:
        return ""
    for node in refreshing:
        if node.parent is not None and node.parent.tag == "noscript":
            continue
        found = _REFRESH.match(_value(node, "content"))
        if found and found[2] and int(found[1] or 0) <= _SOON:
            return found[2].strip()
    return ""


def _read_links(tree: LexborHTMLParser) -> tuple[int, tuple[str, ...]]:
    """The number of links that are headlines, and the addresses of those that lead to other parts."""
    found, pager = set(), []
    for number, node in enumerate(tree.css("a[href], link[rel][href]")):
        if number >= _MOST_LINKS:
            break
        # Each look at a node's attributes reads all of them.
        attributes = node.attributes
        address = (attributes.get("href") or "").strip()
        if "rel" in attributes and not _NEIGHBOURS.isdisjoint((attributes["rel"] or "").lower().split()):
            pager.append(address)
        elif node.tag == "a":
            text = node.text().strip()
            if _PAGER.fullmatch(text):
                pager.append(address)
            elif len(text.split()) >= _HEADLINE_WORDS:
                found.add(address.partition("#")[0])
    return len(found), tuple(dict.fromkeys(pager))[:_MOST_PAGER]


def _value(node: LexborNode | None, name: str) -> str:
    return ((node.attributes.get(name) if node else "") or "").strip()
