"""Pictures and boxes that are furniture of a page and no part of its text: icons, spacers, buttons, advertisements."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgen.importers.html.page.blocks.opening import attributes_of

# A picture is an icon if it is declared to be so many pixels wide and high at most.
_ICON = 40
# File names of spacers, bullets and the icons of buttons.
_NAMES = re.compile(
    r"(?:^|[/_.-])(?:spacer|blank|pixel|clear(?:dot|pixel|gif)?|transparent|trans|empty|shim|1x1|dot|bullet\w{0,12}|arrows?|"
    r"icons?|ico|btn|button|rss|print(?:er)?|e?mail|zoom|magnify|enlarge|facebook|twitter|share|loading|loader|ajax-loader"
    r")(?:[_-]\w{0,12})?\d{0,4}\.(?:gif|png|svg)(?:[?#]|$)|/(?:ico|icons?|bullets?|buttons?|smil(?:ey|ie)s)/[^/]+$",
    re.IGNORECASE,
)
# Boxes of buttons, of counters and of advertisements, by their addresses.
_BOXES = re.compile(
    r"facebook\.com/(?:v\d+\.\d+/)?(?:plugins/(?:like|likebox|fan|follow|share_button|recommend|comments|page|activity|"
    r"facepile|send)|connect/)|platform\.twitter\.com/widgets/(?:tweet_button|follow_button|hub|widget_iframe)|"
    r"//(?:plusone|apis)\.google\.com/|//(?:www\.)?googletagmanager\.com/|doubleclick\.net/|googlesyndication\.com/|"
    r"smartadserver\.com/|adnxs\.com/|amazon-adsystem\.com/|(?:^|//)(?:i?ads?|adserver|adv|banners?|reklama?)\d{0,2}\.|"
    r"/(?:ads?|adserver|adframe|banners?|reklama?)/|showad|adframe|//(?:s\d+\.)?addthis\.com/|sharethis\.com/|"
    r"//(?:www\.)?(?:disqus|livefyre)\.com/|digg\.com/tools/|stumbleupon\.com/badge|tweetmeme\.com/|vk(?:ontakte)?\.(?:ru|com)/"
    r"widget_like|nk\.pl/|about:blank|javascript:|/recaptcha/|consent",
    re.IGNORECASE,
)
# How the tags of pictures and boxes begin.
SHOWN_TAGS = ("img", "iframe", "embed")
_PIXELS = re.compile(r"(\d{1,4})(?:px)?\Z")


def is_furniture_in_text(piece: str) -> bool:
    """Whether what a tag among words begins is none of them: small pictures with a text may be letters and formulas."""
    if not piece.startswith(SHOWN_TAGS):
        return False
    opening = piece.partition(">")[0]
    return is_furniture(opening) and not attributes_of(opening).get("alt", "").strip()


@lru_cache(maxsize=4_000)
def is_furniture(opening: str) -> bool:
    """Whether a picture or box is no part of a text, by its start tag without brackets."""
    tag, _, _ = opening.partition(" ")
    if tag not in SHOWN_TAGS:
        return False
    attributes = attributes_of(opening)
    address = attributes.get("src") or ""
    sides = [_PIXELS.match(attributes.get(name, "").strip()) for name in ("width", "height")]
    sizes = [int(side[1]) for side in sides if side]
    if tag != "img":
        return bool(_BOXES.search(address)) or (len(sizes) == 2 and max(sizes) <= 1)
    if len(sizes) == 2 and max(sizes) <= _ICON:
        return True
    if any(name in attributes for name in ("data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")):
        # The picture that is shown later stands in for this one.
        return False
    return bool(_NAMES.search(address.partition("?")[0]))
