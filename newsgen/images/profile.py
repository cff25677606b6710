"""`ImageProfile`: the widths and formats a site wants, and the digest of the code that encodes them."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.record.library_versions import library_version

# The modules whose code decides the bytes of renditions.
_ENCODING_MODULES = (
    *("active_documents.py", "colours.py", "formats.py", "metadata.py", "naming.py", "raster.py", "safe_svg.py"),
    *("boxes.py", "film_samples.py", "films.py", "iptc.py", "picture_texts.py", "strip.py", "xmp.py"),
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
    own = (Path(__file__).with_name(name).read_bytes() for name in _ENCODING_MODULES)
    # With the optional library more images can be read.
    heif = library_version("pillow-heif") if find_spec("pillow_heif") else ""
    return digest_of(library_version("pillow"), heif, *map(digest_of_bytes, own))
