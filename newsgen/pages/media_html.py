"""The HTML of pictures, sounds, videos and documents in a text."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import unquote

from newsgen.record.media_kinds import MediaKind, media_kind
from newsgen.record.responsive_image import ResponsiveImage

_PLAYERS: Mapping[MediaKind, str] = {
    "audio": '<audio controls preload="none" src="{address}"></audio>',
    "video": '<video controls preload="metadata" src="{address}"></video>',
    "document": '<object type="application/pdf" data="{address}"></object>',
}


def picture_html(picture: ResponsiveImage, alt: str, root: str, sizes: str) -> str:
    """The HTML of a picture in a text, the same as that of the macro `show_picture` in templates/picture.html.

    `alt` is escaped already; `sizes` is the width of the picture on the page (HTML, "sizes attributes").
    """
    sources = "".join(
        f'<source type="{kind}" srcset="{escape(srcset)}" sizes="{sizes}">' for kind, srcset in picture.sources(root)
    )
    size = f' width="{picture.width}" height="{picture.height}"' if picture.width else ""
    image = f'<img src="{escape(root + picture.href)}"{size} alt="{alt}" loading="lazy" decoding="async">'
    return f"<picture>{sources}{image}</picture>" if sources else image


def player_html(href: str, title: str, root: str) -> str:
    """The browser's own player of a sound, video or document, with a link to the file; "" for any other file.

    `title` is escaped already; without one the link has the file's name.
    """
    kind = media_kind(href)
    if not kind:
        return ""
    address = escape(root + href)
    name = title or escape(unquote(href.partition("#")[0].rpartition("/")[2]))
    return f'<span class="media">{_PLAYERS[kind].format(address=address)} <a href="{address}">{name}</a></span>'


def media_shown(pictures: Mapping[str, ResponsiveImage]) -> frozenset[MediaKind]:
    """The kinds of files that a story shows beside its pictures; its policy must allow them."""
    return frozenset(kind for picture in pictures.values() if (kind := media_kind(picture.href)))
