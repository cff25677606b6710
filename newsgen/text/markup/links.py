"""Find, classify and rewrite the links in body HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from urllib.parse import unquote

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
# A whole link or image tag of rendered HTML; "<" in text is escaped, so this meets tags only.
_TAG = re.compile(r'<(a|img)\b((?:[^>"]|"[^"]*")*)>')
_ADDRESS = re.compile(r'(?<= )(?:href|src)="([^"]*)"')
_ALT = re.compile(r'(?<= )alt="([^"]*)"')


def local_addresses(body: str) -> Iterator[tuple[str, bool]]:
    """Every address inside the site that a body's HTML holds, and whether it is an image's."""
    if "<a " not in body and "<img " not in body:
        return
    for tag in _TAG.finditer(body):
        address = _ADDRESS.search(tag[2])
        if address and is_local(unescape(address[1])):
            yield unescape(address[1]), tag[1] == "img"


def place_links(body: str, place: Callable[[str], str], show: Callable[[str, str], str]) -> str:
    """Rewrite every link inside the site, such as "/2020/flood.html", to what `place` answers for its address, and put
    what `show` answers for an image's address and its alternative text, as HTML both, in the image's place.

    Where they answer "", the link or image is not to be had: its text or its alternative text stays.
    """

    def replace(tag: re.Match[str]) -> str:
        address = _ADDRESS.search(tag[2])
        if not address or not is_local(unescape(address[1])):
            return tag[0]
        if tag[1] == "img":
            found = _ALT.search(tag[2])
            alt = found[1] if found else ""
            return show(unescape(address[1]), alt) or f'<em class="absent">{alt}</em>'
        target = place(unescape(address[1]))
        if not target:
            return "<a>"
        start, end = (tag.start(2) - tag.start() + place for place in address.span(1))
        return tag[0][:start] + escape(target) + tag[0][end:]

    return _TAG.sub(replace, body)


def is_local(address: str) -> bool:
    """Whether an address is inside the site: a path, not a whole URL and not a place on the same page."""
    bare = _bare(address)
    return bool(bare) and not bare.startswith(("#", "//")) and not _SCHEME.match(bare)


def safe_address(address: str) -> bool:
    """Whether an address may be linked: http, https, mailto, or one without a scheme."""
    bare = _bare(address)
    return not _SCHEME.match(bare) or bare.lower().startswith(_SAFE_SCHEMES)


def named_path(address: str) -> str:
    """The path that an address names: unescaped, without its query and its place in the file."""
    return unquote(address.split("#")[0].split("?")[0])


def path_beside(address: str, path: str) -> str:
    """The path that an address in the text at `path` names, from the folder that `path` itself starts from."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), named_path(address)))


def _bare(address: str) -> str:
    """An address as browsers see its beginning: they drop white space there, so that "java\\nscript:" is a scheme."""
    return re.sub(r"[\x00-\x20]", "", address)
