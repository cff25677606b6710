"""The elements of AMP as those of HTML that they stand for: pictures, films, sounds and boxes of other sites."""

from __future__ import annotations

import re
from html import escape

_ELEMENTS = {
    "img": "img",
    "anim": "img",
    "video": "video",
    "audio": "audio",
    "iframe": "iframe",
}
# The boxes of other sites, by the attribute that names what they show, with its address.
_BOXES = {
    "youtube": ("data-videoid", "https://www.youtube.com/embed/{}"),
    "vimeo": ("data-videoid", "https://player.vimeo.com/video/{}"),
    "dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/{}"),
    "twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "soundcloud": ("data-trackid", "https://api.soundcloud.com/tracks/{}"),
    "gist": ("data-gistid", "https://gist.github.com/{}"),
    "facebook": ("data-href", "{}"),
    "pinterest": ("data-url", "{}"),
    "tiktok": ("data-src", "{}"),
}
_TAG = re.compile(r"<(?P<close>/?)amp-(?P<name>[a-z0-9-]{2,30})\b(?P<attributes>[^<>]{0,8000})>", re.IGNORECASE)
_ATTRIBUTE = r"\b{}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
_VOID = ("img",)


def without_amp(html: str) -> str:
    """A page whose elements of AMP are those of HTML; others of them stay what they are."""
    return _TAG.sub(_rename, html) if "<amp-" in html or "<AMP-" in html else html


def _rename(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    if name in _BOXES:
        return "</iframe>" if tag["close"] else _box(name, tag)
    element = _ELEMENTS.get(name)
    if not element:
        return tag[0]
    if tag["close"]:
        return "" if element in _VOID else f"</{element}>"
    return f"<{element}{tag['attributes']}>"


def _box(name: str, tag: re.Match[str]) -> str:
    attribute, address = _BOXES[name]
    found = re.search(_ATTRIBUTE.format(attribute), tag["attributes"], re.IGNORECASE)
    value = next(filter(None, found.groups()), "") if found else ""
    # Systems write whole addresses where the names of posts and films are asked for.
    whole = value if value.startswith(("https://", "http://")) else address.format(value)
    return f'<iframe src="{escape(whole)}">' if value else "<iframe>"
