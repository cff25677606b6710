"""Captions and credits are read from IPTC and XMP, in every encoding that is sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.images.picture_texts import PictureTexts, read_picture_texts
from tests.support.photographs import a_photograph, encode
from tests.support.picture_texts import UTF_8, iptc, jpeg_with_iptc, xmp

CAPTION, BYLINE, CREDIT = 120, 80, 110
FULL = PictureTexts("Boats lie in the Salt Quay.", "Ada Quill / Courant")


def read_iptc_of(*texts: tuple[int, bytes], character_set: bytes = b"") -> PictureTexts:
    return read_picture_texts(jpeg_with_iptc(iptc(*texts, character_set=character_set), a_photograph()))


def test_iptc_gives_caption_and_credit() -> None:
    texts = ((CAPTION, b"Boats lie in\rthe Salt Quay. "), (BYLINE, b"Ada Quill"), (CREDIT, b"Courant"))
    assert read_iptc_of(*texts) == FULL


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_xmp_gives_caption_and_credit_in_every_format(format_: str) -> None:
    packet = xmp("Boats lie in\n the Salt Quay.", ("Ada Quill",), "Courant")
    # Pillow does not write it into every format, and it stands in a file as it is.
    assert read_picture_texts(encode(a_photograph(), format_) + packet) == FULL


def test_xmp_counts_before_iptc_and_each_text_by_itself() -> None:
    content = jpeg_with_iptc(iptc((CAPTION, b"Old"), (BYLINE, b"Ben Oar")), a_photograph())
    assert read_picture_texts(content + xmp("New")) == PictureTexts("New", "Ben Oar")


@pytest.mark.parametrize(
    ("value", "character_set", "caption"),
    [
        ("Café at Ærø".encode(), UTF_8, "Café at Ærø"),
        ("Café at Ærø".encode(), b"", "Café at Ærø"),
        ("Café".encode("cp1252"), UTF_8, "Café"),
        ("Café".encode("latin-1"), b"\x1b-A", "Café"),
        ("Łódź".encode("iso8859-2"), b"\x1b-B", "Łódź"),
        ("Порт".encode("iso8859-5"), b"\x1b.L", "Порт"),
        ("Müller’s façade".encode("cp1252"), b"", "Müller’s façade"),
        ("Müller’s façade".encode("mac-roman"), b"", "Müller’s façade"),
        ("ÉTÉ".encode("cp1252"), b"", ""),
        ("Порт".encode("cp1251"), b"", ""),
    ],
)
def test_iptc_is_read_in_its_character_set_or_in_the_only_one_that_fits(
    value: bytes, character_set: bytes, caption: str
) -> None:
    assert read_iptc_of((CAPTION, value), character_set=character_set).caption == caption


@pytest.mark.parametrize(
    ("creators", "credit", "shown"),
    [
        (("Ada Quill",), "", "Ada Quill"),
        ((), "Courant", "Courant"),
        (("Ada Quill", "Ben Oar"), "Courant", "Ada Quill, Ben Oar / Courant"),
        (("Ada Quill",), "ada quill / Courant", "ada quill / Courant"),
        (("Ada Quill", "Ada Quill"), "Ada Quill", "Ada Quill"),
        ((), "", ""),
    ],
)
def test_a_credit_names_the_creator_and_the_agency_once(creators: tuple[str, ...], credit: str, shown: str) -> None:
    assert read_picture_texts(xmp("", creators, credit)).credit == shown
    texts = [(BYLINE, name.encode()) for name in creators] + [(CREDIT, credit.encode())]
    assert read_iptc_of(*texts).credit == shown


@pytest.mark.parametrize(
    "caption",
    ["OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "DCIM\\100MEDIA\\DJI_0012.JPG", "IMG_4711.jpg", "  ", "default"],
)
def test_what_cameras_and_programs_write_is_no_caption(caption: str) -> None:
    assert read_iptc_of((CAPTION, caption.encode())).caption == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        xmp("A", more='<!DOCTYPE x [<!ENTITY a "b">]>').replace(b"<x:xmpmeta", b"<x:xmpmeta", 1)[:-60],
        xmp("A").replace(b"<rdf:Description", b'<!DOCTYPE x [<!ENTITY a "b">]><rdf:Description'),
        xmp("A &unknown; b"),
        xmp("A").replace(b"A</rdf:li>", b"\xff</rdf:li>"),
        xmp("x" * 6000),
    ],
)
def test_what_cannot_be_read_gives_nothing(content: bytes) -> None:
    assert read_picture_texts(content) == PictureTexts()


@given(st.data())
def test_no_damaged_file_fails(data: st.DataObject) -> None:
    whole = jpeg_with_iptc(iptc((CAPTION, b"A"), (BYLINE, b"B")), a_photograph()) + xmp("C", ("D",), "E")
    place = data.draw(st.integers(0, len(whole)))
    read_picture_texts(whole[:place] + data.draw(st.binary(max_size=5)) + whole[place + data.draw(st.integers(0, 9)) :])
