"""The colours of a picture as every screen shows them: eight bits a channel, no palette, sRGB."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

_OPAQUE = 255
# The highest values of channels that are fractions, of 8 bits and of 16.
_TOPS = (1.0, 255.0, 65_535.0)


def simplify(image: Image.Image) -> Image.Image:
    """The picture with eight bits a channel, without a palette, and with an alpha channel only where one is used."""
    image.load()
    if image.mode[0] in "IF":
        return _shorten_numbers(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        transparent = image.getchannel("A").getextrema()[0] != _OPAQUE
        return image if transparent else image.convert("RGB")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def convert_to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as screens show them that know of no profile. One that is damaged, or not for these, is left out."""
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


def _shorten_numbers(image: Image.Image) -> Image.Image:
    """Grey values of 16 or 32 bits, or with fractions, in eight bits; the file does not always say how high they go."""
    tops = {"I": _TOPS[1:], "F": _TOPS}.get(image.mode, _TOPS[2:])
    image = image.convert("F")
    high = image.getextrema()[1]
    assert isinstance(high, float)
    scale = _OPAQUE / next((top for top in tops if high <= top), high)
    return image.point(lambda value: value * scale + 0).convert("L")


def _convert(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    srgb = ImageCms.createProfile("sRGB")
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    converted = ImageCms.profileToProfile(image, profile, srgb, outputMode=mode)
    assert converted is not None
    return converted.convert("L") if image.mode == "L" else converted
