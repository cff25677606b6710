"""`ImageProfile`: the widths and formats a site wants, and the digest of the code that encodes them."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import NamedTuple

from newsgen.record.digests import digest_of, digest_of_bytes

# The modules whose code decides the bytes of renditions.
_ENCODING_MODULES = (
    *("active_documents.py", "colours.py", "formats.py", "metadata.py", "raster.py", "safe_svg.py", "strip.py"),
    *("boxes.py", "film_samples.py", "films.py", "iptc.py", "picture_texts.py", "xmp.py"),
    *("documents.py", "id3.py", "ogg.py", "private_parts.py", "sounds.py", "tags.py"),
)


class ImageProfile(NamedTuple):
    """The widths of renditions, smallest first, and their formats, best first."""

    widths: tuple[int, ...]
    formats: tuple[str, ...]


def profile_digest(profile: ImageProfile) -> bytes:
    """The digest of all that decides the bytes of an image's renditions beside its own content."""
    return digest_of(profile, image_code_digest())


@cache
def image_code_digest() -> bytes:
    """The digest of newsgen's own image code and of the version of Pillow, whose wheels carry the encoders.

    Reading the version does not load Pillow. `newsgen.archive.engine.engine_digest` leaves Pillow out: another version
    re-encodes all images, and outdates no page that shows one in its old size.
    """
    own = ((files("newsgen.images") / name).read_bytes() for name in _ENCODING_MODULES)
    return digest_of(version("pillow"), _version_if_installed("pillow-heif"), *map(digest_of_bytes, own))


def _version_if_installed(library: str) -> str:
    """The version of an optional library, "" where it is missing: with it more images can be read."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
