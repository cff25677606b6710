"""What decides the bytes of a picture's renditions beside its own content."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple

from newsgen.record.digests import digest_of, digest_of_bytes

# The modules whose code decides what a picture becomes.
_MAKERS = ("colours.py", "metadata.py", "raster.py")


class ImageProfile(NamedTuple):
    """The widths, smallest first, and the formats, best first, that a site wants."""

    widths: tuple[int, ...]
    formats: tuple[str, ...]


def profile_digest(recipe: ImageProfile) -> bytes:
    """What all pictures that were made alike share."""
    return digest_of(recipe, image_code_digest())


@cache
def image_code_digest() -> bytes:
    """What makes the makers of pictures one: newsgen's own code for it, and Pillow, whose wheels carry the encoders.

    Pillow is asked for its version without being loaded. It is no part of `newsgen.state.engine_digest`: with another
    one all pictures are made anew, and no page is looked at that shows them as large as before.
    """
    own = ((files("newsgen.images") / name).read_bytes() for name in _MAKERS)
    return digest_of(version("pillow"), *map(digest_of_bytes, own))
