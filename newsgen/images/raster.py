"""Photographs and drawings of pixels: opened, turned upright, brought to sRGB and written in smaller sizes.

This module loads Pillow, and is only loaded itself where a picture must be made. What it writes depends on the content
and the recipe alone: encoders work with one thread, for with more of them some split a picture in other places. Nothing
is written but the pixels, so that no file tells where, when and by whom a photograph was taken.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image, UnidentifiedImageError, features

from newsgen.errors import NewsgenError, Problem
from newsgen.images.colours import convert_to_srgb, simplify
from newsgen.images.metadata import ImageMetadata, name_parts, pick_widths, scale_to
from newsgen.images.profile import ImageProfile

# Pixels of a picture that is opened. At four bytes each, and some copies, they fit into a small machine's memory.
MOST_PIXELS = 100_000_000
# Pillow refuses twice what it is told, and warns of the half.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2
_KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP")
_MOVING = ("GIF", "WEBP", "AVIF", "PNG")
# Files of these names that are no image are told; whatever else an article shows is published as it is.
_ENDINGS = frozenset("jpg jpeg jpe jfif png apng webp avif tif tiff gif bmp".split())
_SIGNATURE = re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftypavi[fs]|II\*\0|MM\0\*", re.DOTALL)
# The widest file for browsers without newer formats, which often are on old and small machines.
_WIDEST_FALLBACK = 1600
# Measured on photographs: equal to the eye, and at these figures nearly so by SSIM (0.960, 0.966, 0.963). AVIF at speed
# 6 takes twice as long for files that are 3 % smaller.
_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 7, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
    "png": {"format": "PNG"},
}
# What a Pillow that is not from a wheel may have been built without.
_MAY_BE_LACKING = ("avif", "webp")
_ORIENTATION = 0x0112
# How a picture must be turned to stand upright (Exif 2.32, 4.6.4 "Orientation").
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = (5, 6, 7, 8)


class UnreadableImage(Exception):
    """A picture that cannot be shown, and why."""


class _OfNoKind(Exception):
    """What an article shows here is not an image of pixels, and says so by its name."""


class EncodedImage(NamedTuple):
    """A picture's measures, and the content of all its parts (`newsgen.pictures.measures.name_parts`)."""

    measures: ImageMetadata
    parts: Mapping[str, bytes]


def encode_renditions(content: bytes, ending: str, recipe: ImageProfile) -> EncodedImage:
    """Make all parts of a picture. One that moves, or is of no kind that is opened here, has none.

    `ending` is its file's. Raises Unusable.
    """
    with warnings.catch_warnings():
        # Of tags and chunks that are not as they should be; only the pixels count.
        warnings.simplefilter("ignore")
        try:
            with _open(content, ending) as opened:
                if opened.format in _MOVING and getattr(opened, "is_animated", False):
                    return EncodedImage(ImageMetadata(*opened.size), {})
                image, size = _load(opened, recipe)
        except _OfNoKind:
            return EncodedImage(ImageMetadata(), {})
        except UnreadableImage:
            raise
        except Exception as error:
            # Over bytes that are not right, Pillow fails in many ways.
            raise UnreadableImage(_name_fault(error)) from None
    return _write(image, size, ending, recipe)


def _open(content: bytes, ending: str) -> Image.Image:
    if not content:
        raise UnreadableImage("it is empty")
    try:
        return Image.open(BytesIO(content), formats=_KINDS)
    except UnidentifiedImageError:
        if _SIGNATURE.match(content):
            raise
        if ending in _ENDINGS:
            raise UnreadableImage("it is no image") from None
        raise _OfNoKind from None


def _name_fault(error: Exception) -> str:
    if isinstance(error, Image.DecompressionBombError):
        pixels = int("".join(re.findall(r"\d+", str(error))[:1]) or MOST_PIXELS)
        return f"it has {pixels:,} pixels, and newsgen opens up to {MOST_PIXELS:,}"
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    return "it is cut short" if "truncated" in str(error).lower() else "it is damaged or cut short"


def _load(opened: Image.Image, recipe: ImageProfile) -> tuple[Image.Image, tuple[int, int]]:
    """The picture upright and in sRGB, no larger than its largest rendition, and how large it was."""
    scalable = opened.format in ("JPEG", "MPO")
    if not scalable:
        opened.load()
    turn = _turn_of(opened)
    size = _turned(opened.size, turn)
    wanted = _turned(scale_to(size, pick_widths(size, recipe)[-1]), turn)
    if scalable:
        # The decoder halves it while it stays large enough, in less than half the time.
        opened.draft(None, wanted)
    image = simplify(opened)
    if image.size != wanted:
        image = image.resize(wanted, Image.Resampling.LANCZOS)
    if turn in _TURNS:
        image = image.transpose(_TURNS[turn])
    image = convert_to_srgb(image, opened.info.get("icc_profile"))
    # Encoders would write some of it.
    image.info = {}
    return image, size


def _write(image: Image.Image, size: tuple[int, int], ending: str, recipe: ImageProfile) -> EncodedImage:
    """Encode all parts of a picture that is as large as its largest; `size` is the original's."""
    widths = pick_widths(size, recipe)
    fallback = "png" if image.mode == "RGBA" or ending == "png" else "jpg"
    whole = scale_to(size, min(widths[-1], _WIDEST_FALLBACK))
    measures = ImageMetadata(*whole, fallback, widths, recipe.formats)
    parts = {}
    for part in name_parts(measures):
        name, _, format_ = part.partition(".")
        parts[part] = _encode(image, whole if name == "whole" else scale_to(size, int(name)), format_)
    return EncodedImage(measures, parts)


def _turned(size: tuple[int, int], turn: int) -> tuple[int, int]:
    return size[::-1] if turn in _LYING else size


def _turn_of(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:
        # Tags that cannot be read are no reason not to show a picture.
        return 1


def _encode(image: Image.Image, size: tuple[int, int], format_: str) -> bytes:
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    if format_ in _MAY_BE_LACKING and not features.check(format_):
        raise NewsgenError([_no_encoder(format_)])
    content = BytesIO()
    image.save(content, **_SETTINGS[format_])
    return content.getvalue()


def _no_encoder(format_: str) -> Problem:
    return Problem(
        "site.yaml",
        0,
        f'cannot make pictures in the format "{format_}"',
        "The Pillow that is installed was built without it.",
        f"Install Pillow from its wheel, or leave {format_} out of image_formats.",
    )
