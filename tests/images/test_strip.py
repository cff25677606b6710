"""What cameras and programs write into images is taken out, and their pixels stay."""

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from newsgen.images.strip import strip_image
from tests.support.photographs import SECRET, a_photograph, animation, decode, encode, tags


def texts() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", SECRET)
    info.add_itxt("XML:com.adobe.xmp", SECRET)
    return info


IMAGES = {
    "JPEG": encode(a_photograph(), exif=tags(3), comment=SECRET, xmp=SECRET.encode()),
    "progressive JPEG": encode(a_photograph((300, 200)), exif=tags(), progressive=True),
    "two in one": encode(a_photograph(), "MPO", exif=tags(), save_all=True, append_images=[Image.new("RGB", (60, 40))]),
    "PNG": encode(a_photograph(), "PNG", exif=tags(), pnginfo=texts()),
    "WebP": encode(a_photograph(), "WEBP", exif=tags(), xmp=SECRET.encode(), lossless=True),
    "GIF": encode(a_photograph(), "GIF", comment=SECRET.encode()),
}


@pytest.mark.parametrize("name", IMAGES)
def test_only_the_image_is_kept(name: str) -> None:
    content = IMAGES[name]
    stripped = strip_image(content)
    assert SECRET.encode() in content
    assert stripped
    assert SECRET.encode() not in stripped
    before, after = decode(content), decode(stripped)
    assert (after.size, after.convert("RGB").tobytes()) == (before.size, before.convert("RGB").tobytes())
    orientation = before.getexif().get(0x0112, 1) if "JPEG" in name else 1
    assert after.getexif().get(0x0112, 1) == orientation
    assert strip_image(stripped) == stripped


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "PNG"])
def test_an_animation_moves_as_before(format_: str) -> None:
    content = animation(format_)
    assert strip_image(content) == content


def test_what_follows_an_image_in_its_file_goes() -> None:
    for content in (encode(a_photograph()), encode(a_photograph(), "PNG")):
        assert strip_image(content + SECRET.encode()) == content


@pytest.mark.parametrize("content", [b"", b"text", encode(a_photograph(), "TIFF"), encode(a_photograph())[:200]])
def test_other_and_damaged_files_are_not_touched(content: bytes) -> None:
    assert strip_image(content) is None


@pytest.mark.parametrize("name", IMAGES)
def test_no_damaged_file_fails(name: str) -> None:
    for length in range(0, len(IMAGES[name]), 7):
        strip_image(IMAGES[name][:length])
