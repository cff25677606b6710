"""A picture from its file: measured, and made in all its renditions where the cache does not have them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newsgen.images.cache import PictureCache
from newsgen.images.metadata import Measures
from newsgen.images.naming import ending_of
from newsgen.images.profile import Recipe, digest_recipe
from newsgen.images.svg import measure_vector
from newsgen.record.digests import digest_of, digest_of_bytes


class MadePicture(NamedTuple):
    """A picture's measures, and the key of its parts in the cache ("" where it has none)."""

    measures: Measures
    key: str = ""


def make_picture(source: Path, recipe: Recipe, cache: PictureCache, thorough: bool = False) -> MadePicture:
    """Measure a picture and see to it that the cache holds its parts; `thorough` also looks into those it holds."""
    try:
        content = source.read_bytes()
    except OSError as error:
        return MadePicture(Measures(fault=error.strerror or str(error)))
    ending = ending_of(source.name)
    if ending == "svg":
        return MadePicture(Measures(*measure_vector(content)))
    key = digest_of(digest_of_bytes(content), digest_recipe(recipe), ending).hex()
    kept = cache.find(key, thorough)
    if kept:
        return MadePicture(kept, key)
    # Loads Pillow, which a build without new pictures does not need.
    from newsgen.images.raster import Unusable, develop

    try:
        measures, parts = develop(content, ending, recipe)
    except Unusable as fault:
        return MadePicture(Measures(fault=str(fault)))
    cache.put(key, measures, parts)
    return MadePicture(measures, key)
