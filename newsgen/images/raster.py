"""Raster images: decode, turn upright, convert to sRGB, and encode in smaller sizes with Pillow.

Importing this module loads Pillow, so it is imported only where an image must be encoded. What it writes depends on the
content and the profile alone: encoders run with one thread, because with more some split an image in other places.
Only pixels are written, so no file tells where, when and by whom a photograph was taken.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from PIL import Image, features

from newsgen.errors import NewsgenError, Problem
from newsgen.images.colours import convert_to_srgb, simplify
from newsgen.images.formats import ANIMATED_FORMATS, NotRaster, UnreadableImage, open_image
from newsgen.images.metadata import MAX_SIDE, MAY_BE_RUN, ImageMetadata, pick_widths, rendition_names, scale_to
from newsgen.images.naming import may_be_run
from newsgen.images.picture_texts import read_picture_texts
from newsgen.images.strip import keep_original, strip_image
from newsgen.record.limits import IMAGE_PIXELS

if TYPE_CHECKING:
    from newsgen.images.profile import ImageProfile

# The widest file for browsers without newer formats, which often run on old and small machines.
_MAX_FALLBACK_WIDTH = 1600
# Measured on photographs: equal to the eye, and at these figures nearly so by SSIM (0.960, 0.966, 0.963). AVIF at speed
# 6 takes twice as long for files that are 3 % smaller.
_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 7, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
    "png": {"format": "PNG"},
}
# Encoders that a Pillow not installed from a wheel may lack.
_OPTIONAL_FORMATS = ("avif", "webp")
_ORIENTATION = 0x0112
# The transposition that turns an image upright, by its orientation (Exif 2.32, 4.6.4 "Orientation").
_TRANSPOSITIONS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = (5, 6, 7, 8)


class EncodedImage(NamedTuple):
    """An image's metadata, and the content of its renditions by name (`newsgen.images.metadata.rendition_names`)."""

    metadata: ImageMetadata
    renditions: Mapping[str, bytes]


def encode_renditions(content: bytes, ending: str, profile: ImageProfile) -> EncodedImage:
    """Encode all renditions of an image; an animation and a file of an unknown format have none.

    `ending` is the file's. Raises UnreadableImage.
    """
    decoded = _read(content, ending, profile)
    if isinstance(decoded, ImageMetadata):
        if decoded.width and strip_image(content) is None:
            raise UnreadableImage("it is damaged, and may hold more than its image")
        return EncodedImage(*keep_original(content, _with_texts(decoded, content)))
    metadata, renditions = _encode_all(*decoded, ending, profile)
    return EncodedImage(_with_texts(metadata, content), renditions)


def _with_texts(metadata: ImageMetadata, content: bytes) -> ImageMetadata:
    return metadata._replace(**read_picture_texts(content)._asdict())


def measure_raster(content: bytes, ending: str, profile: ImageProfile) -> ImageMetadata:
    """The metadata of an image of which nothing is encoded. Raises UnreadableImage."""
    decoded = _read(content, ending, profile)
    return decoded if isinstance(decoded, ImageMetadata) else _metadata_of(*decoded, ending, profile)


def _read(content: bytes, ending: str, profile: ImageProfile) -> ImageMetadata | tuple[Image.Image, tuple[int, int]]:
    """An image upright and in sRGB with its original size, or the metadata of one that is published as it is."""
    with warnings.catch_warnings():
        # Pillow warns of irregular tags and chunks; only the pixels count.
        warnings.simplefilter("ignore")
        try:
            with open_image(content, ending) as opened:
                if opened.format in ANIMATED_FORMATS and getattr(opened, "is_animated", False):
                    _refuse_program(ending)
                    return ImageMetadata(*opened.size)
                return _decode(opened, profile)
        except NotRaster:
            _refuse_program(ending)
            return ImageMetadata()
        except UnreadableImage:
            raise
        except Exception as error:
            # Pillow fails on damaged files in many ways.
            raise UnreadableImage(_describe_fault(error)) from None


def _refuse_program(ending: str) -> None:
    """Raise UnreadableImage if what would be published as it is has a name by which it may be run."""
    if may_be_run(f"image.{ending}"):
        raise UnreadableImage(MAY_BE_RUN)


def _describe_fault(error: Exception) -> str:
    if isinstance(error, Image.DecompressionBombError):
        pixels = int("".join(re.findall(r"\d+", str(error))[:1]) or IMAGE_PIXELS)
        return f"it has {pixels:,} pixels, and newsgen opens up to {IMAGE_PIXELS:,}"
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    return "it is cut short" if "truncated" in str(error).lower() else "it is damaged or cut short"


def _decode(opened: Image.Image, profile: ImageProfile) -> tuple[Image.Image, tuple[int, int]]:
    """The image upright and in sRGB, no larger than its largest rendition, and its original size."""
    if max(opened.size) > MAX_SIDE * min(opened.size):
        raise UnreadableImage(
            f"it has {opened.size[0]:,} × {opened.size[1]:,} pixels, which no format for browsers can hold"
        )
    scalable = opened.format in ("JPEG", "MPO")
    if not scalable:
        opened.load()
    orientation = _orientation_of(opened)
    size = _orient(opened.size, orientation)
    largest = _orient(scale_to(size, pick_widths(size, profile)[-1]), orientation)
    if scalable:
        # The decoder halves the image while it stays large enough, in less than half the time.
        opened.draft(None, largest)
    image = simplify(opened)
    if image.size != largest:
        image = image.resize(largest, Image.Resampling.LANCZOS)
    if orientation in _TRANSPOSITIONS:
        image = image.transpose(_TRANSPOSITIONS[orientation])
    image = convert_to_srgb(image, opened.info.get("icc_profile"))
    # Encoders would write some of it.
    image.info = {}
    return image, size


def _encode_all(image: Image.Image, size: tuple[int, int], ending: str, profile: ImageProfile) -> EncodedImage:
    """Encode all renditions of an image that is as large as the largest of them; `size` is the original's."""
    metadata = _metadata_of(image, size, ending, profile)
    whole = (metadata.width, metadata.height)
    renditions = {}
    for rendition in rendition_names(metadata):
        name, _, format_ = rendition.partition(".")
        renditions[rendition] = _encode(image, whole if name == "whole" else scale_to(size, int(name)), format_)
    return EncodedImage(metadata, renditions)


def _metadata_of(image: Image.Image, size: tuple[int, int], ending: str, profile: ImageProfile) -> ImageMetadata:
    widths = pick_widths(size, profile)
    fallback = "png" if image.mode == "RGBA" or ending == "png" else "jpg"
    return ImageMetadata(*scale_to(size, min(widths[-1], _MAX_FALLBACK_WIDTH)), fallback, widths, profile.formats)


def _orient(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """A size as it is after, or before, the image is turned upright."""
    return size[::-1] if orientation in _SIDEWAYS else size


def _orientation_of(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:
        # An image with unreadable tags can still be shown.
        return 1


def _encode(image: Image.Image, size: tuple[int, int], format_: str) -> bytes:
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    if format_ in _OPTIONAL_FORMATS and not features.check(format_):
        raise NewsgenError([_no_encoder(format_)])
    content = BytesIO()
    try:
        image.save(content, **_SETTINGS[format_])
    except Exception as error:
        # Encoders refuse some images in ways of their own.
        raise UnreadableImage(f"it cannot be written as {format_}: {error}") from None
    return content.getvalue()


def _no_encoder(format_: str) -> Problem:
    return Problem(
        "site.yaml",
        0,
        f'cannot make pictures in the format "{format_}"',
        "The Pillow that is installed was built without it.",
        f"Install Pillow from its wheel, or leave {format_} out of image_formats.",
    )
