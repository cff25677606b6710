"""Survey one page: where it stands, what leads on, and by which keys it is compared, in a form that processes send."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from newsgen.errors import NewsgenError
from newsgen.importers.html.page.parse import page_tree
from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.address_parts import view_key
from newsgen.importers.web.capture import Capture
from newsgen.importers.web.page_addresses import PageAddress, is_root, join_captured_url, page_address, url_of_path
from newsgen.importers.web.page_facts import PageFacts, find_facts
from newsgen.importers.web.page_rows import PageRow, SurveyedPage
from newsgen.importers.web.page_text import read_page_text
from newsgen.importers.web.saved_from import find_origin
from newsgen.text.urls import folded_host, host_of, is_whole

_FEED = re.compile(r"\s*+(?:<\?xml[^<>]*+(?<=\?)>\s*+)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b")
_BEGINNING = 2048


class Page(NamedTuple):
    """A page of the source as it is read again and again: where it stands, its text and what it is like."""

    address: PageAddress
    html: str
    tree: LexborHTMLParser
    facts: PageFacts
    captured: str


class PageToSurvey(NamedTuple):
    """A page by its number, and its capture, which opens bytes in memory."""

    number: int
    capture: Capture


def open_page(capture: Capture) -> Page:
    """The text of a capture and where it stands. Raises NewsgenError if it cannot be read."""
    html = read_page_text(capture.read(), capture.charset, capture.label)
    tree = page_tree(html)
    facts = find_facts(tree)
    origin = find_origin(html)
    canonical = facts.canonical if is_whole(facts.canonical) else ""
    address = page_address(capture.address, capture.url, origin.url, canonical)
    moment = capture.captured or origin.captured
    return Page(address, html, tree, facts, moment.isoformat(timespec="seconds") if moment else "")


def site_of(address: PageAddress) -> str:
    """The site of a page: the host of its mirror, else of its URL; "" if nothing tells it."""
    return folded_host(host_of((url_of_path(address.path) if address.path else "") or address.url))


def survey_page(wanted: PageToSurvey | SurveyedPage) -> SurveyedPage:
    """What is kept of a page before it is read; of one that cannot be opened it is known already."""
    if isinstance(wanted, SurveyedPage):
        return wanted
    number, capture = wanted
    try:
        page = open_page(capture)
    except NewsgenError as failed:
        return unreadable_page(number, capture, failed)
    address, facts = page.address, page.facts
    canonical = _canonical(address, facts)
    name, reason, target = _leads_on(capture, page)
    row = PageRow(
        *(number, capture.address, capture.label, address.url, address.path, facts.base, canonical),
        *(page.captured, name, reason, target),
    )
    pager = (place for link in facts.pager for place in address.meanings(link, facts.base))
    return SurveyedPage(
        row,
        tuple(address_key(place) for place in (capture.address, address.url) if place),
        () if reason else tuple(_keys(address, canonical)),
        tuple(map(address_key, pager)),
        tuple(_schemes((address.url, canonical))),
        None if reason else (site_of(address), hashlib.sha256(capture.address.encode("utf-8", "replace")).digest()[:8]),
    )


def unreadable_page(number: int, capture: Capture, failed: NewsgenError) -> SurveyedPage:
    """What is kept of a page that cannot be opened."""
    row = PageRow(number, capture.address, capture.label, name="unreadable", reason="it cannot be read")
    return SurveyedPage(row, problems=tuple(failed.problems))


def _schemes(urls: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The hosts and schemes that URLs name."""
    for url in urls:
        scheme = url.partition(":")[0].lower()
        if scheme in ("http", "https"):
            yield folded_host(host_of(url)), scheme


def _leads_on(capture: Capture, page: Page) -> tuple[str, str, str]:
    """The kind of a page that is no article before it is read, the reason, and where it leads."""
    if capture.status >= 400:
        return "error page", f"the server answered {capture.status}", ""
    if 300 <= capture.status < 400:
        target = next(iter(page.address.meanings(capture.location)), "")
        return "redirect", "it only leads on", target
    if _FEED.match(page.html[:_BEGINNING]):
        return "feed", "it is a list for programs", ""
    if page.facts.refresh:
        meanings = page.address.meanings(page.facts.refresh, page.facts.base)
        own = {address_key(place) for place in (page.address.url, page.address.path) if place}
        if meanings and not own & {address_key(meaning) for meaning in meanings}:
            return "redirect", "it only leads on", meanings[0]
    return "", "", ""


def _canonical(address: PageAddress, facts: PageFacts) -> str:
    """The URL that a page declares as its own, "" for one that many pages share by mistake: that of the front page."""
    if not facts.canonical:
        return ""
    url = join_captured_url(address.url, facts.canonical)
    if not is_whole(url) or not host_of(url):
        return ""
    return "" if is_root(PageAddress(url, "")) and not is_root(address) else url.partition("#")[0]


def _keys(address: PageAddress, canonical: str) -> Iterator[str]:
    yield view_key(address)
    if canonical:
        yield view_key(PageAddress(canonical, ""))
