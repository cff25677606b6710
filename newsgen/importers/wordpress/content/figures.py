"""HTML of pictures, players and boxes, as the conversion to Markdown understands it."""

from __future__ import annotations

import re
from html import escape

from newsgen.importers.wordpress.index import Attachment

_IMAGE_ENDING = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$", re.IGNORECASE)
_AUDIO_ENDING = re.compile(r"\.(?:mp3|m4a|ogg|oga|wav|flac|wma|aac)(?:[?#].*)?$", re.IGNORECASE)
_VIDEO_ENDING = re.compile(r"\.(?:mp4|m4v|webm|ogv|mov|avi|wmv|flv|mkv)(?:[?#].*)?$", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def is_image(path: str) -> bool:
    """Whether a path is that of a picture."""
    return _IMAGE_ENDING.search(path) is not None


def is_audio(path: str) -> bool:
    """Whether a path is that of a sound."""
    return _AUDIO_ENDING.search(path) is not None


def figure_html(image: str, caption: str, credit: str = "") -> str:
    """The HTML of a figure: that of its picture, that of its caption, and whose picture it is in plain text."""
    caption = " ".join(caption.split())
    if credit and credit.casefold() not in " ".join(_TAG.sub("", caption).split()).casefold():
        caption = f'{caption} <small class="credit">{escape(credit)}</small>'.strip()
    return f"<figure>{image}<figcaption>{caption}</figcaption></figure>" if caption else f"<figure>{image}</figure>"


def attachment_html(attachment: Attachment) -> str:
    """The HTML of a file of the media library: a picture with its caption, a player, or a link."""
    url = escape(attachment.url)
    if is_image(attachment.path):
        image = f'<img src="{url}" alt="{escape(attachment.alt)}" />'
        return figure_html(image, escape(attachment.caption), attachment.credit)
    if is_audio(attachment.path) or _VIDEO_ENDING.search(attachment.path):
        return player_html(attachment.url, attachment.caption or attachment.title)
    return f'<p><a href="{url}">{escape(attachment.title or attachment.path.rpartition("/")[2])}</a></p>'


def player_html(url: str, caption: str = "") -> str:
    """The HTML of a sound or a film."""
    tag = "audio" if is_audio(url) else "video"
    player = f'<{tag} controls="controls" src="{escape(url)}"></{tag}>'
    return figure_html(player, escape(caption))


def embed_html(url: str, caption: str = "") -> str:
    """The HTML of what another site shows: a film, a map, a post. `caption` is HTML."""
    if is_audio(url) or _VIDEO_ENDING.search(url):
        return figure_html(player_html(url).removeprefix("<figure>").removesuffix("</figure>"), caption)
    if is_image(url):
        return figure_html(f'<img src="{escape(url)}" alt="" />', caption)
    return figure_html(f'<iframe src="{escape(url)}"></iframe>', caption)
