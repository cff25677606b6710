"""The address of each article: the path of its canonical URL or its own, and the others as aliases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from newsgen.archive.permalinks.urls import is_own_folder
from newsgen.importers.keys.temporary_index import TemporaryIndex
from newsgen.importers.web.page_addresses import address_of_name
from newsgen.importers.web.page_index import PageIndex, PageRow
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
    """Give each article its permalink, in the order of their addresses; keep by which address texts link to it."""
    for lead in index.leads():
        url = original_url(index, lead, schemes)
        permalink = _permalink(index, lead, url)
        key = _claim_key(permalink)
        is_free = bool(permalink) and claimed.add(f"claim:{key}", str(lead))
        index.set_link(lead, quote(permalink, safe="/~!$&'*+,;=:@-._") if is_free else url)
        if is_free:
            claimed.add(f"permalink:{lead}", permalink)


def site_address(
    index: PageIndex, lead: int, schemes: Counter[tuple[str, str]], claimed: TemporaryIndex
) -> SiteAddress:
    """The addresses of an article. An alias that another one has is left out."""
    url = original_url(index, lead, schemes)
    permalink = claimed.find(f"permalink:{lead}") or ""
    aliases: dict[str, None] = {}
    for alias in _aliases(index, lead, url):
        if _claim_key(alias) != _claim_key(permalink) and claimed.add(f"claim:{_claim_key(alias)}", str(lead)):
            aliases[alias] = None
    wanted = _permalink(index, lead, url)
    note = _TAKEN if wanted and not permalink else ""
    return SiteAddress(url, permalink, tuple(aliases)[:_MOST_ALIASES], note)


def original_url(index: PageIndex, lead: int, schemes: Counter[tuple[str, str]]) -> str:
    """The whole URL at which an article was published: what it declares, or where it was captured; "" if unknown."""
    rows = [index.page(member.number) for member in index.members(lead)]
    url = next((row.canonical or row.url for row in rows if row.canonical or row.url), "")
    own = rows[0].canonical or rows[0].url or url
    if own.startswith("//"):
        host = folded_host((match_whole(own) or ["", ""])[1])
        secure, plain = (schemes[name, scheme] for scheme in ("https", "http") for name in (host,))
        return f"{'https' if secure > plain else 'http'}:{own}"
    return own


def _permalink(index: PageIndex, lead: int, url: str) -> str:
    path = _path_of(url) if url else _path_of(f"//-/{address_of_name(index.page(lead).path)}")
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
            path = _path_of(address)
            if is_alias(path) and not is_own_folder(path.rstrip("/")):
                yield path


def _stood_at(row: PageRow) -> Iterable[str]:
    yield from filter(None, (row.canonical, row.url))
    if row.path and not row.url:
        yield f"//-/{address_of_name(row.path)}"


def _path_of(url: str) -> str:
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


def _claim_key(path: str) -> str:
    return path.casefold().rstrip("/").removesuffix("/index.html")
