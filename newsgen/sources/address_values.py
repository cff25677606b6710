"""Read the values of the fields that say where an article is: its slug, its permalink and its older ones.

All mean what they are once their percent codes are decoded, and none leads out of the site. Every reader raises
PydanticCustomError as those of `field_values` do.
"""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from newsgen.record.limits import LISTED_PARTS
from newsgen.record.names import decode_address, leaves_folder, name_fault, path_fault, split_path
from newsgen.sources.field_values import has_host, read_line, refusal, refuse_many
from newsgen.text.urls import names_page, significant_query, split_address

# Without "/", as Jekyll and Eleventy write it.
_NO_PAGE = ("false", "404.html")
_UNFIT = "The page could not be kept on every disk and host."
_PERMALINK_FIX = 'Write a path that begins with "/", for example /2020/07/flood.html.'

# What separates several addresses in one text; in an address no slash follows a comma.
_BETWEEN_PATHS = re.compile(r"(?:(?<!\s)\s++)?[,;]\s*+(?=/|https?://)|(?<!\s)\s++(?=/|https?://)")


def is_permalink(path: str) -> bool:
    """Whether this names one path inside the site, however often a server decodes it."""
    return path.startswith("/") and not re.search(r"[\x00-\x1f\ufffd?#]|//|^/$", path) and not leaves_folder(path)


def read_permalink(value: object) -> str:
    """A path inside the site that begins with "/", decoded, and that every file system and host takes.

    "" for a text that is no page: Eleventy's "permalink: false", and an old site's page for missing addresses.
    """
    address = read_line(value)
    if address.lower() in _NO_PAGE:
        return ""
    path = _read_path(address)
    fault = path_fault(path)
    if fault:
        raise refusal(f'"{address}" cannot be a permalink: {fault}', _UNFIT, _PERMALINK_FIX)
    return path


def _read_path(address: str) -> str:
    try:
        path = decode_address(address)
    except ValueError:
        raise _not_a_code(address) from None
    if not is_permalink(path):
        raise refusal(f'"{address}" is not a permalink', "It must name one place inside the archive.", _PERMALINK_FIX)
    return path


def _not_a_code(address: str) -> PydanticCustomError:
    return refusal(
        f'"{address}" has a percent code that stands for no letter',
        "An address means what it is when it is decoded.",
        'Write the letters themselves, and "%25" for a percent sign.',
    )


def read_slug(value: object) -> str:
    """The part of the URL that stands for the headline: one name, decoded, that every file system and host takes."""
    text = read_line(value)
    try:
        slug = decode_address(text)
    except ValueError:
        raise _not_a_code(text) from None
    fault = name_fault(slug)
    if fault:
        fix = "Write one name of letters and digits, for example flood-of-1953; a whole path is a permalink."
        raise refusal(f'"{text}" cannot be a slug: it {fault}', _UNFIT, fix)
    return slug


def read_aliases(value: object) -> tuple[str, ...]:
    """Older permalinks: a path or a list of paths, decoded, each with its query; of a whole address the path counts.

    A refusal has those that can be used in its context, as `usable`.
    """
    values = value if isinstance(value, list) else [value]
    lines = [line for part in values if part is not None for line in _BETWEEN_PATHS.split(read_line(part))]
    refuse_many(tuple(lines), LISTED_PARTS)
    paths: dict[str, str] = {}
    refused: list[PydanticCustomError] = []
    for line in lines:
        try:
            paths[line] = _read_alias(line)
        except PydanticCustomError as error:
            refused.append(error)
    if refused:
        told = dict(refused[0].context or {})
        message = f"{told['message']}{_and_others(len(refused) - 1)}"
        raise PydanticCustomError("field", "{message}", {**told, "message": message, "usable": tuple(paths)})
    return tuple(dict.fromkeys(paths.values()))


def _read_alias(line: str) -> str:
    address = re.sub("^[^/]*//[^/?#]*", "", line) if has_host(line) else line
    path, query, _ = split_address(address)
    query = significant_query(query)
    if not query or not names_page(query):
        return _read_path(path)
    return f"{'/' if path in ('', '/') else _read_path(path)}?{query}"


def read_translation_of(value: object) -> tuple[str, ...]:
    """The articles that a text is a translation of: the id, address or file of one, or a list of these."""
    values = value if isinstance(value, list) else [value]
    lines = (read_line(part) for part in values if part is not None)
    named = (name for line in lines for name in _BETWEEN_PATHS.split(line))
    return refuse_many(tuple(dict.fromkeys(filter(None, named))), LISTED_PARTS)


def is_alias(path: str) -> bool:
    """Whether this names one older address of the site; with a query it may be one of the front page."""
    path, query = split_path(path)
    return is_permalink(path) or (path == "/" and len(query) > 1)


def _and_others(count: int) -> str:
    return "" if not count else f", nor is {count} other" if count == 1 else f", nor are {count} others"
