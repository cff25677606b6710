"""The script that leads from old addresses with a query, such as "/?p=17", to their articles, and its tables.

It runs on the front page and on the 404 page, for these are what a server shows at such an address. The addresses lie
in tables by a hash of theirs, so that a reader loads one small table, and only at an address with a query.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from newsgen.archive.targets import Target
from newsgen.pages.page import Page, View, viewed_page
from newsgen.settings.site import Site

SCRIPT_FILE = "old-addresses.js"
# About as many addresses as one table holds.
_SIZE = 500


def plan_old_queries(old_addresses: Iterable[tuple[str, str]], site: Site) -> Iterator[Page]:
    """The script and its tables, if site.yaml asks for them.

    `old_addresses` are those with a query, each with a link from the site's root; of two equal ones the first counts.
    """
    if not site.query_script:
        return
    moves = dict(reversed(list(old_addresses)))
    count = 1
    while len(moves) > count * _SIZE:
        count *= 2
    tables: list[dict[str, str]] = [{} for _ in range(count)]
    for old, href in sorted(moves.items()):
        tables[_hash(old) % count][old] = href
    yield viewed_page(SCRIPT_FILE, "old-addresses.js", Target("redirects"), partial(dict, {"count": count}))
    for number, table in enumerate(tables):
        file, view = f"old-addresses/{number}.js", partial(_table_view, table)
        yield viewed_page(file, "old-addresses-table.js", Target("redirects"), view)


def _table_view(addresses: Mapping[str, str]) -> View:
    return {"addresses": addresses}


def _hash(text: str) -> int:
    """FNV-1a of 32 bits, which takes one line in JavaScript (Fowler, Noll and Vo)."""
    number = 0x811C9DC5
    for byte in text.encode("utf-8", "surrogatepass"):
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number
