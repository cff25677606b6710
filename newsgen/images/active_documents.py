"""Whether a document of HTML or XML runs something when somebody opens it by its address.

What articles link to is a document of the site's own, in which a script could do whatever the site's own scripts can.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from newsgen.images.safe_svg import is_active_xml

# Elements that run or embed something, and those that browsers read in another way where scripts are allowed.
_RUNNING = frozenset("script iframe frame frameset object embed applet portal template noscript base".split())
# Attributes with addresses, also those that an animation would give.
_ADDRESSES = frozenset("href xlink:href src srcset action formaction data poster background values to from by".split())
_SCRIPT = re.compile(r"(?:java|vb)script:|data:(?!image/(?:png|jpe?g|gif|webp|avif)[;,])", re.IGNORECASE)
_BLANKS = re.compile("[\0- ]+")
# Signs of encodings that hide markup from whoever reads another one: UTF-16 and ISO 2022.
_HIDDEN = re.compile(rb"\A(?:\xff\xfe|\xfe\xff)|[\0\x1b]")


def is_active(content: bytes, ending: str) -> bool:
    """Whether a document runs something, or is written so that this cannot be told."""
    return _is_active_html(content) if ending in ("htm", "html") else is_active_xml(content)


def _is_active_html(content: bytes) -> bool:
    if _HIDDEN.search(content) or b"<script" in content.lower():
        return True
    root = LexborHTMLParser(content).root
    for node in root.traverse() if root else ():
        if node.tag in _RUNNING:
            return True
        for name, value in node.attributes.items():
            if name[:2] == "on" or _is_order(name, value):
                return True
            if value and name in _ADDRESSES and _SCRIPT.search(_BLANKS.sub("", value)):
                return True
    return False


def _is_order(name: str, value: str | None) -> bool:
    """Whether an attribute has a document in it, or leads elsewhere by itself."""
    return name == "srcdoc" or (name == "http-equiv" and (value or "").strip().lower() == "refresh")
