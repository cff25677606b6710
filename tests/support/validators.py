"""Feeds and sitemaps held against schemas and readers of others; each check fails with what is wrong."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import urljoin

import feedparser
import jsonschema
import lxml.etree

from tests.support.paths import ROOT

DATA = (ROOT / "tests") / "data"
ATOM = {"atom": "http://www.w3.org/2005/Atom", "fh": "http://purl.org/syndication/history/1.0"}


@cache
def _atom_schema() -> Any:
    return lxml.etree.RelaxNG(file=str(DATA / "atom.rng"))


@cache
def _sitemap_schema() -> Any:
    return lxml.etree.XMLSchema(file=str(DATA / "sitemap.xsd"))


@cache
def _json_schema() -> Any:
    return jsonschema.Draft202012Validator(json.loads((DATA / "jsonfeed.json").read_text(encoding="utf-8")))


def check_atom(content: bytes) -> Any:
    """The root of an Atom feed that keeps to RFC 4287, and that feedparser reads without a complaint."""
    root = lxml.etree.fromstring(content)
    _atom_schema().assertValid(root)
    assert not feedparser.parse(content).bozo
    for element in (root, *root.iterfind("atom:entry", ATOM)):
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in element.iterfind("atom:link", ATOM)
            if link.get("rel") == "alternate"
        ]
        assert len(alternates) == len(set(alternates)) == 1
    names = root.xpath("atom:entry/atom:id/text()", namespaces=ATOM)
    assert len(names) == len(set(names))
    return root


def check_json_feed(content: bytes) -> Any:
    """A JSON Feed that keeps to version 1.1."""
    feed = json.loads(content)
    _json_schema().validate(feed)
    names = [item["id"] for item in feed["items"]]
    assert len(names) == len(set(names))
    assert feed.get("next_url") != feed["feed_url"]
    return feed


def check_sitemap(content: bytes) -> Any:
    """The root of a sitemap or an index of sitemaps that keeps to the protocol."""
    assert len(content) <= 52_428_800
    root = lxml.etree.fromstring(content)
    _sitemap_schema().assertValid(root)
    return root


def walk_atom(read: Callable[[str], bytes], start: str) -> Iterator[tuple[str, Any]]:
    """The documents of an archived feed from the newest back, as RFC 5005, section 4 has a reader go; each is checked.

    `read` answers the content of an address.
    """
    address, newer = start, ""
    while address:
        root = check_atom(read(address))
        links: Mapping[str, str] = {
            link.get("rel"): urljoin(address, link.get("href")) for link in root.iterfind("atom:link", ATOM)
        }
        assert (root.find("fh:archive", ATOM) is not None) == (address != start)
        assert links.get("current", start) == start
        assert links.get("next-archive", "") == newer
        yield address, root
        address, newer = links.get("prev-archive", ""), address if address != start else ""


def walk_json(read: Callable[[str], bytes], start: str) -> Iterator[tuple[str, Any]]:
    """The documents of a JSON Feed from the newest back; each is checked."""
    address = start
    while address:
        feed = check_json_feed(read(address))
        assert urljoin(address, feed["feed_url"]) == start
        yield address, feed
        address = urljoin(address, feed["next_url"]) if "next_url" in feed else ""
