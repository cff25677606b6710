"""URLs as they are compared: which of them mean one page, and which lie on a site of one's own."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urljoin, urlsplit

# Parameters that campaigns append; no page changes with them.
CAMPAIGN = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|share|amp|replytocom")
# Those of a list's pages: without them, the list answers.
_PAGING = re.compile(r"page|paged|offset|start|sort|order(?:by)?|lang|hl|print")
_WHOLE = re.compile(r"(?:https?:)?//([^/?#\\]*)(.*)", re.IGNORECASE | re.DOTALL)
_USUAL_PORT = re.compile(r":(?:80|443)?$")

# Longer addresses are not kept in memory.
_LONGEST_KEPT = 2_000

# What stands for a byte that is no UTF-8: names of files may hold some, addresses and names of listings do not.
NO_TEXT = re.compile("[\udc80-\udcff]")


class SiteUrls(NamedTuple):
    """Where a site is and where it was: pairs of a host and a folder of it, "" for the whole host.

    The host is as `folded_host` gives it; the folder begins with "/" and does not end with it.
    """

    bases: tuple[tuple[str, str], ...] = ()

    def path_of(self, address: str) -> str | None:
        """The path from the site's root that a whole URL means, with its query and fragment; None for other sites'."""
        whole = match_whole(address) if self.bases else None
        if not whole:
            return None
        host, rest = folded_host(whole[1]), whole[2]
        for base, folder in self.bases:
            if host == base:
                below = _below(rest, folder)
                if below is not None:
                    return below
        return None

    def shorter_paths(self, address: str) -> tuple[str, ...]:
        """What a path from the root of the host is from the site's root, where that is another folder."""
        found = (_below(address, folder) for _, folder in self.bases if folder)
        return tuple(dict.fromkeys(path for path in found if path is not None))


NO_SITE = SiteUrls()


class FoldedUrl(NamedTuple):
    """A URL as it is compared: host and decoded path, and what its query says of the page that is meant."""

    page: str
    query: str


@lru_cache(maxsize=16)
def site_urls(*urls: str) -> SiteUrls:
    """The places of a site that is or was at these URLs; those that are "" do not count."""
    places = []
    for url in filter(None, urls):
        parts = urlsplit(url)
        places.append((folded_host(parts.netloc), parts.path.rstrip("/")))
    # Of two places on one host the deeper one is asked first.
    return SiteUrls(tuple(sorted(set(places), key=lambda place: (-len(place[1]), place))))


def split_url(url: str) -> SplitResult:
    """The parts of an address; one whose host no URL can have, such as "https://a[5/", has no scheme and no host."""
    try:
        return urlsplit(url)
    except ValueError:
        whole = match_whole(url)
        return SplitResult("", "", *split_address(whole[2] if whole else url))


def join_url(base: str, reference: str) -> str:
    """What a reference means at an address; the reference itself if one of them cannot be read."""
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def match_whole(address: str) -> re.Match[str] | None:
    """The host and the rest of a whole web address; None for any other, such as a path or a mail address."""
    return _WHOLE.match(address.strip())


def host_of(address: str) -> str:
    """The host that an address names, in lower case; "" where it names none, or none that can be read."""
    # urlsplit keeps what it was given last, and a picture may be written out in its address.
    if address.startswith("data:"):
        return ""
    return _kept_host_of(address) if len(address) <= _LONGEST_KEPT else split_url(address).hostname or ""


# The addresses of pages are compared with those of all their links.
@lru_cache(maxsize=500)
def _kept_host_of(address: str) -> str:
    return split_url(address).hostname or ""


def is_whole(address: str) -> bool:
    """Whether an address is a whole web address, with a host."""
    return match_whole(address) is not None


@lru_cache(maxsize=10_000)
def folded_host(host: str) -> str:
    """A host as it is compared: without user, usual port and "www.", in lower case and in letters of its language."""
    name = _USUAL_PORT.sub("", host.rpartition("@")[2].lower()).rstrip(".").removeprefix("www.")
    if "xn--" in name:
        try:
            return name.encode().decode("idna")
        except UnicodeError:
            return name
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def fold_url(url: str) -> FoldedUrl:
    """A URL, or a path from the root, as it is compared: without scheme, case, final slash and fragment.

    "index.html" is the page of its folder. Of the query, what campaigns append does not count.
    """
    whole = match_whole(url)
    host, rest = (folded_host(whole[1]), whole[2]) if whole else ("", url.strip())
    path, query, _ = split_address(rest)
    return FoldedUrl(host + folded_path(_decode(path)), significant_query(query))


def _decode(path: str) -> str:
    """A path without its percent codes; bytes that are no UTF-8 keep theirs, so that each has one of its own."""
    decoded = unquote(path, errors="surrogateescape") if "%" in path else path
    return decoded if decoded.isascii() else NO_TEXT.sub(lambda byte: f"%{ord(byte[0]) - 0xDC00:02X}", decoded)


def folded_path(path: str) -> str:
    """A decoded path as it is compared; the root is ""."""
    if "//" in path:
        path = re.sub("/{2,}", "/", path)
    if "/." in path:
        path = posixpath.normpath(path)
    if not path.isascii():
        path = unicodedata.normalize("NFC", path)
    path = path.casefold()
    return path.removesuffix("/index.html").removesuffix("/index.htm").rstrip("/")


def significant_query(query: str) -> str:
    """What a query says of the page that is meant, its parts in order; "" where it says nothing."""
    if not query:
        return ""
    parts = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted(part for part in parts if not CAMPAIGN.fullmatch(part[0])))


def names_page(query: str) -> bool:
    """Whether a query says which page of a site is meant, as "p=17" does: then its path alone means another."""
    names = (name for name, _ in parse_qsl(query, keep_blank_values=True))
    return not all(CAMPAIGN.fullmatch(name) or _PAGING.fullmatch(name.lower()) for name in names)


def split_address(address: str) -> tuple[str, str, str]:
    """The path, query and fragment of an address without a host, each as it is written and without its sign."""
    before, _, fragment = address.strip().partition("#")
    path, _, query = before.partition("?")
    return path, query, fragment


def _below(rest: str, folder: str) -> str | None:
    """What follows a folder in the rest of a URL, from "/" on; None where the URL is not below it."""
    path = re.split(r"[?#]", rest, maxsplit=1)[0]
    if not folder:
        return rest if path.startswith("/") else f"/{rest}"
    if not f"{path}/".lower().startswith(f"{folder}/".lower()):
        return None
    below = rest[len(folder) :]
    return below if below.startswith("/") else f"/{below}"
