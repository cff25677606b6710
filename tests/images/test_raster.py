"""Raster images: upright, in every width and format, without metadata; and which files are refused."""

from contextlib import suppress

import pytest
from PIL import Image, features

from newsgen.errors import NewsgenError
from newsgen.images import formats
from newsgen.images.formats import UnreadableImage
from newsgen.images.metadata import ImageMetadata, rendition_names
from newsgen.images.profile import ImageProfile
from newsgen.images.raster import EncodedImage, encode_renditions
from tests.support.photographs import (
    SECRET,
    a_photograph,
    animation,
    corners,
    decode,
    encode,
    png_header,
    swapped_profile,
    tags,
)

PROFILE = ImageProfile((24, 48), ("avif", "webp"))
UPRIGHT = ["red", "green", "blue", "white"]
# How an upright photograph is stored in a file of each orientation.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def make(content: bytes, ending: str = "jpg", profile: ImageProfile = PROFILE) -> EncodedImage:
    return encode_renditions(content, ending, profile)


def sizes(made: EncodedImage) -> dict[str, tuple[int, int]]:
    return {name: decode(content).size for name, content in made.renditions.items()}


def stored(orientation: int, size: tuple[int, int] = (60, 40)) -> Image.Image:
    transposition = STORED[orientation]
    return a_photograph(size) if transposition is None else a_photograph(size).transpose(transposition)


def test_a_photograph_becomes_a_file_of_every_width_and_format_and_a_fallback() -> None:
    made = make(encode(a_photograph()))
    assert made.metadata == ImageMetadata(48, 32, "jpg", (24, 48), ("avif", "webp"))
    assert list(made.renditions) == rendition_names(made.metadata)
    assert sizes(made) == {
        "whole.jpg": (48, 32),
        "24.avif": (24, 16),
        "48.avif": (48, 32),
        "24.webp": (24, 16),
        "48.webp": (48, 32),
    }
    formats = {name: decode(content).format for name, content in made.renditions.items()}
    assert formats == {"whole.jpg": "JPEG", "24.avif": "AVIF", "48.avif": "AVIF", "24.webp": "WEBP", "48.webp": "WEBP"}
    assert {name: corners(decode(content)) for name, content in made.renditions.items()} == dict.fromkeys(
        made.renditions, UPRIGHT
    )


@pytest.mark.long
@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1), (1, 2_000_000)])
def test_an_image_of_proportions_that_no_format_can_hold_is_refused(size: tuple[int, int]) -> None:
    fault = f"it has {size[0]:,} × {size[1]:,} pixels, which no format for browsers can hold"
    with pytest.raises(UnreadableImage, match=fault):
        make(encode(Image.new("1", size), "PNG"), "png")


def test_a_very_high_image_is_encoded_in_every_format() -> None:
    made = make(encode(Image.new("RGB", (100, 20_000), "red"), "PNG"), "png", ImageProfile((90,), ("avif", "webp")))
    assert sizes(made) == {"whole.png": (81, 16_200), "81.avif": (81, 16_200), "81.webp": (81, 16_200)}


def test_the_fallback_is_never_wider_than_1600_pixels() -> None:
    made = make(encode(Image.new("RGB", (2400, 30), "red")), profile=ImageProfile((480, 2400), ("webp",)))
    assert sizes(made) == {"whole.jpg": (1600, 20), "480.webp": (480, 6), "2400.webp": (2400, 30)}
    assert made.metadata[:2] == (1600, 20)


def test_without_formats_there_is_the_fallback_alone() -> None:
    made = make(encode(a_photograph()), profile=ImageProfile((24, 48), ()))
    assert sizes(made) == {"whole.jpg": (48, 32)}


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("width", [48, 240])
def test_a_photograph_is_turned_upright(orientation: int, width: int) -> None:
    made = make(
        encode(stored(orientation, (480, 320)), exif=tags(orientation)), profile=ImageProfile((width,), ("webp",))
    )
    assert made.metadata == ImageMetadata(width, width * 2 // 3, "jpg", (width,), ("webp",))
    for content in made.renditions.values():
        assert decode(content).size == (width, width * 2 // 3)
        assert corners(decode(content)) == UPRIGHT


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("orientation", [3, 6, 7])
def test_images_of_other_formats_are_turned_upright(format_: str, orientation: int) -> None:
    made = make(encode(stored(orientation), format_, exif=tags(orientation)), format_.lower())
    assert made.metadata[:2] == (48, 32)
    assert {name: corners(decode(content)) for name, content in made.renditions.items()} == dict.fromkeys(
        made.renditions, UPRIGHT
    )


@pytest.mark.parametrize("broken", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0junk"])
def test_unreadable_tags_are_ignored(broken: bytes) -> None:
    assert make(encode(a_photograph(), exif=broken)).metadata[:2] == (48, 32)


def test_a_large_photograph_is_decoded_smaller() -> None:
    made = make(encode(a_photograph((1600, 1200))), profile=ImageProfile((200,), ("webp",)))
    assert sizes(made) == {"whole.jpg": (200, 150), "200.webp": (200, 150)}
    assert corners(decode(made.renditions["whole.jpg"])) == UPRIGHT


def transparent(mode: str) -> Image.Image:
    image = a_photograph(mode="RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    return image.quantize(16) if mode == "P" else image.convert(mode)


@pytest.mark.parametrize(
    ("format_", "image"),
    [
        ("PNG", transparent("RGBA")),
        ("PNG", transparent("LA")),
        ("PNG", transparent("P")),
        ("WEBP", transparent("RGBA")),
        ("TIFF", transparent("RGBA")),
        ("AVIF", transparent("RGBA")),
    ],
    ids=["RGBA", "LA", "palette", "WebP", "TIFF", "AVIF"],
)
def test_a_transparent_image_stays_transparent_and_its_fallback_is_a_png(format_: str, image: Image.Image) -> None:
    made = make(encode(image, format_), format_.lower())
    assert made.metadata.fallback == "png"
    for content in made.renditions.values():
        counts = decode(content).getchannel("A").histogram()
        assert all((sum(counts[:60]), sum(counts[60:190]), sum(counts[190:])))


def test_a_colour_declared_transparent_becomes_an_alpha_channel() -> None:
    image = Image.new("RGB", (60, 40), (10, 20, 30))
    made = make(encode(image, "PNG", transparency=(10, 20, 30)), "png")
    assert decode(made.renditions["whole.png"]).getchannel("A").getextrema() == (0, 0)


def test_the_fallback_of_an_opaque_png_is_a_png_and_of_other_formats_a_jpeg() -> None:
    content = encode(a_photograph(), "PNG")
    assert [make(content, ending).metadata.fallback for ending in ("png", "webp", "")] == ["png", "jpg", "jpg"]


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>{SECRET}</note></x:xmpmeta>'.encode()


def marked(format_: str) -> bytes:
    """A file with all the metadata that cameras and programs write."""
    settings: dict[str, object] = {"exif": tags(6), "icc_profile": swapped_profile(), "xmp": XMP}
    if format_ == "JPEG":
        settings["comment"] = SECRET
    if format_ == "PNG":
        from PIL.PngImagePlugin import PngInfo

        text = PngInfo()
        text.add_text("Author", SECRET)
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        settings = {**settings, "pnginfo": text, "dpi": (300, 300)}
    if format_ == "TIFF":
        settings = {**settings, "software": SECRET, "artist": SECRET}
    if format_ == "GIF":
        settings = {"comment": SECRET}
    return encode(a_photograph((480, 320)), format_, **settings)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_nothing_but_pixels_is_published(format_: str) -> None:
    content = marked(format_)
    assert SECRET.encode() in content
    made = make(content, format_.lower(), ImageProfile((48, 240), ("avif", "webp")))
    assert len(made.renditions) == 5
    for name, written in made.renditions.items():
        image = decode(written)
        assert SECRET.encode() not in written, name
        assert not {"exif", "icc_profile", "xmp", "comment", "XML:com.adobe.xmp", "photoshop", "dpi"} & set(image.info)
        assert not dict(image.getexif()), name
        for sign in (b"Exif\0\0", b"EXIF", b"eXIf", b"xmpmeta", b"XMP ", b"ICC_PROFILE", b"ICCP", b"tEXt", b"iTXt"):
            assert sign not in written, (name, sign)
        if image.format == "AVIF":
            assert b"application/rdf+xml" not in written


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "PNG", "AVIF"])
def test_an_animation_is_measured_and_not_encoded(format_: str) -> None:
    assert make(animation(format_), format_.lower()) == EncodedImage(ImageMetadata(30, 20), {})


def test_the_first_of_several_pages_or_photographs_is_encoded() -> None:
    first, second = a_photograph(), Image.new("RGB", (60, 40))
    for format_ in ("TIFF", "MPO"):
        made = make(encode(first, format_, save_all=True, append_images=[second]))
        assert corners(decode(made.renditions["whole.jpg"])) == UPRIGHT


def test_an_icon_is_not_encoded() -> None:
    assert make(b"\0\0\1\0icon", "ico") == EncodedImage(ImageMetadata(), {})


@pytest.mark.parametrize("content", [b"\0\0\1\0<?php run(); ?>", animation("GIF")], ids=["icon", "animation"])
@pytest.mark.parametrize("ending", ["php", "html", "shtml"])
def test_what_keeps_its_name_has_none_by_which_it_may_be_run(content: bytes, ending: str) -> None:
    with pytest.raises(UnreadableImage) as refused:
        make(content, ending)
    assert str(refused.value) == "a browser or a server may run it"


@pytest.mark.parametrize("content", [b"<!doctype html><script>", b"<svg/>", b'<?xml version="1.0"?><svg/>'])
def test_a_document_is_no_image(content: bytes) -> None:
    with pytest.raises(UnreadableImage):
        make(content, "html")


@pytest.mark.parametrize("ending", ["", "jxl", "psd"])
def test_a_file_of_a_format_that_cannot_be_converted_is_refused(ending: str) -> None:
    with pytest.raises(UnreadableImage) as refused:
        make(b"\xff\x0aanything", ending)
    assert str(refused.value) == "it is in a format that newsgen cannot convert"


@pytest.mark.parametrize("format_", ["HEIF", "JPEG2000"])
def test_photographs_of_telephones_and_scanners_are_converted_without_their_tags(format_: str) -> None:
    formats.can_read_heif()
    made = make(encode(a_photograph(), format_, exif=tags().tobytes()), format_.lower())
    assert made.metadata == ImageMetadata(48, 32, "jpg", (24, 48), ("avif", "webp"))
    assert not any(SECRET.encode() in content for content in made.renditions.values())


def test_without_its_library_heic_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    formats.can_read_heif()
    content = encode(a_photograph(), "HEIF")
    monkeypatch.setattr(formats, "can_read_heif", lambda: False)
    with pytest.raises(UnreadableImage) as refused:
        make(content, "heic")
    assert str(refused.value) == 'it is in HEIC, which newsgen reads after pip install "newsgen[heic]"'


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "it is empty"),
        (b"<!doctype html><title>404</title>", "it is no image"),
        (bytes(1000), "it is no image"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "it is damaged or cut short"),
        (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(10), "it is damaged or cut short"),
        (png_header(50, 50), "it is cut short"),
        (png_header(60_000, 60_000), "it has 3,600,000,000 pixels, and newsgen opens up to 100,000,000"),
    ],
)
def test_an_image_that_cannot_be_shown_is_refused(content: bytes, fault: str) -> None:
    with pytest.raises(UnreadableImage) as raised:
        make(content, "jpg")
    assert str(raised.value) == fault


@pytest.mark.parametrize(
    ("format_", "fault"),
    [
        ("JPEG", "it is cut short"),
        ("PNG", "it is cut short"),
        ("GIF", "it is cut short"),
        ("BMP", "it is cut short"),
        ("TIFF", "it is cut short"),
        ("WEBP", "it is damaged or cut short"),
        ("AVIF", "it is damaged or cut short"),
    ],
)
def test_half_a_file_is_refused(format_: str, fault: str) -> None:
    content = encode(Image.effect_noise((200, 150), 80).convert("RGB"), format_)
    with pytest.raises(UnreadableImage) as raised:
        make(content[: len(content) // 2], "jpg")
    assert str(raised.value) == fault


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP"])
def test_a_truncated_file_is_encoded_or_refused(format_: str) -> None:
    content = encode(Image.effect_noise((40, 30), 80).convert("RGB"), format_)
    profile = ImageProfile((20,), ())
    for end in range(0, len(content), max(1, len(content) // 60)):
        with suppress(UnreadableImage):
            assert make(content[:end], "jpg", profile).metadata.width == 20


def test_a_decompression_bomb_in_a_text_chunk_is_refused() -> None:
    from PIL.PngImagePlugin import PngInfo

    text = PngInfo()
    text.add_text("Comment", "a" * 80_000_000, zip=True)
    with pytest.raises(UnreadableImage) as raised:
        make(encode(a_photograph(), "PNG", pnginfo=text), "png")
    assert str(raised.value) == "it is damaged or cut short"


def test_encoding_is_deterministic() -> None:
    noise = encode(Image.effect_noise((360, 280), 60).convert("RGB"), "PNG")
    profile = ImageProfile((160, 320), ("avif", "webp"))
    assert make(noise, "png", profile).renditions == make(noise, "png", profile).renditions


def test_a_missing_encoder_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: name != "avif")
    with pytest.raises(NewsgenError) as failed:
        make(encode(a_photograph()))
    assert str(failed.value) == (
        'site.yaml: cannot make pictures in the format "avif"\n'
        "    The Pillow that is installed was built without it.\n"
        "    Install Pillow from its wheel, or leave avif out of image_formats."
    )
