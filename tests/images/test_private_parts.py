"""What recorders, telephones and programs write into sounds and documents is blanked, and what listeners see stays."""

import base64
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from newsgen.images.films import blank_parts
from newsgen.images.ogg import checksum
from newsgen.images.private_parts import find_in_file
from tests.support.photographs import SECRET, a_photograph, encode, tags
from tests.support.sounds import AUDIO, PLACE, as_field, comments, flac, id3, ogg, packed, pdf, picture_block, wav, xmp

PHOTOGRAPH = encode(a_photograph(), exif=tags())
_TEXT = b"\0Mill wheel"
_APIC = b"\0image/jpeg\0\x03wide\0" + PHOTOGRAPH
_OLD = b"TAG" + b"Mill wheel".ljust(30, b"\0") + bytes(64) + PLACE.ljust(28, b"\0") + b"\0\x07\x0c"
_APE = b"APETAGEX" + bytes(24)
_FLAC_HEAD = (0, bytes(34))
SOUNDS = {
    "a text of a program": id3(3, (b"TIT2", _TEXT), (b"TXXX", b"\0location\0" + PLACE)) + AUDIO,
    "frames of 2.4": id3(4, (b"TIT2", _TEXT), (b"GEOB", PLACE * 9), (b"PRIV", b"XMP\0" + PLACE)) + AUDIO,
    "frames of 2.2": id3(2, (b"TT2", _TEXT), (b"TXX", b"\0place\0" + PLACE), (b"COM", b"\0eng\0" + PLACE)) + AUDIO,
    "shifted frames": id3(3, (b"TXXX", b"\0\xff\0" + PLACE), flags=0x80) + AUDIO,
    "two tags": id3(3, (b"TIT2", _TEXT)) + id3(4, (b"TXXX", b"\0a\0" + PLACE)) + AUDIO,
    "a comment at the end": AUDIO + _OLD,
    "an APE tag": AUDIO + PLACE + _APE[:12] + (len(PLACE) + 32).to_bytes(4, "little") + bytes(16),
    "comments of FLAC": flac(_FLAC_HEAD, (4, comments(b"TITLE=Mill wheel", b"LOCATION=" + PLACE))),
    "an application of FLAC": flac(_FLAC_HEAD, (2, b"riff" + PLACE), (4, comments(b"TITLE=Mill wheel"))),
    "Vorbis": ogg(b"\x01vorbis..", b"\x03vorbis" + comments(b"TITLE=Mill wheel", b"GEO=" + PLACE) + b"\x01", AUDIO),
    "Opus": ogg(b"OpusHead", b"OpusTags" + comments(b"title=Mill wheel", b"x_gps=" + PLACE), AUDIO),
    "Opus over pages": ogg(b"OpusHead", b"OpusTags" + comments(b"a=" + b"x" * 51_050 + PLACE, b"title=Mill wheel")),
    "Speex": ogg(b"Speex   1.2", comments(b"TITLE=Mill wheel", b"GEO=" + PLACE), AUDIO),
    "FLAC in Ogg": ogg(b"\x7fFLAC\1\0", b"\x04\0\0\x09" + comments(b"TITLE=Mill wheel", b"GEO=" + PLACE), AUDIO),
    "chunks of WAV": wav((b"fmt ", bytes(16)), (b"data", AUDIO), (b"iXML", PLACE), (b"bext", b"odd" + PLACE)),
}


@pytest.mark.parametrize("content", SOUNDS.values(), ids=SOUNDS)
def test_the_place_in_a_sound_is_blanked_and_its_title_stays(content: bytes) -> None:
    assert PLACE in content
    blanked = blank_parts(content, find_in_file(content))
    assert PLACE not in blanked
    assert len(blanked) == len(content)
    assert (b"Mill wheel" in blanked) is (b"Mill wheel" in content)
    assert AUDIO in blanked or AUDIO not in content
    assert find_in_file(blanked) == []


PICTURES = {
    "ID3": id3(3, (b"APIC", _APIC)) + AUDIO,
    "ID3 in UTF-16": id3(4, (b"APIC", b"\x01image/jpeg\0\x03w\0i\0\0\0" + PHOTOGRAPH)) + AUDIO,
    "ID3 2.2": id3(2, (b"PIC", b"\0JPG\x03wide\0" + PHOTOGRAPH)) + AUDIO,
    "FLAC": flac(_FLAC_HEAD, (6, picture_block(PHOTOGRAPH))),
    "FLAC in Ogg": ogg(b"\x7fFLAC\1\0", b"\x06\0\0\x09" + picture_block(PHOTOGRAPH), AUDIO),
}


@pytest.mark.parametrize("content", PICTURES.values(), ids=PICTURES)
def test_a_picture_in_a_sound_keeps_its_pixels_alone(content: bytes) -> None:
    assert SECRET.encode() in content
    blanked = blank_parts(content, find_in_file(content))
    assert SECRET.encode() not in blanked
    assert len(blanked) == len(content)
    with Image.open(BytesIO(blanked[blanked.index(b"\xff\xd8\xff") :])) as image:
        assert image.tobytes() == a_picture().tobytes()


def a_picture() -> Image.Image:
    image = Image.open(BytesIO(PHOTOGRAPH))
    image.load()
    return image


def test_a_picture_in_a_comment_keeps_its_pixels_alone() -> None:
    content = ogg(b"OpusHead", b"OpusTags" + comments(as_field(PHOTOGRAPH), b"TITLE=Mill wheel"), AUDIO)
    blanked = blank_parts(content, find_in_file(content))
    text = blanked[blanked.index(b"PICTURE=") + 8 :]
    picture = base64.b64decode(text[: len(as_field(PHOTOGRAPH)) - 23])
    assert SECRET.encode() not in picture
    assert len(picture) == len(picture_block(PHOTOGRAPH))
    assert find_in_file(blanked) == []


def test_the_pages_of_an_ogg_have_their_new_checksums() -> None:
    content = SOUNDS["Opus over pages"]
    blanked = blank_parts(content, find_in_file(content))
    starts = [place for place in range(len(blanked)) if blanked.startswith(b"OggS\0", place)]
    assert len(starts) == 3
    for start, end in zip(starts, [*starts[1:], len(blanked)], strict=True):
        page = blanked[start:end]
        assert checksum(page[:22] + bytes(4) + page[26:]) == int.from_bytes(page[22:26], "little")


_GPS = b'exif:GPSLatitude="41,18N" xmp:CreatorTool="Tool"/><exif:GPSLongitude>82,26W</exif:GPSLongitude>'
_METADATA = b"/Type /Metadata /Subtype /XML"
DOCUMENTS = {
    "metadata": pdf((_METADATA, xmp(_GPS))),
    "metadata that is packed": pdf((_METADATA + b" /Filter /FlateDecode", packed(xmp(_GPS)))),
    "a photograph": pdf((b"/Subtype /Image /Filter /DCTDecode", PHOTOGRAPH)),
}


@pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_place_in_a_document_is_blanked_and_all_else_stays(content: bytes) -> None:
    blanked = blank_parts(content, find_in_file(content))
    assert blanked != content
    assert len(blanked) == len(content)
    assert SECRET.encode() not in blanked
    assert b"41,18N" not in blanked
    assert b"82,26W" not in blanked
    if b"Flate" in content:
        text = zlib.decompressobj().decompress(blanked[blanked.index(b"stream\n") + 7 :])
        assert b"GPS" not in text
        assert text.count(b"xmp:CreatorTool") == 1
    elif b"DCTDecode" in content:
        with Image.open(BytesIO(blanked[blanked.index(b"\xff\xd8\xff") :])) as image:
            assert image.tobytes() == a_picture().tobytes()
    else:
        assert b'xmp:CreatorTool="Tool"' in blanked
    assert find_in_file(blanked) == []


PLAIN = {
    "a sound": AUDIO,
    "a title": id3(3, (b"TIT2", _TEXT), (b"CHAP", b"one\0" + bytes(16)), (b"WOAF", b"https://a.example/")) + AUDIO,
    "comments": ogg(b"OpusHead", b"OpusTags" + comments(b"title=Mill wheel", b"CHAPTER001=00:00"), AUDIO),
    "a WAV": wav((b"fmt ", bytes(16)), (b"data", AUDIO)),
    "a document": pdf((_METADATA, xmp(b'dc:title="Mill">'))),
    "nothing": b"",
    "a text": b"TAGS of all kinds",
}


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_nothing_is_changed_where_nothing_is_private(content: bytes) -> None:
    assert find_in_file(content) == []


@given(st.sampled_from([*SOUNDS.values(), *PICTURES.values(), *DOCUMENTS.values()]), st.data())
def test_no_damaged_file_fails(content: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, min(len(content) - 1, 400)))
    damaged = content[:place] + data.draw(st.binary(max_size=4)) + content[place + data.draw(st.integers(0, 9)) :]
    assert len(blank_parts(damaged, find_in_file(damaged))) == len(damaged)
