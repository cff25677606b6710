"""What the files of a picture are called, and that alone: each name follows from the picture's own.

"media/2021/fair.jpg" keeps its name for the file that every browser can show, and its renditions stand beside it as
"media/2021/fair-960.avif". Only ".jpg" is left out of their names: a "fair.png" in the same folder has its own,
"fair.png-960.avif". Where a name would still be another file's, the register of outputs says so.
"""

from __future__ import annotations

import os

from newsgen.record.digests import digest_of_bytes

# The endings under which browsers, servers and people expect a format.
_ENDINGS = {"jpg": ("jpg", "jpeg", "jpe", "jfif"), "png": ("png",)}
_LEFT_OUT = ".jpg"
# File systems take 255 bytes; what is added to a name is shorter than the rest.
_LONGEST = 230
_KEPT = 200


def ending_of(file: str) -> str:
    """The ending of a file's name in small letters, without the dot; "" where it has none."""
    return file.rpartition("/")[2].rpartition(".")[2].lower() if "." in file.rpartition("/")[2] else ""


def name_fallback(file: str, format_: str) -> str:
    """The file for browsers that know none of the other formats; `format_` is "jpg" or "png".

    An original whose ending is another, such as ".tiff", gets that of the format behind it.
    """
    return file if ending_of(file) in _ENDINGS[format_] else f"{_shorten(file)}.{format_}"


def name_stem(file: str) -> str:
    """What the names of all renditions of a file begin with."""
    return _shorten(file[: -len(_LEFT_OUT)] if file.lower().endswith(_LEFT_OUT) else file)


def name_rendition(file: str, width: int, format_: str) -> str:
    """The rendition of a file in a width and a format, such as "avif"."""
    return f"{name_stem(file)}-{width}.{format_}"


def _shorten(file: str) -> str:
    """A file whose name can be made longer: a very long one is cut, and keeps apart by a digest."""
    folder, slash, name = file.rpartition("/")
    whole = os.fsencode(name)
    if len(whole) <= _LONGEST:
        return file
    return f"{folder}{slash}{whole[:_KEPT].decode(errors='ignore')}-{digest_of_bytes(whole).hex()[:8]}"
