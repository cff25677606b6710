"""Image files for tests, made by Pillow: each corner of a photograph has a colour of its own."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 40), (30, 50, 190), (240, 240, 240)
ORIENTATION, GPS, ARTIST = 0x0112, 0x8825, 0x013B
SECRET = "Marked-By-The-Camera"


def a_photograph(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    """Red and green above, blue and white below."""
    image = Image.new("RGB", (2, 2))
    for place, colour in zip(((0, 0), (1, 0), (0, 1), (1, 1)), (RED, GREEN, BLUE, WHITE), strict=True):
        image.putpixel(place, colour)
    return image.resize(size, Image.Resampling.NEAREST).convert(mode)


def corners(image: Image.Image) -> list[str]:
    """Which colours the corners have, from left to right and down."""
    width, height = image.size
    names = {RED: "red", GREEN: "green", BLUE: "blue", WHITE: "white"}
    found = []
    for x, y in ((0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)):
        seen = image.convert("RGB").getpixel((int(x * width), int(y * height)))
        assert isinstance(seen, tuple)
        near = min(names, key=lambda colour: sum(abs(a - b) for a, b in zip(colour, seen, strict=True)))
        distance = sum(abs(a - b) for a, b in zip(near, seen, strict=True))
        found.append(names[near] if distance < 30 else str(seen))
    return found


def encode(image: Image.Image, format_: str = "JPEG", **settings: Any) -> bytes:
    """The bytes of a file."""
    content = BytesIO()
    image.save(content, format_, **settings)
    return content.getvalue()


def decode(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def save(file: Path, image: Image.Image | None = None, **settings: Any) -> Path:
    """Write an image to a file, in the format that its ending names."""
    file.parent.mkdir(parents=True, exist_ok=True)
    (image or a_photograph()).save(file, **settings)
    return file


def tags(orientation: int = 1) -> Image.Exif:
    """What a camera writes into a file: how it was held, who held it, and where."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[ARTIST] = SECRET
    exif.get_ifd(GPS).update({1: "N", 2: (51.0, 30.0, 12.0), 3: "W", 4: (0.0, 7.0, 5.0)})
    return exif


def swapped_profile() -> bytes:
    """A colour profile in which red is green and green is red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    changed = profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    return changed.replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be"))


def linear_grey_profile() -> bytes:
    """A profile for grey values that are amounts of light (ICC.1:2022, 7 "Profile requirements")."""
    white = b"XYZ " + bytes(4) + struct.pack(">iii", 63_190, 65_536, 54_061)
    curve = b"curv" + bytes(8)
    table = struct.pack(">I", 2) + b"wtpt" + struct.pack(">II", 156, 20) + b"kTRC" + struct.pack(">II", 176, 12)
    header = bytes(4) + b"\x02\x10\0\0" + b"mntrGRAYXYZ " + bytes(12) + b"acsp" + bytes(28) + white[8:]
    content = header.ljust(124, b"\0") + table + white + curve
    return struct.pack(">I", len(content) + 4) + content


def animation(format_: str) -> bytes:
    """Three pictures, one after the other."""
    frames = [Image.new("RGB", (30, 20), colour) for colour in (RED, GREEN, BLUE)]
    return encode(frames[0], format_, save_all=True, append_images=frames[1:], duration=100)


def png_header(width: int, height: int) -> bytes:
    """A PNG that says to be of this size, and holds next to nothing."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(bytes(1000))))
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (*parts, (b"IEND", b""))
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
