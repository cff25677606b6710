"""Contents of other sites, such as videos, maps and posts: a box that says what was there and where it is.

Pages load nothing from elsewhere, so the box is a figure of the class "embed" and of its kind, with the title and the
address as text. The theme adds the word for the kind in the language of the article.
"""

from __future__ import annotations

import re
from html import escape
from typing import Literal

from newsgen.text.urls import split_url

Kind = Literal["video", "audio", "map", "post", "document", "page"]
KINDS: tuple[Kind, ...] = ("video", "audio", "map", "post", "document", "page")
# What the address of a kind has in its host or, behind a slash, in its path.
_HOSTS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "video",
        re.compile(
            r"youtu\.?be|vimeo|dailymotion|twitch\.|rumble\.|bilibili|\bted\.com|streamable|jwplatform|brightcove|wistia"
            r"|\bloom\.com|rutube|odysee|peertube|vidyard|facebook\.com/plugins/video|/video|\.(?:mp4|m4v|webm|ogv|mov)\b"
        ),
    ),
    (
        "audio",
        re.compile(
            r"soundcloud|spotify|podcast|megaphone\.|audioboom|simplecast|libsyn|buzzsprout|\banchor\.fm|bandcamp"
            r"|mixcloud|deezer|acast|ivoox|audiomack|/audio|\.(?:mp3|m4a|ogg|oga|opus|wav|flac)\b"
        ),
    ),
    ("map", re.compile(r"\bmaps?\.|/maps?\b|openstreetmap|umap\.|mapbox|\bcarto(?:db)?\.|arcgis")),
    (
        "post",
        re.compile(
            r"twitter\.|(?:^|//|\.)x\.com|instagram|facebook|tiktok|threads\.net|bsky\.|mastodon|reddit|linkedin"
            r"|pinterest|tumblr|\bt\.me|\bvk\.com"
        ),
    ),
    ("document", re.compile(r"docs\.google|drive\.google|scribd|issuu|documentcloud|slideshare|\.pdf\b")),
)


def kind_of(address: str, default: Kind = "page") -> Kind:
    """The kind of what is at an address."""
    return next((kind for kind, pattern in _HOSTS if pattern.search(address.lower())), default)


def whole_address(address: str) -> str:
    """An address of another site with its scheme; "" for one that cannot be shown or is none."""
    address = address.strip()
    address = f"https:{address}" if address.startswith("//") else address
    parts = split_url(address)
    return address if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def render_embed(kind: Kind, address: str, title: str = "", content: str = "") -> str:
    """The box of an address; `content` is HTML that it holds besides, such as the words of a post."""
    name = f"<p><strong>{escape(title)}</strong></p>\n" if title else ""
    link = f'<p dir="ltr"><a href="{escape(address)}">{escape(address)}</a></p>\n'
    return f'\n<figure class="embed {kind}">\n{name}{content}{link}</figure>\n'
