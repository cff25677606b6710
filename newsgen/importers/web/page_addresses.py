"""Which URL a page has, what its references mean, and what the names that mirrors give to files stand for."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from newsgen.text.urls import host_of, is_whole, join_url

# The first folder of a mirror is the host, with a port as wget writes it ("127.0.0.1:8000", on Windows with "+").
_HOST = re.compile(r"(?:(?:[\w-]+\.)+[a-z]{2,24}|localhost|\d{1,3}(?:\.\d{1,3}){3})(?:[:+]\d{1,5})?", re.IGNORECASE)
_FILE_ENDING = re.compile(
    r"\.(?:x?html?|shtml|php\d?|aspx?|jsp|cgi|txt|md|xml|json|jpe?g|png|gif|webp|svg|css|js|pdf|zip|mht|mhtml)$",
    re.IGNORECASE,
)
# "http://web.archive.org/web/20140302100413im_/http://paper.example/a.jpg", also without the host.
_WAYBACK = re.compile(
    r"(?:https?://web\.archive\.org)?/web/\d{1,14}(?:[a-z]{2}_|\*)?/(?P<url>https?:/?/?.+)", re.IGNORECASE
)
# wget writes "@" for "?" where Windows would not take it, and adds ".html" (-E) to what is a page.
_WGET_QUERY = re.compile(r"(?P<path>[^@?]*)[@?](?P<query>[^@?/=]+=[^@?/]*?)(?:\.html?)?")
# HTTrack: "index-2.html" is a second file for "index.html" of another query; "a4b2c.html" has four digits of a hash.
_INDEX = re.compile(r"(?:^|(?<=/))index\.x?html?$", re.IGNORECASE)


class PageAddress(NamedTuple):
    """Where a page stands: its URL, "" if nothing tells it, and its path in the mirror, "" where it is in none."""

    url: str
    path: str

    def meanings(self, reference: str, base: str = "") -> list[str]:
        """The addresses that a reference in the page may mean, as `Capture` has them, the surest first.

        `base` is what the page's `base` element says. [] for a reference that leads to no page or file.
        """
        reference = without_wayback(reference.strip())
        if not reference or reference.startswith("#") or _is_other_scheme(reference):
            return []
        found = []
        if not is_whole(reference) and self.path and not base:
            path = unquote(reference.partition("#")[0], errors="surrogateescape")
            if not path.startswith("/"):
                folder = posixpath.dirname(self.path)
                candidates = [path, path.partition("?")[0]]
                found = [_normal(posixpath.join(folder, candidate)) for candidate in candidates if candidate]
        whole = join_captured_url(join_captured_url(self.url, base) if base else self.url, reference)
        if is_whole(whole):
            found.append(whole.partition("#")[0])
        if self.path and (reference.startswith("/") or host_of(whole)) and host_of(whole) == host_of(self.url):
            # A mirror has the site's root in the folder of its host, which may be another one than pages say, or none.
            place = re.sub("^[^/]*//[^/?#]*", "", whole).partition("#")[0]
            path = _normal(unquote(place, errors="surrogateescape").lstrip("/"))
            folder = self.path.partition("/")[0]
            root = f"{folder}/" if is_host(folder) and "/" in self.path else ""
            found += [f"{root}{path}", f"{root}{path.partition('?')[0]}"] if path else []
        found += [_in_one_byte(path) for path in found if not path.isascii() and not is_whole(path)]
        return [address for address in dict.fromkeys(found) if address and not address.startswith("../")]


def page_address(address: str, *urls: str) -> PageAddress:
    """The address of a page that was captured at `address`; `urls` are what else is said of its URL, surest first."""
    if is_whole(address):
        return PageAddress(without_wayback(address), "")
    said = next((url for url in map(without_wayback, urls) if host_of(url)), "")
    return PageAddress(said or url_of_path(address), address)


def url_of_path(path: str) -> str:
    """The URL of a file in a mirror whose first folder is its host, without a scheme; "" for another one."""
    host, slash, rest = path.partition("/")
    if not slash or not is_host(host):
        return ""
    return f"//{host.replace('+', ':')}/{address_of_name(rest)}"


def address_of_name(path: str) -> str:
    """The path and query, encoded, for which a mirror's file has its name: wget's "a@p=2.html" is "a?p=2"."""
    folder, slash, name = path.rpartition("/")
    found = _WGET_QUERY.fullmatch(name)
    query = f"?{quote(found['query'], safe='=&;+,%', errors='surrogateescape')}" if found else ""
    name = found["path"] if found else name
    return quote(f"{folder}{slash}{name}", safe="/~!$&'()*+,;=:@%-._", errors="surrogateescape") + query


def is_host(name: str) -> bool:
    """Whether the name of a folder is one of a host."""
    return bool(_HOST.fullmatch(name)) and not _FILE_ENDING.search(name)


def without_wayback(address: str) -> str:
    """The address that one of the Wayback Machine means."""
    if "/web/" not in address:
        return address
    found = _WAYBACK.match(address)
    return re.sub(r"^(https?:)/*", r"\1//", found["url"], flags=re.IGNORECASE) if found else address


def join_captured_url(base: str, reference: str) -> str:
    """What a reference means on a page with this URL, also where the Wayback Machine has changed it."""
    return without_wayback(join_url(base, reference)) if base else reference


def is_root(address: PageAddress) -> bool:
    """Whether an address is that of the front page of a host or of the whole mirror."""
    if address.url:
        path = re.sub(r"^(?:https?:)?//[^/?#]*", "", address.url, flags=re.IGNORECASE)
        return not _INDEX.sub("", path.lstrip("/"))
    return not _INDEX.sub("", address.path)


def _in_one_byte(path: str) -> str:
    """The name that an old server's file has for a path: each sign is one byte, which is no UTF-8; "" for no such."""
    try:
        return path.encode("cp1252").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return ""


def _normal(path: str) -> str:
    return posixpath.normpath(path).lstrip("/") if path else ""


def _is_other_scheme(reference: str) -> bool:
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", reference, re.IGNORECASE)
    return scheme is not None and scheme[1].lower() not in ("http", "https")
