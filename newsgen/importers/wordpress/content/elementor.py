"""The text of an article that Elementor keeps in a custom field, where WordPress has none of it.

Its data is a tree of sections, columns and widgets; the settings of a widget hold its words, pictures and links.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from newsgen.importers.wordpress.content.context import Context
from newsgen.importers.wordpress.content.figures import embed_html, figure_html

FIELD = "_elementor_data"
# Levels of sections and columns, and of settings within settings.
_DEEPEST = 40
_HEADINGS = (
    "title heading title_text tab_title alert_title testimonial_name author_name primary_title header_title "
    "item_title ribbon_title"
).split()
_WORDS = (
    "editor text content description description_text tab_content testimonial_content testimonial_job "
    "blockquote_content alert_description caption sub_title subtitle sub_heading sub_title_text item_text "
    "item_description inner_text before_text highlighted_text after_text text_a text_b html shortcode price prefix "
    "suffix title_text_a title_text_b description_text_a description_text_b button_text"
).split()
_FILMS = ("youtube_url", "vimeo_url", "dailymotion_url", "videopress_url", "hosted_url", "external_url", "soundcloud")
_FORMS = re.compile(r"form|login|search|subscribe|mailchimp|share-buttons|nav-menu|posts|archive|theme-")
_PICTURE = re.compile(r"(?:https?:)?/\S+\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?\S*)?", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def elementor_html(data: str, context: Context) -> str:
    """The HTML of all widgets, "" for data that cannot be read; `context` learns of each."""
    try:
        elements = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    return "\n\n".join(part for part in _elements(elements, context, 0) if part)


def _elements(elements: Any, context: Context, depth: int) -> Iterator[str]:
    for element in elements if isinstance(elements, list) and depth < _DEEPEST else ():
        if not isinstance(element, Mapping):
            continue
        kind = str(element.get("widgetType") or "")
        settings = element.get("settings")
        if kind and _FORMS.search(kind):
            context.note("widget", kind[:60], "left out", "WordPress makes it anew at each view, or it is a form.")
        elif kind and isinstance(settings, Mapping):
            context.note("widget", kind[:60], "taken")
            yield from _widget(settings, depth)
        yield from _elements(element.get("elements"), context, depth + 1)


def _widget(settings: Mapping[str, Any], depth: int) -> Iterator[str]:
    link = settings.get("link")
    address = str(link.get("url") or "") if isinstance(link, Mapping) else ""
    caption = settings.get("caption")
    for key, value in settings.items():
        if isinstance(value, str) and value.strip():
            if key in _HEADINGS:
                tag = str(settings.get("header_size") or "h2") if key == "title" else "p"
                name = tag if re.fullmatch("h[1-6]|p", tag) else "p"
                words = value if _TAG.search(value) else escape(value, quote=False)
                yield f"<{name}>{_linked(words if name != 'p' else f'<strong>{words}</strong>', address)}</{name}>"
            elif key in _WORDS and not (key == "caption" and "image" in settings):
                words = value if _TAG.search(value) or key in ("html", "shortcode") else f"<p>{escape(value)}</p>"
                is_button = key in ("text", "button_text") and address
                yield f"<p>{_linked(escape(value, quote=False), address)}</p>" if is_button else words
            elif key in _FILMS and value.startswith(("http://", "https://")):
                yield embed_html(value)
        elif isinstance(value, Mapping):
            url = str(value.get("url") or "")
            if _PICTURE.fullmatch(url):
                alt = escape(str(value.get("alt") or ""))
                yield figure_html(f'<img src="{escape(url)}" alt="{alt}" />', escape(str(caption or ""), quote=False))
            elif key in _FILMS and url:
                yield embed_html(url)
        elif isinstance(value, list) and depth < _DEEPEST:
            for part in value:
                if isinstance(part, Mapping):
                    picture = {"image": part} if _PICTURE.fullmatch(str(part.get("url") or "")) else part
                    yield from _widget(picture, depth + 1)


def _linked(html: str, address: str) -> str:
    is_link = address.startswith(("http://", "https://", "/", "#")) and address != "#" and "<a" not in html
    return f'<a href="{escape(address)}">{html}</a>' if is_link else html
