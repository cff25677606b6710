"""The address of each article: the path of its canonical URL or its own, and the others as aliases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

from newsgen.archive.permalinks.urls import is_own_folder
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.page_addresses import address_of_name
from newsgen.importers.web.page_index import PageIndex
from newsgen.importers.web.page_rows import PageRow
from newsgen.record.names import decode_address, path_fault
from newsgen.sources.address_values import is_alias, is_permalink
from newsgen.text.urls import folded_host, is_whole, match_whole, names_page, significant_query

_INDEX = re.compile(r"(?:^|(?<=/))index\.x?html?$", re.IGNORECASE)
_MOST_ALIASES = 100
_TAKEN = "another article has its address: the site's pattern gives it one"


class SiteAddress(NamedTuple):
    """Where an article stood and stands: `note` is what its entry says, "" if it has the address that it had."""

    original_url: str = ""
    permalink: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""


def claim_addresses(index: PageIndex, schemes: Counter[tuple[str, str]], claimed: TemporaryIndex) -> None:
    """Give each article its URL and its permalink; keep by which address texts link to it.

    A URL that several declare is that of the one which stands there, else of the first by their addresses.
    """
    for wants_own in (True, False):
        for lead in index.leads():
            rows = [index.page(member.number) for member in index.members(lead)]
            declared = rows[0].canonical
            stands_there = not declared or any(address_key(row.url) == address_key(declared) for row in rows)
            if stands_there == wants_own:
                _claim(index, lead, rows, schemes, claimed)


def _claim(
    index: PageIndex, lead: int, rows: Sequence[PageRow], schemes: Counter[tuple[str, str]], claimed: TemporaryIndex
) -> None:
    url = next((row.canonical or row.url for row in rows if row.canonical or row.url), "")
    if url and not claimed.add(f"url:{address_key(url)}", ""):
        url = next((row.url for row in rows if row.url and claimed.add(f"url:{address_key(row.url)}", "")), "")
    url = _with_scheme(url, schemes)
    permalink = _permalink(index, lead, url)
    is_free = bool(permalink) and claimed.add(f"claim:{claim_key(permalink)}", str(lead))
    index.set_link(lead, quote(permalink, safe="/~!$&'()*+,;=:@-._", errors="surrogateescape") if is_free else url)
    claimed.add(f"original:{lead}", url)
    if is_free:
        claimed.add(f"permalink:{lead}", permalink)


def site_address(index: PageIndex, lead: int, claimed: TemporaryIndex) -> SiteAddress:
    """The addresses of an article. An alias that another one has is left out."""
    url = claimed.find(f"original:{lead}") or ""
    permalink = claimed.find(f"permalink:{lead}") or ""
    aliases: dict[str, None] = {}
    for alias in _aliases(index, lead, url):
        if claim_key(alias) != claim_key(permalink) and claimed.add(f"claim:{claim_key(alias)}", str(lead)):
            aliases[alias] = None
    note = _TAKEN if _permalink(index, lead, url) and not permalink else ""
    return SiteAddress(url, permalink, tuple(aliases)[:_MOST_ALIASES], note)


def _with_scheme(url: str, schemes: Counter[tuple[str, str]]) -> str:
    """A URL with the scheme by which its host is mostly named, where a mirror tells none."""
    if not url.startswith("//"):
        return url
    host = folded_host((match_whole(url) or ["", ""])[1])
    return f"{'https' if schemes[host, 'https'] > schemes[host, 'http'] else 'http'}:{url}"


def _permalink(index: PageIndex, lead: int, url: str) -> str:
    path = path_of(url) if url else path_of(f"//-/{address_of_name(index.page(lead).path)}")
    if "?" in path:
        # What is behind a query was a page of its own: its path means another one.
        own = f"/{index.page(lead).path}"
        path = own if not url and is_permalink(own) else ""
    if not is_permalink(path) or path_fault(path) or is_own_folder(path.rstrip("/")):
        return ""
    return path


def _aliases(index: PageIndex, lead: int, url: str) -> Iterator[str]:
    """The other paths on the own host at which the article, its copies and its parts stood."""
    host = folded_host((match_whole(url) or ["", ""])[1]) if url else ""
    for member in index.members(lead):
        row = index.page(member.number)
        for address in _stood_at(row):
            found = match_whole(address)
            if found and host and folded_host(found[1]) not in (host, "-"):
                continue
            path = path_of(address)
            if is_alias(path) and not is_own_folder(path.rstrip("/")):
                yield path


def _stood_at(row: PageRow) -> Iterable[str]:
    yield from filter(None, (row.canonical, row.url))
    if row.path and not row.url:
        yield f"//-/{address_of_name(row.path)}"


def path_of(url: str) -> str:
    """The decoded path of a URL, with its query where that names a page; "index.html" is its folder."""
    whole = match_whole(url) if is_whole(url) else None
    rest = (whole[2] if whole else url).partition("#")[0]
    path, _, query = rest.partition("?")
    try:
        path = re.sub("/{2,}", "/", decode_address(path)) or "/"
    except ValueError:
        path = unquote(path, errors="replace") or "/"
    path = _INDEX.sub("", path)
    query = significant_query(query)
    return f"{path}?{query}" if query and names_page(query) else path


def claim_key(path: str) -> str:
    """A path as it is compared with those that other articles have."""
    return path.casefold().rstrip("/").removesuffix("/index.html")
