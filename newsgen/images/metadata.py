"""What there is to know of a picture once it was looked at: all that pages and the names of files depend on."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.images.naming import name_fallback, name_rendition
from newsgen.images.profile import ImageProfile

# Of all formats WebP's longest side is the shortest (RFC 9649: 14 bits).
_LONGEST_SIDE = 16_383


class ImageMetadata(NamedTuple):
    """The width and height in pixels of the file that every browser can show, 0 where they are not known.

    `fallback` is that file's format, "jpg" or "png", and "" for a picture that is published as it is, such as an SVG.
    The others have renditions in all `widths` and `formats`. `fault` says why a picture cannot be shown at all.
    """

    width: int = 0
    height: int = 0
    fallback: str = ""
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()
    fault: str = ""


def name_parts(measures: ImageMetadata) -> list[str]:
    """The files that are made of a picture, the one that every browser can show first; none where it stays as it is."""
    renditions = (f"{width}.{format_}" for format_ in measures.formats for width in measures.widths)
    return [f"whole.{measures.fallback}", *renditions] if measures.fallback else []


def place_of(file: str, part: str) -> str:
    """Where a part of the picture at `file` goes in the output."""
    name, _, format_ = part.partition(".")
    return name_fallback(file, format_) if name == "whole" else name_rendition(file, int(name), format_)


def files_of(file: str, measures: ImageMetadata) -> list[str]:
    """All files of the picture at `file`, the one that every browser can show first; none where none can."""
    if measures.fault:
        return []
    return [place_of(file, part) for part in name_parts(measures)] or [file]


def pick_widths(size: tuple[int, int], recipe: ImageProfile) -> tuple[int, ...]:
    """The widths of the renditions of a picture of this size: those of the recipe up to its own, which ends them."""
    width, height = size
    own = min(width, max(1, _LONGEST_SIDE * width // height))
    smaller = tuple(wanted for wanted in recipe.widths if wanted < own)
    return (*smaller, own) if own < recipe.widths[-1] else recipe.widths


def scale_to(size: tuple[int, int], width: int) -> tuple[int, int]:
    """A size in the proportions of another, at a width."""
    return width, max(1, round(size[1] * width / size[0]))
