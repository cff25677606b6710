"""The addresses of an imported article as its front matter says them: read back as what they are, or kept unused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from newsgen.record.article import Article
from newsgen.sources.address_values import read_aliases, read_permalink, read_slug


class AddressFields(NamedTuple):
    """The fields to write, and those whose values no front matter can hold."""

    fields: dict[str, Any]
    unused: dict[str, Any]


def address_fields(article: Article) -> AddressFields:
    """The slug, permalink and aliases of an article, escaped where they would be read as something else."""
    slug, permalink = _written(article.slug, read_slug), _written(article.permalink, read_permalink)
    aliases = {alias: _written(alias, _read_alias) for alias in article.aliases}
    fields = {"slug": slug, "permalink": permalink, "aliases": tuple(filter(None, aliases.values()))}
    unused = {
        "slug": "" if slug else article.slug,
        "permalink": "" if permalink else article.permalink,
        "aliases": [alias for alias, written in aliases.items() if not written],
    }
    return AddressFields(fields, {f"imported_{name}": value for name, value in unused.items() if value})


def _written(value: str, read: Callable[[object], object]) -> str:
    """A value as it is written to be read back as itself; "" where none is: one that names no place in the site."""
    escaped = value.replace("%", "%25")
    for text in (value, escaped, value.replace("&", "&amp;"), escaped.replace("&", "&amp;")):
        try:
            if value and read(text) == value:
                return text
        except PydanticCustomError:
            continue
    # What is read as another place of the site was written so before, and stays: a code stands for its letter.
    try:
        return value if value and read(value) else ""
    except PydanticCustomError:
        return ""


def _read_alias(text: object) -> str:
    found = read_aliases(text)
    return found[0] if len(found) == 1 else ""
