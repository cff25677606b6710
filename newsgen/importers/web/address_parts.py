"""What the addresses of pages say of copies and parts: print views, AMP, numbers of pages."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.page_addresses import PageAddress, address_of_name

# Parameters that choose a view of the same article.
_VIEWS = re.compile(
    r"(?:amp|print\w*|view|output(?:type)?|mode|format|display|mobile|m|singlepage|pagewanted|output|theme|"
    r"_r|emc|smid|partner|cmp\w*|src|source|from|feature|wt\w*|ns_\w+|s_cid|xtor|at_\w+|igshid|session\w*|phpsessid|sid)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?:page|paged|pg|p|pagenum(?:ber)?|page_?no|seite|pagina|pag|sida|strona|start_?page|part)", re.IGNORECASE
)
_VIEW_PATH = re.compile(
    r"/(?:amp|print|drucken|imprimer|stampa|printable|print-?view|print-?version|m)(?=/|$)|"
    r"[._-](?:amp|print)(?=\.html?$|$)"
)
# Words in addresses of print views elsewhere: "/print.php?id=7", "/drucken/7", "/7.html?do=printer".
_VIEW_WORD = re.compile(
    r"(?<![a-z])(?:print(?:able|er|view|version|article|story|page|friendly)*|drucken|druckversion|druckansicht|imprimer|"
    r"imprimir|stampa|drukuj|afdrukken|amp)(?![a-z])"
)
_VIEW_HOST = re.compile(r"^//(?:amp|m|mobile|mobil|print)\.")
# "/story/2/", "/story/page/2", "story-page2.html", "story,seite-2.html", "story_2.html".
_PART_PATH = re.compile(
    r"(?P<begin>.*?[^/])(?:/(?:page|seite|pagina|p)?[/-]?(?P<folder>\d{1,2})/?|"
    r"[,_-](?:page|seite|pagina|p|part|teil)?[_-]?(?P<name>\d{1,2})(?P<ending>\.[a-z]{3,5})?)$"
)


class PartAddress(NamedTuple):
    """The key of the address of a whole article, and the number of its part at another address.

    `is_sure` says whether the number is surely one of parts: "story-2.html" may be another story too.
    """

    base: str
    number: int
    is_sure: bool


def view_key(address: PageAddress) -> str:
    """The key that all views of one page share: without marks of AMP, print and mobile views, and of visits."""
    key = _key(address)
    page, _, query = key.partition("?")
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _VIEWS.fullmatch(name)]
    page = _VIEW_HOST.sub("//", page)
    host, slash, path = page[2:].partition("/") if page.startswith("//") else ("", "/", page)
    path = _VIEW_PATH.sub("", f"/{path}").strip("/")
    begin = f"//{host}{slash}" if host else ""
    return f"{begin}{path}".rstrip("/") + (f"?{urlencode(kept)}" if kept else "")


def is_plain_view(address: PageAddress) -> bool:
    """Whether an address is that of a page itself, and not of a view of it."""
    key = _key(address)
    return view_key(address) == key and not _VIEW_WORD.search(key)


def part_of(address: PageAddress) -> list[PartAddress]:
    """Whose part the page at an address may be, and which one: one meaning for a query, and one for a path."""
    key = view_key(address)
    page, _, query = key.partition("?")
    parameters = parse_qsl(query, keep_blank_values=True)
    numbers = [(name, value) for name, value in parameters if _NUMBERS.fullmatch(name) and value.isdecimal()]
    found = []
    if len(numbers) == 1 and 0 < int(numbers[0][1][:4]) < 100:
        rest = urlencode([pair for pair in parameters if pair != numbers[0]])
        found.append(PartAddress(f"{page}?{rest}" if rest else page, int(numbers[0][1][:4]), True))
    match = _PART_PATH.fullmatch(page)
    if match and not query:
        number, is_folder = int(match["folder"] or match["name"]), bool(match["folder"])
        endings = ("", ".html", ".htm") if is_folder else (match["ending"] or "",)
        found += [PartAddress(f"{match['begin']}{ending}", number, is_folder) for ending in endings if number]
    return found


def _key(address: PageAddress) -> str:
    if address.url:
        return address_key(address.url)
    # A path without a host: what its name stands for, as a key without one.
    return address_key(f"//-/{address_of_name(address.path)}").removeprefix("//-/")
