"""Read the values of fields that are lists of things with several texts: related articles, images, corrections.

As in `field_values`, every reader raises PydanticCustomError for what its field cannot hold. Its context has, as
`usable`, the parts of the list that can be read.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeGuard, TypeVar

from pydantic_core import PydanticCustomError

from newsgen.record.article import Correction, Image, Link
from newsgen.record.limits import LISTED_PARTS
from newsgen.sources.dates.custom import ANY_CUSTOM, DateCustom
from newsgen.sources.field_values import has_host, is_link, not_an_address, read_date, read_line, refusal, refuse_many

_IMAGE_KEYS = {"file", "alt", "caption", "credit"}
# What other systems call an image's file.
_FILE_KEYS = ("path", "src", "url")
_Part = TypeVar("_Part")


def read_related(value: object) -> tuple[Link, ...]:
    """Related articles: headlines, files, addresses or mappings of title and url."""
    return _read_parts(value, _read_link)


def _read_link(part: object) -> Link:
    is_address = isinstance(part, str) and (part.startswith("/") or has_host(part))
    facts = part if isinstance(part, dict) else {"url" if is_address else "headline": part}
    headline = read_line(facts.get("headline") or facts.get("title") or "")
    url = read_line(facts.get("url") or "")
    if set(facts) - {"headline", "title", "url"} or not (headline or url):
        raise refusal(
            "a related article needs a headline or a url",
            "It could not be shown.",
            "Write its headline, its file or its url, or a mapping of title and url.",
        )
    if url and not is_link(url):
        raise not_an_address(url)
    return Link(headline, url)


def read_images(value: object) -> tuple[Image, ...]:
    """Images: file names or mappings of file, alt, caption and credit; other systems call the file path, src or url."""
    return _read_parts(value, _read_image, _with_known_keys)


def _read_image(part: object) -> Image:
    facts = {"file": part} if isinstance(part, str) else part
    if isinstance(facts, dict) and "file" not in facts:
        facts = {"file" if key in _FILE_KEYS else key: text for key, text in facts.items()}
    if not _is_mapping_of(facts, "file", _IMAGE_KEYS):
        has_file = _is_mapping_of(_with_known_keys(facts), "file", _IMAGE_KEYS)
        raise refusal(
            "cannot read all of an image" if has_file else "cannot read an image",
            "What it says more is shown on no page." if has_file else "Its file and texts must be known to show it.",
            "Write its file name, or a mapping of file, alt, caption and credit.",
        )
    return Image(**{name: read_line(text) for name, text in facts.items() if text is not None})


def _with_known_keys(image: object) -> object:
    """An image without what no page shows, such as its width."""
    known = (*_IMAGE_KEYS, *_FILE_KEYS)
    return {key: text for key, text in image.items() if key in known} if isinstance(image, dict) else None


def read_corrections(value: object, custom: DateCustom = ANY_CUSTOM) -> tuple[Correction, ...]:
    """Corrections: texts or mappings of date and text."""
    return _read_parts(value, partial(_read_correction, custom=custom), _without_date)


def _read_correction(part: object, custom: DateCustom) -> Correction:
    facts = {"text": part} if isinstance(part, str) else part
    if not _is_mapping_of(facts, "text", {"text", "date"}):
        raise refusal(
            "cannot read a correction",
            "Readers must see what was put right.",
            "Write a mapping of date and text for each.",
        )
    return Correction(read_line(facts["text"]), read_date(facts["date"], custom) if facts.get("date") else None)


def _without_date(correction: object) -> object:
    return {**correction, "date": None} if isinstance(correction, dict) else None


def _read_parts(
    value: object, read: Callable[[object], _Part], reduce: Callable[[object], object] = lambda _: None
) -> tuple[_Part, ...]:
    """The parts of a list, or a single one.

    A refusal of any has in its context, as `usable`, those that can be read, some of them only `reduce`d.
    """
    parts: list[_Part] = []
    usable: list[object] = []
    refused: PydanticCustomError | None = None
    for part in value if isinstance(value, list) else [value]:
        try:
            parts.append(read(part))
            usable.append(part)
        except PydanticCustomError as error:
            refused = refused or error
            reduced = reduce(part)
            with suppress(PydanticCustomError):
                read(reduced)
                usable.append(reduced)
    if refused:
        raise PydanticCustomError("field", "{message}", {**(refused.context or {}), "usable": usable})
    return refuse_many(tuple(parts), LISTED_PARTS)


def _is_mapping_of(facts: object, needed: str, known: set[str]) -> TypeGuard[dict[str, Any]]:
    return isinstance(facts, dict) and bool(str(facts.get(needed) or "").strip()) and not set(facts) - known
