"""File names of an image's renditions, each derived from the name of the image alone.

"media/2021/fair.jpg" stays the name of the file that every browser can show, and its renditions lie beside it as
"media/2021/fair-960.avif". Only ".jpg" is dropped from their names: "fair.png" in the same folder has
"fair.png-960.avif". Where a name would still be another file's, the output register reports it.
"""

from __future__ import annotations

import os

from newsgen.record.digests import digest_of_bytes
from newsgen.record.names import safe_path

# The endings by which browsers, servers and people expect a format.
_ENDINGS = {"jpg": ("jpg", "jpeg", "jpe", "jfif"), "png": ("png",)}
_DROPPED_ENDING = ".jpg"
# File systems allow 255 bytes, and what is appended to a name fits into the rest.
_MAX_BYTES = 230
_TRUNCATED_BYTES = 200


def ending_of(file: str) -> str:
    """The ending of a file's name in lower case, without the dot; "" where it has none."""
    return file.rpartition("/")[2].rpartition(".")[2].lower() if "." in file.rpartition("/")[2] else ""


def name_fallback(file: str, format_: str) -> str:
    """The path of the file for browsers that know none of the newer formats; `format_` is "jpg" or "png".

    An original with another ending, such as ".tiff", gets the format's ending appended.
    """
    file = safe_path(file)
    return file if ending_of(file) in _ENDINGS[format_] else f"{_shorten(file)}.{format_}"


def name_stem(file: str) -> str:
    """The common beginning of the paths of all renditions of a file."""
    file = safe_path(file)
    return _shorten(file[: -len(_DROPPED_ENDING)] if file.lower().endswith(_DROPPED_ENDING) else file)


def name_rendition(file: str, width: int, format_: str) -> str:
    """The path of the rendition of a file in a width and a format, such as "avif"."""
    return f"{name_stem(file)}-{width}.{format_}"


def _shorten(file: str) -> str:
    """A path whose name leaves room for an ending: a very long name is truncated, and a digest keeps it unique."""
    folder, slash, name = file.rpartition("/")
    encoded = os.fsencode(name)
    if len(encoded) <= _MAX_BYTES:
        return file
    return f"{folder}{slash}{encoded[:_TRUNCATED_BYTES].decode(errors='ignore')}-{digest_of_bytes(encoded).hex()[:8]}"
