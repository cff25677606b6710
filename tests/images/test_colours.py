"""Colours of every mode and depth become sRGB in eight bits."""

import pytest
from PIL import Image, ImageCms

from newsgen.images.profile import ImageProfile
from newsgen.images.raster import EncodedImage, encode_renditions
from tests.support.photographs import a_photograph, corners, decode, encode, linear_grey_profile, swapped_profile

UPRIGHT = ["red", "green", "blue", "white"]


def make(content: bytes, ending: str) -> EncodedImage:
    return encode_renditions(content, ending, ImageProfile((24, 48), ("avif", "webp")))


@pytest.mark.parametrize(
    ("format_", "image"),
    [
        ("JPEG", a_photograph(mode="CMYK")),
        ("TIFF", a_photograph(mode="CMYK")),
        ("JPEG", a_photograph(mode="YCbCr")),
        ("PNG", a_photograph().quantize(8)),
        ("GIF", a_photograph()),
        ("BMP", a_photograph()),
        ("PNG", a_photograph(mode="RGBA")),
        (
            "TIFF",
            ImageCms.profileToProfile(
                a_photograph(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
            ),
        ),
    ],
    ids=["CMYK JPEG", "CMYK TIFF", "YCbCr", "palette", "GIF", "BMP", "opaque RGBA", "LAB"],
)
def test_every_colour_mode_becomes_rgb(format_: str, image: Image.Image) -> None:
    made = make(encode(image, format_), format_.lower())
    for content in made.renditions.values():
        assert decode(content).mode == "RGB"
        assert corners(decode(content)) == UPRIGHT


def grey_ramp(mode: str, top: float) -> Image.Image:
    """Black on the left, half the highest value in the middle, and white on the right."""
    image = Image.new(mode, (60, 20))
    for x in range(60):
        for y in range(20):
            image.putpixel((x, y), top * (x // 20) / 2 if mode == "F" else int(top) * (x // 20) // 2)
    return image


@pytest.mark.parametrize(
    ("format_", "mode", "top"),
    [
        ("PNG", "L", 255),
        ("PNG", "I;16", 65_535),
        ("TIFF", "I;16", 65_535),
        ("TIFF", "I", 255),
        ("TIFF", "I", 65_535),
        ("TIFF", "I", 2_000_000_000),
        ("TIFF", "F", 1.0),
        ("TIFF", "F", 255.0),
    ],
)
def test_greys_of_every_depth_become_eight_bits(format_: str, mode: str, top: float) -> None:
    made = make(encode(grey_ramp(mode, top), format_), "tiff")
    whole = decode(made.renditions["whole.jpg"])
    assert whole.mode == "L"
    values = [whole.getpixel((x, 8)) for x in (8, 24, 40)]
    assert [value for value in values if isinstance(value, int)] == pytest.approx([0, 127, 255], abs=2)


def test_black_and_white_becomes_grey() -> None:
    image = Image.new("1", (60, 40), 1)
    whole = decode(make(encode(image, "TIFF"), "tiff").renditions["whole.jpg"])
    assert (whole.mode, whole.getpixel((10, 10))) == ("L", 255)


def test_colours_are_converted_by_the_embedded_profile() -> None:
    for mode in ("RGB", "RGBA"):
        made = make(encode(a_photograph(mode=mode), "PNG", icc_profile=swapped_profile()), "png")
        whole = decode(made.renditions["whole.png"])
        red, green, blue = (whole.convert("RGB").getpixel(point) for point in ((5, 5), (40, 5), (5, 28)))
        assert isinstance(red, tuple)
        assert isinstance(green, tuple)
        assert isinstance(blue, tuple)
        assert red[1] > 2 * red[0]
        assert green[0] > 2 * green[1]
        assert blue[2] > 2 * max(blue[:2])


def test_an_srgb_profile_changes_no_colour() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with_profile, without = (
        make(encode(a_photograph(), "PNG", **settings), "png").renditions for settings in ({"icc_profile": profile}, {})
    )
    assert with_profile == without


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_profile_that_is_damaged_or_for_another_mode_is_ignored(mode: str) -> None:
    plain = make(encode(a_photograph(mode=mode), "TIFF"), "tiff").renditions
    for profile in (b"junk", *([swapped_profile()] if mode != "RGB" else [])):
        assert make(encode(a_photograph(mode=mode), "TIFF", icc_profile=profile), "tiff").renditions == plain


def test_a_grey_profile_converts_a_grey_image() -> None:
    content = encode(Image.new("L", (60, 40), 55), "PNG", icc_profile=linear_grey_profile())
    whole = decode(make(content, "png").renditions["whole.png"])
    assert whole.mode == "L"
    assert whole.getpixel((20, 20)) in (127, 128, 129)
