"""Where the file of an imported article goes below the articles folder: by its date and its name in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slugify import slugify

from newsgen.record.dates import PartialDate
from newsgen.record.names import name_fault, safe_name

_LONGEST = 80
_PAGE_ENDINGS = (".html", ".htm", ".php", ".aspx", ".asp", ".md")


def article_path(published: PartialDate | None, fields: Mapping[str, Any], headline: str, article_id: str) -> str:
    """The path of an article's file, such as "2019/05/mill-wheel.md"; without a date it has no folder."""
    named = fields.get("slug") or _last_name(fields.get("permalink") or "") or name_of(headline)
    name = named if named and not name_fault(named) and len(named) <= _LONGEST else name_of(named)
    folder = (
        "/".join([f"{published.year:04}", *([f"{published.month:02}"] if published.month else [])]) if published else ""
    )
    return f"{folder}/{name or safe_name(name_of(article_id))}.md".lstrip("/")


def name_of(text: str) -> str:
    """The words of a text as a name for a file, in small Latin letters; "" if it has none."""
    return slugify(text[:500], max_length=_LONGEST, word_boundary=True, save_order=True)


def _last_name(permalink: str) -> str:
    name = permalink.rstrip("/").rpartition("/")[2]
    ending = next((ending for ending in _PAGE_ENDINGS if name.lower().endswith(ending)), "")
    name = name[: len(name) - len(ending)]
    return "" if name == "index" else name
