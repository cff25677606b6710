"""Parts of a text that only some readers see: shortcodes and blocks of plug-ins for members, and hidden blocks.

They are taken out before anything else reads the text, so that no footnote, picture or value of theirs is left.
"""

from __future__ import annotations

import json
import re

from newsgen.importers.wordpress.content.block_syntax import Delimiter, delimiters_in
from newsgen.importers.wordpress.content.context import Context
from newsgen.importers.wordpress.content.layout_shortcodes import is_restricted
from newsgen.importers.wordpress.content.shortcode_syntax import find_tags

_REASON = "It shows its words to some readers only."
# Jetpack, Restrict Content Pro, MemberPress, Paid Memberships Pro, WooCommerce Memberships, Passster, and others.
_BLOCKS = re.compile(
    r"(?:jetpack/)?premium-content/subscriber-view|leaky-paywall/[\w-]+|"
    r"[\w-]+/(?:members?-(?:only|content)|membership(?:-content)?|require-membership|restrict(?:ed|ion)?(?:-content)?|"
    r"content-(?:restriction|restricted|protector|protection|lock(?:er)?)|protect(?:ed)?(?:-content)?|"
    r"private(?:-content)?|lock(?:ed|er)?(?:-content)?|subscribers?(?:-only|-content)|logged-in(?:-content)?)"
)
# What stands below it is for those who pay.
_PAYWALL = "jetpack/paywall"
# Without any of these a text need not be parted into its blocks here.
_SIGNS = re.compile(
    r"wp:[\w/-]*(?:premium-content|paywall|member|restrict|protect|private|/lock|/content-|subscriber|logged-in)|"
    r"blockVisibility"
)
_WORDS = (
    *("premium-content", "paywall", "member", "restrict", "protect", "private", "/lock", "/content-", "subscriber"),
    *("logged-in", "blockVisibility"),
)
_CLOSING = re.compile(r"\[/([A-Za-z][\w-]{0,80})\]")
_FOR_SOME = re.compile(r'"visibilityByRole": "(?:logged-in|user-role|users|user-rule-sets)"')


def without_restricted(content: str, context: Context) -> str:
    """A text without what only some readers see; each such part is counted."""
    if any(word in content for word in _WORDS) and _SIGNS.search(content):
        content = _without_blocks(content, context)
    has_closing = "[/" in content and any(is_restricted(name.lower()) for name in _CLOSING.findall(content))
    return _without_shortcodes(content, context) if has_closing else content


def _without_shortcodes(content: str, context: Context) -> str:
    """A text without what restricted shortcodes enclose, also where their two tags stand in different blocks."""
    pieces: list[str] = []
    position = 0
    # Where a name has no further closing tag is found once, not for every opening one.
    unclosed: set[str] = set()
    for tag in find_tags(content):
        if tag.start < position or tag.is_closing or tag.is_escaped or tag.opens_escape:
            continue
        if tag.name in unclosed or not is_restricted(tag.name.lower()) or tag.rest.rstrip().endswith("/"):
            continue
        closing = f"[/{tag.name}]"
        end = content.find(closing, tag.end)
        if end < 0:
            unclosed.add(tag.name)
        else:
            pieces.append(content[position : tag.start])
            position = end + len(closing)
            context.note("shortcode", tag.name.lower(), "left out", _REASON)
    return "\n\n".join((*pieces, content[position:]))


def _without_blocks(content: str, context: Context) -> str:
    """A text without restricted blocks; one that is not closed reaches to the end."""
    pieces: list[str] = []
    position = 0
    # The restricted block that is open, and how many of its name are.
    within, depth = "", 0
    for start, end, delimiter in delimiters_in(content):
        if within:
            if delimiter.name == within and not delimiter.is_void:
                depth += -1 if delimiter.is_closing else 1
                if not depth:
                    within, position = "", end
        elif not delimiter.is_closing and _is_restricted(delimiter):
            pieces.append(content[position:start])
            position = end
            context.note("block", delimiter.name.removeprefix("core/"), "left out", _REASON)
            if delimiter.name == _PAYWALL:
                return "".join(pieces)
            if not delimiter.is_void:
                within, depth = delimiter.name, 1
    return "".join(pieces) if within else "".join((*pieces, content[position:]))


def _is_restricted(block: Delimiter) -> bool:
    if block.name == _PAYWALL or _BLOCKS.fullmatch(block.name):
        return True
    metadata, visibility = block.attributes.get("metadata"), block.attributes.get("blockVisibility")
    if isinstance(metadata, dict) and metadata.get("blockVisibility") is False:
        return True
    if not isinstance(visibility, dict):
        return False
    return visibility.get("hideBlock") is True or _FOR_SOME.search(json.dumps(visibility)) is not None
