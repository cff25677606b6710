"""The path of an article on the old site, and all others by which it answered there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from newsgen.importers.wordpress.addresses.own_urls import OwnUrls
from newsgen.importers.wordpress.wxr.item import Item
from newsgen.record.names import decode_address, leaves_folder, path_fault, split_path

_CONTROL = re.compile(r"[\x00-\x20\x7f?#\\]")
_SPACE = re.compile(r"\s")
_SLASHES = re.compile("/{2,}")
_DATE = re.compile(r"/(\d{4})/(\d\d)(?:/(\d\d))?(?=/)")
_NEXT_PAGE = re.compile(r"<!--\s*nextpage\b[^>]*-->")
_MOST_PAGES = 500


def read_permalink(item: Item, own: OwnUrls) -> str:
    """The path of an item on the old site, decoded; "" where its address is a query, the front page, or of no use.

    A path that not every disk takes is none: the article gets a new one, and the old one is an alias.
    """
    return _permalink(item.link, own)


# It is asked for several times while an article is read.
@lru_cache(maxsize=2)
def _permalink(url: str, own: OwnUrls) -> str:
    path = _path(url, own)
    return path if path and not path_fault(path) else ""


def _path(url: str, own: OwnUrls) -> str:
    rest = own.rest_of(url) if url else None
    if rest is None:
        return ""
    path, rest = split_path(rest)
    try:
        path = _SLASHES.sub("/", decode_address(path))
    except ValueError:
        return ""
    usable = len(path) > 1 and not rest.startswith("?") and not _CONTROL.search(path) and not leaves_folder(path)
    return path if usable else ""


def read_aliases(item: Item, permalink: str, own: OwnUrls) -> tuple[str, ...]:
    """The other addresses of an item, as paths and queries below the site's root."""
    found = dict.fromkeys(alias for alias in _aliases(item, permalink, own) if _is_usable(alias))
    return tuple(alias for alias in found if alias.rstrip("/") != permalink.rstrip("/"))


def _is_usable(alias: str) -> bool:
    path, rest = split_path(alias)
    is_address = path.startswith("/") and not _CONTROL.search(path) and not leaves_folder(path)
    return is_address and "#" not in rest and not _SPACE.search(rest) and bool(path.strip("/") or rest)


def _aliases(item: Item, permalink: str, own: OwnUrls) -> Iterator[str]:
    if item.id:
        yield f"/?p={item.id}"
        if item.type == "page":
            yield f"/?page_id={item.id}"
    for url in (item.link, item.guid):
        rest = own.rest_of(url) if url else None
        if rest and not rest.startswith(("/wp-admin/", "/wp-login")):
            path, query = split_path(rest.partition("#")[0])
            yield _decoded(path) + query
    if permalink:
        yield from _former_paths(item, permalink)


def _decoded(path: str) -> str:
    try:
        return _SLASHES.sub("/", decode_address(path))
    except ValueError:
        return path


def _former_paths(item: Item, permalink: str) -> Iterator[str]:
    """Addresses before the slug or the date was changed, and those of the pages after the first one."""
    slug = _decoded(item.name)
    former = [permalink]
    for date in item.values("_wp_old_date"):
        year, _, rest = date.partition("-")
        month, _, day = rest.partition("-")
        if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
            former.append(_DATE.sub(partial(_dated, parts=(year, month, day)), permalink, count=1))
    yield from former[1:]
    for old in item.values("_wp_old_slug"):
        old = _decoded(old)
        if slug and slug in permalink and "/" not in old:
            for path in former:
                begin, _, end = path.rpartition(slug)
                yield f"{begin}{old}{end}"
    if permalink.endswith("/"):
        pages = min(len(_NEXT_PAGE.findall(item.content)) + 1, _MOST_PAGES)
        yield from (f"{permalink}{number}/" for number in range(2, pages + 1))


def _dated(old: re.Match[str], parts: tuple[str, str, str]) -> str:
    year, month, day = parts
    return f"/{year}/{month}" + (f"/{day}" if old[3] else "")
