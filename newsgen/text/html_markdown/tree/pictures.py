"""The pictures of HTML: which addresses they have, and whether they are shown at all."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-src", "data-full-url", "data-orig-file")


_NUMBER = re.compile(r"\d{1,5}")


# Hosts and paths that count readers.
_TRACKERS = re.compile(
    r"//(?:(?:pixel|stats)\.(?:wp|wordpress)\.com|feeds\.wordpress\.com/[^/]+/[a-z]+/|feeds\.feedburner\.com/~[rf4]/"
    r"|feedads\.|[\w.]*doubleclick\.net|[\w.-]*google-analytics\.com|b\.scorecardresearch\.com|[\w.]*quantserve\.com"
    r"|www\.facebook\.com/tr\b|blogger\.googleusercontent\.com/tracker/|[\w.]*\.blogspot\.com/tracker/"
    r"|medium\.com/_/stat\b)",
    re.IGNORECASE,
)


_PLACEHOLDER = re.compile(r"data:image/(?:gif|svg\+xml|png)[;,]", re.IGNORECASE)


def candidates(attributes: Mapping[str, str], sources: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The addresses of a picture, its own first and then those of `srcset`, the widest first.

    `sources` are the `srcset` of a `<picture>`. What a script would put in place of a small image comes before it.
    """
    own = attributes.get("src", "").strip()
    lazy = [value for name in _LAZY if (value := attributes.get(name, "").strip())]
    sets = [
        attributes.get("srcset", ""),
        attributes.get("data-srcset", ""),
        attributes.get("data-lazy-srcset", ""),
        *sources,
    ]
    widest = sorted((found for text in sets if text for found in _read_srcset(text)), key=lambda found: -found[0])
    others = [address for _, address in widest]
    is_placeholder = not own or (_PLACEHOLDER.match(own) and (lazy or others) and len(own) < 2_000)
    first = [*lazy, *others] if is_placeholder else [own, *others, *lazy]
    return tuple(dict.fromkeys(first))


def _read_srcset(text: str) -> list[tuple[float, str]]:
    found = []
    for candidate in re.split(r",\s+|,(?=https?:|/)", text.strip()):
        address, _, size = candidate.strip().rpartition(" ")
        if not address:
            address, size = size, "1x"
        number = re.match(r"[\d.]+", size)
        if address.strip(","):
            found.append(
                (
                    float(number[0]) if number and number[0].strip(".") and number[0].count(".") < 2 else 0.0,
                    address.strip(", "),
                )
            )
    return found


def length(value: str) -> int:
    """A width or height in pixels; 0 for none and for other units."""
    number = _NUMBER.match(value.strip())
    return int(number[0]) if number and not value.strip().endswith("%") else 0


def is_tracker(attributes: Mapping[str, str], addresses: tuple[str, ...]) -> bool:
    """Whether an image counts readers and shows them nothing: one pixel, or one of a counter's addresses."""
    sizes = [attributes.get(name, "").strip().removesuffix("px") for name in ("width", "height")]
    return all(size in ("0", "1") for size in sizes) or any(map(_TRACKERS.search, addresses))
