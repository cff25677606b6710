"""Which URLs are those of the old site, and the paths that they have on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from newsgen.record.names import leaves_folder, safe_path
from newsgen.text.urls import split_url

_URL = re.compile(r"\s*(?:https?:)?//([^/?#\s]+)([^?#]*)(\?[^#]*)?(#.*)?\s*", re.IGNORECASE | re.DOTALL)
# The servers of wordpress.com that scale pictures of other sites: the host stands in the path.
_PHOTON = re.compile(r"\s*(?:https?:)?//i\d\.wp\.com/([^/?#\s]+/[^?#\s]*)", re.IGNORECASE)
_SLASHES = re.compile("/{2,}")
_PORT = re.compile(r":(?:80|443)$")
_UPLOADS = "/wp-content/uploads/"
_FOREIGN_FILES = re.compile(r"\.wp\.com/|\.wordpress\.com", re.IGNORECASE)
_FILES_HOST = ".files.wordpress.com"


@dataclass(frozen=True, slots=True)
class OwnUrls:
    """The site's URLs: each a host without "www.", and the folder of the site on it ("" or "/blog").

    `host_url` is the URL of the first host, to make whole URLs of paths.
    """

    bases: tuple[tuple[str, str], ...]
    host_url: str = ""

    def rest_of(self, url: str) -> str | None:
        """What follows the site's root in a URL ("/2019/05/wheel/#top"), None for a URL of another site.

        A path from the root of the host counts where it is in the site's folder.
        """
        found = _URL.fullmatch(url)
        if found:
            host, path, query, fragment = found.groups()
            rest = self._below(_bare_host(host), path)
        elif url.startswith("/") and self.bases:
            path, query, fragment = _split(url)
            rest = self._below(self.bases[0][0], path)
        else:
            return None
        return None if rest is None else f"{rest}{query or ''}{fragment or ''}"

    def _below(self, host: str, path: str) -> str | None:
        for own, folder in self.bases:
            if host == own and f"{path}/".startswith(f"{folder}/"):
                return path[len(folder) :] or "/"
        return None

    def file_path(self, url: str) -> str:
        """The path of the file that a URL of an own picture or file means; "" for one of another site.

        It is decoded, has no query, and every disk takes it.
        """
        url = without_photon(url)
        rest = self.rest_of(url)
        path = unquote(_split(rest)[0]) if rest is not None else ""
        if rest is None:
            found = _URL.fullmatch(url)
            if found and found[1].lower().endswith(_FILES_HOST) and self._is_own_files_host(found[1].lower()):
                path = _UPLOADS.rstrip("/") + unquote(found[2])
        if not path or path.endswith("/") or leaves_folder(path) or "\0" in path:
            return ""
        return safe_path(path)

    def keeps_name(self, url: str, path: str) -> bool:
        """Whether a file's path is the one that its URL has, so that fetching the URL gives it."""
        rest = self.rest_of(without_photon(url))
        return rest is None or _SLASHES.sub("/", unquote(_split(rest)[0])) == path

    def _is_own_files_host(self, host: str) -> bool:
        name = host.removesuffix(_FILES_HOST)
        return any(own.split(".")[0] == name for own, _ in self.bases)


def own_urls(urls: Iterable[str]) -> OwnUrls:
    """The URLs below each of some roots."""
    bases = {}
    host_url = ""
    for url in urls:
        found = _URL.fullmatch(url)
        if found:
            bases[_bare_host(found[1]), found[2].rstrip("/")] = True
            host_url = host_url or re.sub(r"(?<=[^/:])/.*", "", url.strip(), flags=re.DOTALL)
    # The deepest folder of a host comes first: what is in it is in those above it, too.
    return OwnUrls(tuple(sorted(bases, key=lambda base: -len(base[1]))), host_url)


def attachment_path(url: str, own: OwnUrls) -> str:
    """The path on the site of a file of the media library, wherever its URL says that it lies."""
    path = own.file_path(url)
    if path:
        return path
    path = unquote(split_url(url).path)
    begin = path.find(_UPLOADS)
    path = path[begin:] if begin >= 0 else _UPLOADS + path.lstrip("/")
    return "" if path.endswith("/") or leaves_folder(path) else safe_path(path)


def may_be_file(url: str) -> bool:
    """Whether a URL of another host may be that of a file of the site: one of a server of wordpress.com."""
    return _FOREIGN_FILES.search(url) is not None


def without_photon(url: str) -> str:
    """The URL of a picture itself, where this one is of a server that scales it."""
    found = _PHOTON.match(url)
    return f"https://{found[1]}" if found else url


def _bare_host(host: str) -> str:
    host = host.rpartition("@")[2].lower().removeprefix("www.")
    return _PORT.sub("", host) if ":" in host else host


def _split(address: str) -> tuple[str, str, str]:
    """The path, the query and the fragment of an address, the latter two with their signs."""
    address, sharp, fragment = address.partition("#")
    path, mark, query = address.partition("?")
    return path, mark + query, sharp + fragment
