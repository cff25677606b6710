"""`ImageMetadata`: the facts of an image on which pages and file names depend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsgen.images.naming import name_fallback, name_rendition
from newsgen.record.names import safe_path

if TYPE_CHECKING:
    from newsgen.images.profile import ImageProfile

# WebP limits the longest side most of all formats (RFC 9649: 14 bits).
MAX_SIDE = 16_383
# The fault of a file that is no image and is not published.
MAY_BE_RUN = "a browser or a server may run it"


class ImageMetadata(NamedTuple):
    """The width and height in pixels of the file that every browser can show, 0 where unknown.

    `fallback` is that file's format, "jpg" or "png", "original" for one that keeps its own and loses only what cameras
    write, or "" for an image that is published as it is, such as an SVG. The first two have renditions in all `widths`
    and `formats`. `fault` says why an image cannot be shown at all. `caption` and `credit` are those in its file.
    """

    width: int = 0
    height: int = 0
    fallback: str = ""
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()
    fault: str = ""
    caption: str = ""
    credit: str = ""


class ImageResult(NamedTuple):
    """An image's metadata, and the key of its renditions in the cache ("" where it has none)."""

    metadata: ImageMetadata
    key: str = ""


def rendition_names(metadata: ImageMetadata) -> list[str]:
    """The names of an image's renditions, such as "whole.jpg" and "480.avif"; none for one published as it is.

    "whole" is the fallback, which every browser can show; it comes first.
    """
    scaled = (f"{width}.{format_}" for format_ in metadata.formats for width in metadata.widths)
    return [f"whole.{metadata.fallback}", *scaled] if metadata.fallback else []


def output_path(file: str, rendition: str) -> str:
    """The path in the output of a rendition of the image at `file`."""
    name, _, format_ = rendition.partition(".")
    return name_fallback(file, format_) if name == "whole" else name_rendition(file, int(name), format_)


def output_paths(file: str, metadata: ImageMetadata) -> list[str]:
    """The paths in the output of all files of the image at `file`, the fallback first; none for a faulty image."""
    if metadata.fault:
        return []
    return [output_path(file, rendition) for rendition in rendition_names(metadata)] or [safe_path(file)]


def pick_widths(size: tuple[int, int], profile: ImageProfile) -> tuple[int, ...]:
    """The widths of an image's renditions: those of the profile below its own width, and that or the widest of them."""
    width, height = size
    own = min(width, max(1, MAX_SIDE * width // height))
    smaller = tuple(wanted for wanted in profile.widths if wanted < own)
    return (*smaller, own) if own < profile.widths[-1] else profile.widths


def scale_to(size: tuple[int, int], width: int) -> tuple[int, int]:
    """A size in the proportions of another, at a width."""
    return width, max(1, round(size[1] * width / size[0]))
