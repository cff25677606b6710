"""How a file of the site is delivered: its type with its charset, and how long browsers may keep it.

Whatever answers for the site says the same: an object store by the fields of its objects, a server by the files of
headers.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from newsgen.record.media_types import type_of

# A page that was corrected or withdrawn is seen by all within minutes.
SHORT = "public, max-age=300"
# Pictures and fonts are many on a page and seldom change, but one that was taken down must not be seen next week.
MEDIUM = "public, max-age=3600"
# RFC 8246: a file with a digest in its name is never another one.
LONG = "public, max-age=31536000, immutable"
_DIGEST = re.compile(r"[.-](?=[0-9a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{12,64}(?=[.-])")
# The addresses of pages and feeds stay, whatever they are called.
_READ = (".html", ".htm", ".xml", ".json", ".txt", ".md")
_TEXTS = ("application/json", "application/xml", "image/svg+xml", "application/manifest+json")
_KEPT = ("image/", "font/", "video/", "audio/")
# The endings of files that servers are told of, without their dot: texts, and what is kept longer.
TEXT_ENDINGS = ("html", "css", "js", "json", "xml", "svg", "txt", "md")
KEPT_ENDINGS = (
    *("avif", "webp", "jpg", "jpeg", "png", "gif", "svg", "ico"),
    *("woff", "woff2", "ttf", "otf", "mp4", "webm", "mov", "mp3", "m4a", "ogg", "wav"),
)


def is_text(media_type: str) -> bool:
    """Whether files of this type are texts, which have a charset and grow small when they are packed."""
    return media_type.startswith("text/") or media_type in _TEXTS


def content_type(file: str, content: bytes | None) -> str:
    """The value of Content-Type for a file; `content` is what it holds, None where that is too long to look at.

    Only a text that is UTF-8 is said to be: what the owner put beside the pages may be older than that.
    """
    media_type = type_of(file)
    if content is None or not is_text(media_type):
        return media_type
    try:
        content.decode()
    except UnicodeDecodeError:
        return media_type
    return f"{media_type}; charset=utf-8"


def cache_time(file: str) -> str:
    """The value of Cache-Control for a file."""
    if not file.lower().endswith(_READ) and _DIGEST.search(PurePosixPath(file).name):
        return LONG
    return MEDIUM if type_of(file).startswith(_KEPT) else SHORT


def seconds_of(cache: str) -> int:
    """The seconds that a value of Cache-Control names."""
    return int(cache.partition("max-age=")[2].partition(",")[0])
