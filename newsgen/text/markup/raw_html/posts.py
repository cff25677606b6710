"""Posts of networks and elements of scripts, in whose place a script would show something."""

from __future__ import annotations

import re
from html import unescape

from newsgen.text.markup.raw_html.embeds import whole_address
from newsgen.text.markup.raw_html.players import Attributes

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:tweet|twitter|instagram|instgrm|facebook|fb|tiktok|reddit|bluesky|mastodon|threads|pinterest|imgur"
    r"|embed|embedly|text-post|giphy|linkedin|telegram|youtube|vimeo)(?:[\s_-]|$)"
)
_TAGS = ("blockquote", "div", "section")
_LINK = re.compile(r'<a [^>]{0,2000}?(?<= )href="(https?://[^"]*)"')
_TAG = re.compile("<(?:[^<>]*+>|[^>]{0,2000}+>)")
_WORD = re.compile(r"\w")


def is_post(tag: str, attributes: Attributes) -> bool:
    """Whether the script of a network would show something in place of an element."""
    return "-" in tag or (tag in _TAGS and bool(_CLASS.search(attributes.get("class", "").lower())))


def post_address(attributes: Attributes) -> str:
    """The address of what would be shown; "" where the attributes name none."""
    values = (value for name, value in attributes.items() if name.startswith("data-") or name in ("cite", "src"))
    return next((whole for value in values if (whole := whole_address(value))), "")


def last_link(tag: str, content: str) -> str:
    """The address of the last link in the HTML of a quoted post: most end with a link to themselves; "" for none."""
    links = _LINK.findall(content) if tag == "blockquote" else []
    return whole_address(unescape(links[-1])) if links else ""


def has_words(content: str) -> bool:
    """Whether HTML has letters or digits as text."""
    return bool(_WORD.search(_TAG.sub("", content)))
