"""What the shortcodes and includes that many sites have say: pictures, videos, quotes, links."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from newsgen.text.html_markdown.conversion import ConversionOptions
from newsgen.text.html_markdown.convert import convert_html

_PICTURE = re.compile(r"img|image|figure|picture|photo", re.IGNORECASE)
_QUOTE = re.compile(r"quote|testimonial", re.IGNORECASE)
_PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff")
_PLAYERS = {
    "youtube": "https://www.youtube.com/embed/{}",
    "vimeo": "https://player.vimeo.com/video/{}",
    "ted": "https://embed.ted.com/talks/{}",
    "dailymotion": "https://www.dailymotion.com/embed/video/{}",
}
_POSTS = {
    "tweet": "https://twitter.com/i/status/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "x": "https://twitter.com/i/status/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "speakerdeck": "https://speakerdeck.com/player/{}",
    "codepen": "https://codepen.io/pen/{}",
}


def show_shortcode(name: str, values: Mapping[str, str]) -> str | None:
    """The Markdown of a shortcode; parameters without a name have numbers for names. None for an unknown one."""
    lowered = {key.lower(): value for key, value in values.items()}

    def first(*keys: str) -> str:
        return next((lowered[key].strip() for key in keys if lowered.get(key, "").strip()), "")

    short = PurePosixPath(name).name.lower().partition(".")[0]
    if short in _PLAYERS:
        video = first("id", "v", "video", "0")
        return _frame(_PLAYERS[short].format(quote(video, safe="-_")), first("title")) if video else None
    if short in _POSTS or short == "gist":
        return _post(short, lowered)
    if _PICTURE.search(short):
        return _picture(lowered)
    if _QUOTE.search(short) and first("text", "quote", "content"):
        cite = first("cite", "author", "source", "attribution", "name")
        text = html.escape(first("text", "quote", "content"))
        return _markdown(f"<blockquote><p>{text}</p>{f'<p>{html.escape(cite)}</p>' if cite else ''}</blockquote>")
    address, words = first("href", "url", "link"), first("text", "label", "title", "name")
    if address and words and len(lowered) <= 4:
        return _markdown(f'<p><a href="{html.escape(address)}">{html.escape(words)}</a></p>')
    return None


def _post(short: str, values: Mapping[str, str]) -> str | None:
    parts = [values[key].strip() for key in ("user", "id", "0", "1") if values.get(key, "").strip()]
    if not parts:
        return None
    if short == "gist":
        # The third parameter is a file of it.
        path = "/".join(part.strip("/") for part in parts[:2])
        address = f"https://gist.github.com/{quote(path, safe='/-_')}"
    elif len(parts) > 1 and short in ("tweet", "twitter", "x"):
        address = f"https://twitter.com/{quote(parts[0])}/status/{quote(parts[1])}"
    else:
        address = _POSTS[short].format(quote(parts[-1], safe="-_/"))
    return _markdown(f'<p><a href="{html.escape(address)}">{html.escape(address)}</a></p>')


def _picture(values: Mapping[str, str]) -> str | None:
    """A picture with its texts, if its address is that of a file."""
    source = next(
        (
            values[key].strip()
            for key in ("src", "url", "file", "path", "image", "image_path", "img", "0")
            if values.get(key)
        ),
        "",
    )
    ending = PurePosixPath(source.partition("?")[0]).suffix.lower()
    if ending not in _PICTURE_ENDINGS:
        return None
    alt = next((values[key] for key in ("alt", "1") if values.get(key)), "")
    caption = next((values[key] for key in ("caption", "figcaption", "description") if values.get(key)), "")
    title, credit = (
        values.get("title", ""),
        values.get("attr") or values.get("attribution") or values.get("credit") or "",
    )
    credit_link, link = values.get("attrlink", ""), values.get("link") or values.get("href") or ""
    image = f'<img src="{html.escape(source)}" alt="{html.escape(alt)}">'
    if link:
        image = f'<a href="{html.escape(link)}">{image}</a>'
    texts = [html.escape(text) for text in (title, caption) if text]
    if credit:
        name = html.escape(credit)
        texts.append(f'<a href="{html.escape(credit_link)}">{name}</a>' if credit_link else name)
    shown = f"<figcaption>{' '.join(texts)}</figcaption>" if texts else ""
    return _markdown(f"<figure>{image}{shown}</figure>")


def _frame(address: str, title: str) -> str:
    return _markdown(f'<iframe src="{html.escape(address)}" title="{html.escape(title)}"></iframe>')


def _markdown(text: str) -> str:
    return convert_html(text, ConversionOptions()).markdown.strip("\n")
