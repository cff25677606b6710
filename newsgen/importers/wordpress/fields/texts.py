"""Headline, kicker and dek."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.importers.wordpress.fields.php_values import NotSerialised, looks_serialised, read_php_value
from newsgen.importers.wordpress.fields.plain import plain_line
from newsgen.importers.wordpress.wxr.item import Item

# Where themes and plug-ins keep the line below the headline.
DEK_KEYS = (
    "newspack_post_subtitle",
    "_subtitle",
    "subtitle",
    "wps_subtitle",
    "_wps_subtitle",
    "kia_subtitle",
    "secondary_title",
    "_secondary_title",
    "post_subtitle",
    "_post_subtitle",
    "article_subtitle",
    "sub_title",
    "_sub_title",
    "subheadline",
    "sub_headline",
    "subhead",
    "subheading",
    "deck",
    "_deck",
    "dek",
    "_dek",
    "standfirst",
    "_standfirst",
    "mkd_post_subtitle_meta",
    "jnews_single_post_subtitle",
    "_jnews_subtitle",
)
KICKER_KEYS = ("kicker", "_kicker", "eyebrow", "_eyebrow", "overline", "_overline", "strapline", "roofline")
# Settings of a post in themes of tagDiv and JNews: a serialised array, with the line below the headline among them.
SETTINGS_KEYS = ("td_post_theme_settings", "jnews_single_post")
_DEK_SETTINGS = ("td_subtitle", "subtitle")


class Texts(NamedTuple):
    """The lines above an article; `dek_key` is the custom field that gave the dek, "" where the excerpt did."""

    headline: str
    kicker: str
    dek: str
    dek_key: str


def read_texts(item: Item) -> Texts:
    """The headline, kicker and dek of an item: the dek of a field of its own, else the excerpt that somebody wrote."""
    dek, dek_key = "", ""
    for key in DEK_KEYS:
        value = item.value(key)
        dek = plain_line(value) if value else ""
        if dek:
            dek_key = key
            break
    if not dek:
        dek, dek_key = _dek_of_settings(item)
    return Texts(
        plain_line(item.title),
        plain_line(item.value(*KICKER_KEYS)),
        dek or plain_line(item.excerpt),
        dek_key,
    )


def _dek_of_settings(item: Item) -> tuple[str, str]:
    for key in SETTINGS_KEYS:
        text = item.value(key)
        if looks_serialised(text):
            try:
                value = read_php_value(text)
            except NotSerialised:
                continue
            if isinstance(value, dict):
                for name in _DEK_SETTINGS:
                    dek = value.get(name)
                    if isinstance(dek, str) and plain_line(dek):
                        return plain_line(dek), key
    return "", ""
