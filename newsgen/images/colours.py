"""Convert an image's colours to what every screen shows: eight bits a channel, no palette, sRGB."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

_OPAQUE = 255
# The highest values of channels that hold fractions, 8 bits or 16 bits.
_MAXIMA = (1.0, 255.0, 65_535.0)


def simplify(image: Image.Image) -> Image.Image:
    """The image with eight bits a channel, without a palette, and with an alpha channel only where it is used."""
    image.load()
    if image.mode[0] in "IF":
        return _reduce_to_eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        transparent = image.getchannel("A").getextrema()[0] != _OPAQUE
        return image if transparent else image.convert("RGB")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def convert_to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The image in sRGB. A colour profile that is damaged, or does not fit the image's mode, is ignored."""
    if image.mode == "LAB":
        return _convert(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            if not (own.profile.profile_description or "").lower().startswith("srgb"):
                return _convert(image, own)
        except (ImageCms.PyCMSError, OSError):
            pass
    return image.convert("RGB") if image.mode == "CMYK" else image


def _reduce_to_eight_bits(image: Image.Image) -> Image.Image:
    """A grey image of 16 or 32 bits or of fractions, in eight bits; not every file states its highest value."""
    maxima = {"I": _MAXIMA[1:], "F": _MAXIMA}.get(image.mode, _MAXIMA[2:])
    image = image.convert("F")
    highest = image.getextrema()[1]
    assert isinstance(highest, float)
    scale = _OPAQUE / next((maximum for maximum in maxima if highest <= maximum), highest)
    return image.point(lambda value: value * scale + 0).convert("L")


def _convert(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    srgb = ImageCms.createProfile("sRGB")
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    converted = ImageCms.profileToProfile(image, profile, srgb, outputMode=mode)
    assert converted is not None
    return converted.convert("L") if image.mode == "L" else converted
