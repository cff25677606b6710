"""A picture from its file: measured, and made in all its renditions where the cache does not have them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newsgen.images.cache import ImageCache
from newsgen.images.metadata import ImageMetadata
from newsgen.images.naming import ending_of
from newsgen.images.profile import ImageProfile, profile_digest
from newsgen.images.svg import measure_vector
from newsgen.record.digests import digest_of, digest_of_bytes


class ImageResult(NamedTuple):
    """A picture's measures, and the key of its parts in the cache ("" where it has none)."""

    measures: ImageMetadata
    key: str = ""


def make_image(source: Path, recipe: ImageProfile, cache: ImageCache, thorough: bool = False) -> ImageResult:
    """Measure a picture and see to it that the cache holds its parts; `thorough` also looks into those it holds."""
    try:
        content = source.read_bytes()
    except OSError as error:
        return ImageResult(ImageMetadata(fault=error.strerror or str(error)))
    ending = ending_of(source.name)
    if ending == "svg":
        return ImageResult(ImageMetadata(*measure_vector(content)))
    key = digest_of(digest_of_bytes(content), profile_digest(recipe), ending).hex()
    kept = cache.find(key, thorough)
    if kept:
        return ImageResult(kept, key)
    # Loads Pillow, which a build without new pictures does not need.
    from newsgen.images.raster import UnreadableImage, encode_renditions

    try:
        measures, parts = encode_renditions(content, ending, recipe)
    except UnreadableImage as fault:
        return ImageResult(ImageMetadata(fault=str(fault)))
    cache.put(key, measures, parts)
    return ImageResult(measures, key)
