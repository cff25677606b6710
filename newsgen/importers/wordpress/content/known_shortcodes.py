"""Shortcodes whose meaning is known: those of WordPress itself, and of plug-ins for credits, quotes, code and notes."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import unquote

from newsgen.importers.wordpress.content.context import Context
from newsgen.importers.wordpress.content.figures import (
    attachment_html,
    embed_html,
    figure_html,
    is_audio,
    is_image,
    player_html,
)
from newsgen.importers.wordpress.content.shortcode_syntax import Shortcode

_CAPTIONED = re.compile(r"\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.IGNORECASE | re.DOTALL)
_SOUNDS = ("src", "mp3", "m4a", "ogg", "wav", "flac", "wma")
_FILMS = ("src", "mp4", "m4v", "webm", "ogv", "flv", "wmv", "mov", "url", "file")
_NUMBER = re.compile(r"\d+")
# What they enclose is encoded, and may hold shortcodes.
ENCODED = ("vc_raw_html", "fusion_code")
# Names of plug-ins that show code, some of which are those of its languages.
_CODES = ("code", "sourcecode", "crayon")
_LANGUAGES = ("php", "html", "css", "javascript", "xml", "sql", "python", "bash", "shell", "java", "csharp", "json")


def _caption(shortcode: Shortcode, context: Context) -> str | None:
    inner = shortcode.inner or ""
    number = _NUMBER.search(shortcode.first("id"))
    attachment = context.index.attachment(number[0]) if number else None
    found = _CAPTIONED.match(inner)
    if not found:
        caption = shortcode.first("caption")
        return f"{inner}\n\n{caption}" if caption else inner
    caption = found[2].strip() or shortcode.first("caption")
    return _block(figure_html(" ".join(found[1].split()), caption, attachment.credit if attachment else ""))


def _gallery(shortcode: Shortcode, context: Context) -> str | None:
    numbers = _NUMBER.findall(shortcode.first("ids", "include"))
    if numbers:
        attachments = [context.index.attachment(number) for number in numbers]
    else:
        left_out = set(_NUMBER.findall(shortcode.first("exclude")))
        post = _NUMBER.search(shortcode.first("id"))
        attachments = [
            attachment
            for attachment in context.index.attachments_of(post[0] if post else context.post_id)
            if attachment.id not in left_out and is_image(attachment.path)
        ]
    for number, attachment in zip(numbers, attachments, strict=False):
        if not attachment:
            context.note("picture of a gallery", "", "left out", f"The export holds no attachment {number}.")
    found = [attachment_html(attachment) for attachment in attachments if attachment and attachment.path]
    return _block("\n\n".join(found)) if found else None


def _embed(shortcode: Shortcode, context: Context) -> str | None:
    url = (shortcode.inner or shortcode.first("src", "url") or "".join(shortcode.words[:1])).strip()
    url = re.sub(r"<[^>]*>", "", url).replace("&amp;", "&").replace("&#038;", "&")
    return _block(embed_html(url)) if url.startswith(("http://", "https://", "//", "/")) else None


def _player(names: tuple[str, ...]) -> Callable[[Shortcode, Context], str | None]:
    def make(shortcode: Shortcode, context: Context) -> str | None:
        inner = (shortcode.inner or "").strip()
        url = shortcode.first(*names) or next(iter(re.findall(r"https?://[^\s<>\"\[]+", inner)), "")
        url = url or "".join(word for word in shortcode.words[:1] if "/" in word or "." in word)
        # "[audio:URL|title=…]" is the form of an old plug-in.
        url = url.lstrip(":").partition("|")[0]
        if not url:
            files = context.index.attachments_of(context.post_id)
            attachment = next((file for file in files if is_audio(file.path) == (names is _SOUNDS)), None)
            return _block(attachment_html(attachment)) if attachment and not is_image(attachment.path) else None
        is_file = context.library.is_file(url) or re.search(r"\.\w{2,4}(?:[?#]|$)", url.rpartition("/")[2])
        return _block(player_html(url) if is_file else embed_html(url))

    return make


def _media_credit(shortcode: Shortcode, context: Context) -> str | None:
    credit = shortcode.first("name") or context.names_by_id.get(shortcode.first("id"), "")
    found = _CAPTIONED.match(shortcode.inner or "")
    if not found:
        return shortcode.inner or ""
    if found[2].strip():
        return _block(figure_html(" ".join(found[1].split()), found[2].strip(), credit))
    return _block(figure_html(" ".join(found[1].split()), "", credit)) if credit else found[1]


def _quote(shortcode: Shortcode, context: Context) -> str | None:
    inner = (shortcode.inner or "").strip()
    source = shortcode.first("cite", "author", "source", "credit")
    cite = f"\n\n<cite>{escape(source)}</cite>" if source else ""
    return f"\n\n<blockquote>{inner}{cite}</blockquote>\n\n" if inner else None


def _code(shortcode: Shortcode, context: Context) -> str | None:
    language = shortcode.first("lang", "language") or "".join(shortcode.words[:1])
    language = language or (shortcode.name.lower() if shortcode.name.lower() in _LANGUAGES else "")
    attribute = f' class="language-{escape(language)}"' if language else ""
    inner = (shortcode.inner or "").strip("\n")
    if "&lt;" not in inner:
        inner = escape(inner, quote=False)
    return f"\n\n<pre><code{attribute}>{inner}</code></pre>\n\n" if inner else None


def _encoded(shortcode: Shortcode, context: Context) -> str | None:
    """HTML that page builders keep in base64, WPBakery also with codes for its signs."""
    inner = "".join((shortcode.inner or "").split())
    try:
        return _block(unquote(b64decode(inner, validate=True).decode()))
    except (binascii.Error, ValueError):
        return shortcode.inner


def _footnote(shortcode: Shortcode, context: Context) -> str | None:
    return context.add_footnote((shortcode.inner or "").strip()) if (shortcode.inner or "").strip() else None


def _block(html: str) -> str:
    return f"\n\n{html}\n\n"


HANDLERS: Mapping[str, Callable[[Shortcode, Context], str | None]] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "playlist": _gallery,
    "slideshow": _gallery,
    "embed": _embed,
    "audio": _player(_SOUNDS),
    "video": _player(_FILMS),
    "flv": _player(_FILMS),
    "media-credit": _media_credit,
    "pullquote": _quote,
    "pull_quote": _quote,
    "blockquote": _quote,
    "su_quote": _quote,
    "su_pullquote": _quote,
    "quote": _quote,
    **dict.fromkeys((*_CODES, *_LANGUAGES), _code),
    **dict.fromkeys(ENCODED, _encoded),
    "ref": _footnote,
    "footnote": _footnote,
    "efn_note": _footnote,
    "fn": _footnote,
    "note": _footnote,
}
# What they enclose is no shortcode.
VERBATIM = frozenset((*_CODES, *_LANGUAGES, *ENCODED, "embed", "audio", "video"))
# What shows something without any attribute.
ALONE = frozenset(("gallery", "playlist", "slideshow", "audio", "video"))
