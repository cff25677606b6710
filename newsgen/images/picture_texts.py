"""The caption and the credit that photographers and picture desks write into a picture's file, as IPTC and XMP."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsgen.images.boxes import Content
from newsgen.images.iptc import read_iptc
from newsgen.images.xmp import read_xmp

_LONGEST = 5_000
# What cameras and programs write by themselves, and names of files.
_NO_CAPTION = re.compile(
    r"[A-Z ]*DIGITAL (?:STILL )?CAMERA|SONY DSC|DCIM.*|SAMSUNG|DIGITAL IMAGE|MINOLTA.*|CREATOR: gd-jpeg.*|default"
    r"|untitled(?:[ -]\d+)?|[\w -]+\.(?:jpe?g|tiff?|png|webp|heic|raw|cr2|nef|dng)",
    re.IGNORECASE,
)


class PictureTexts(NamedTuple):
    """A caption and a credit, each one line and "" where there is none."""

    caption: str = ""
    credit: str = ""


def read_picture_texts(content: Content) -> PictureTexts:
    """The texts in a picture's file: by XMP, whose encoding is sure, and by IPTC where that has none."""
    xmp, iptc = read_xmp(content), read_iptc(content)
    texts = {name: _lines(xmp.get(name, ())) or _lines(iptc.get(name, ())) for name in ("caption", "creator", "credit")}
    caption = " ".join(texts["caption"])
    return PictureTexts("" if _NO_CAPTION.fullmatch(caption) else caption, _join(texts["creator"], texts["credit"]))


def _lines(texts: Iterable[str]) -> list[str]:
    """Texts as lines without control characters, and those that are too long for a page left out."""
    lines = (" ".join("".join(c if c.isprintable() else " " for c in text).split()) for text in texts)
    return [line for line in lines if line and len(line) <= _LONGEST]


def _join(creators: list[str], credits_: list[str]) -> str:
    """ "Ada Quill / Courant": who made a picture, and for whom, where that does not name them already."""
    credit = ", ".join(credits_)
    names = ", ".join(dict.fromkeys(creators))
    if credit and all(name.casefold() in credit.casefold() for name in creators):
        return credit
    return " / ".join(filter(None, (names, credit)))
