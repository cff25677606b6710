"""Find, classify and rewrite the links and images in a body's HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from urllib.parse import unquote

from newsgen.text.urls import NO_SITE, SiteUrls

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# Those that open a page, a program for messages or a map, and run nothing.
SAFE_SCHEMES = tuple(
    "http https mailto tel sms ftp ftps sftp geo xmpp irc ircs news nntp magnet doi urn gopher gemini webcal".split()
)
# A link or image tag of rendered HTML; "<" in text is escaped, so this matches tags only.
_TAG = re.compile(r'<(/?a|img)\b((?:[^>"]|"[^"]*")*)>')
_ADDRESS = re.compile(r'(?<= )(?:href|src)="([^"]*)"')
_BLANK = re.compile(r"[\x00-\x20]")
_ALT = re.compile(r'(?<= )alt="([^"]*)"')


def addresses_in(body: str) -> Iterator[tuple[str, bool]]:
    """Every address in a body's HTML, and whether it is an image's."""
    if "<a " not in body and "<img " not in body:
        return
    for tag in _TAG.finditer(body):
        address = _ADDRESS.search(tag[2])
        if address:
            yield unescape(address[1]), tag[1] == "img"


def rewrite_links(
    body: str,
    resolve: Callable[[str], str],
    show_image: Callable[[str, str], str],
    is_asked: Callable[[str], bool] | None = None,
) -> str:
    """A body's HTML with its links and images as a page shows them; those that `is_asked` leaves out stay.

    `resolve` returns the address to link instead of one such as "/2020/flood.html"; `show_image` the HTML of an image
    from its address and its alternative text, which is HTML too. Where either returns "", the link or image does not
    exist: its text or its alternative text stays, and a link to an image that has a whole URL. All local addresses are
    asked for where `is_asked` is None.
    """
    is_asked = is_asked or is_local
    is_in_link = False

    def replace(tag: re.Match[str]) -> str:
        nonlocal is_in_link
        is_in_link = tag[1] == "a" or (is_in_link and tag[1] != "/a")
        found = _ADDRESS.search(tag[2])
        address = unescape(found[1]) if found else ""
        if not found or not is_asked(address):
            return tag[0]
        if tag[1] == "img":
            alt = _alternative_text(tag)
            return show_image(address, alt) or _absent_image(alt, "" if is_local(address) else address, is_in_link)
        target = resolve(address)
        if not target:
            return "<a>"
        start, end = (tag.start(2) - tag.start() + index for index in found.span(1))
        return tag[0][:start] + escape(target) + tag[0][end:]

    return _TAG.sub(replace, body)


def _absent_image(alt: str, address: str, is_in_link: bool) -> str:
    """The HTML for an image that is not there; `address` is where it was, "" where nobody knows."""
    if not address:
        return f'<em class="absent">{alt}</em>'
    text = alt or escape(address)
    return text if is_in_link else f'<a href="{escape(address)}">{text}</a>'


def replace_remote_images(body: str, site: SiteUrls = NO_SITE, note: Callable[[str], object] = len) -> str:
    """A body's HTML with text in place of the images on other servers than the site's.

    `note` is called with the address of each.

    A link to the image will not do: its tag may be inside another link.
    """

    def replace(tag: re.Match[str]) -> str:
        address = _ADDRESS.search(tag[2])
        if tag[1] != "img" or not address or is_own(unescape(address[1]), site):
            return tag[0]
        note(unescape(address[1]))
        return f'<em class="absent">{_alternative_text(tag)} ({address[1]})</em>'

    return _TAG.sub(replace, body)


def is_local(address: str) -> bool:
    """Whether an address is inside the site: a path, and neither a whole URL nor a fragment of the same page."""
    bare = _bare(address)
    return bool(bare) and not bare.startswith(("#", "//")) and not _SCHEME.match(bare)


def is_own(address: str, site: SiteUrls) -> bool:
    """Whether an address is inside the site, by its path or as a whole URL."""
    return is_local(address) or site.path_of(address) is not None


def safe_address(address: str) -> bool:
    """Whether an address may be linked: one of a safe scheme, such as https or tel, or one without a scheme."""
    bare = _bare(address)
    scheme = _SCHEME.match(bare)
    return not scheme or scheme[0][:-1].lower() in SAFE_SCHEMES


def named_path(address: str) -> str:
    """The path of an address: unescaped, without its query and fragment; a backslash is a slash, as to browsers."""
    return unquote(address.split("#")[0].split("?")[0]).replace("\\", "/")


def path_beside(address: str, path: str) -> str:
    """The path of an address in the text at `path`, relative to the same folder as `path` itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), named_path(address)))


def _alternative_text(tag: re.Match[str]) -> str:
    alt = _ALT.search(tag[2])
    return alt[1] if alt else ""


def _bare(address: str) -> str:
    """An address without white space, as browsers read its beginning: to them "java\\nscript:" is a scheme."""
    return _BLANK.sub("", address) if _BLANK.search(address) else address
