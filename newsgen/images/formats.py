"""The formats of raster images: which are opened, and which are published as they are.

Cameras write into their files where a picture was taken. So a file that articles show and that cannot be converted is a
fault, unless its format has no place for that.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from newsgen.record.limits import IMAGE_PIXELS

# The largest image that is opened: at four bytes a pixel, and some copies, it fits into a small machine's memory.
# Pillow refuses images above twice its limit, and warns above the limit.
Image.MAX_IMAGE_PIXELS = IMAGE_PIXELS // 2
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP", "JPEG2000")
ANIMATED_FORMATS = ("GIF", "WEBP", "AVIF", "PNG")
# A file with one of these endings that is no image is a fault.
_ENDINGS = frozenset(
    "jpg jpeg jpe jfif png apng webp avif tif tiff gif bmp heic heif hif jp2 j2k jpf jpx jpm jpc".split()
)
_HEIF = re.compile(rb"....ftyp(?:hei[cmsx]|hev[cmsx]|mif[12]|msf1)", re.DOTALL)
_SIGNATURE = re.compile(
    rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftypavi[fs]|II\*\0|MM\0\*|\0\0\0\x0cjP  |\xff\x4f\xff\x51",
    re.DOTALL,
)
# Icons, which no camera makes.
_HARMLESS = re.compile(rb"\0\0[\1\2]\0")


class UnreadableImage(Exception):
    """An image that cannot be shown, and why."""


class NotRaster(Exception):
    """A file that is no raster image, and that browsers may show as it is."""


def open_image(content: bytes, ending: str) -> Image.Image:
    """Open an image; `ending` is the file's.

    Raises NotRaster, UnreadableImage for what cannot be shown, and Pillow's own errors for a damaged image.
    """
    if not content:
        raise UnreadableImage("it is empty")
    has_heif = bool(_HEIF.match(content))
    if has_heif and not can_read_heif():
        raise UnreadableImage('it is in HEIC, which newsgen reads after pip install "newsgen[heic]"')
    try:
        return Image.open(BytesIO(content), formats=("HEIF",) if has_heif else _FORMATS)
    except UnidentifiedImageError:
        if has_heif or _SIGNATURE.match(content):
            raise
        if ending in _ENDINGS:
            raise UnreadableImage("it is no image") from None
        if _HARMLESS.match(content):
            raise NotRaster from None
        raise UnreadableImage("it is in a format that newsgen cannot convert") from None


@cache
def can_read_heif() -> bool:
    """Whether the optional library for HEIC is installed; Pillow uses it from then on."""
    try:
        if find_spec("pillow_heif") is None:
            return False
    except ValueError:
        # Python's answer for a module that was set to None in sys.modules.
        return False
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    return True
