"""What cameras and telephones write into films is blanked, and all that plays stays where it was."""

import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from newsgen.images.films import blank_parts, find_private_parts
from newsgen.images.strip import strip_image
from tests.support.films import DATA, PLACE, box, film, numbers, track
from tests.support.photographs import SECRET, a_photograph, encode, tags

PIXELS = track(b"vide", DATA, (6,))
LOCATION = box(b"\xa9xyz", struct.pack(">HH", len(PLACE), 0x15C7), PLACE)
KEYS = box(b"meta", box(b"hdlr", b"mdta"), box(b"keys", b"com.apple.quicktime.location.ISO6709"), box(b"ilst", PLACE))
FILMS = {
    "place of the film": film(PIXELS, box(b"udta", LOCATION)),
    "place of 3GPP": film(PIXELS, box(b"udta", box(b"loci", PLACE))),
    "place of a track": film(track(b"vide", DATA, (6,), box(b"udta", LOCATION))),
    "metadata of the film": film(PIXELS, KEYS),
    "metadata of a track": film(track(b"vide", DATA, (6,), KEYS)),
    "metadata of the file": film(PIXELS, more=box(b"meta", numbers(0), PLACE)),
    "XMP": film(PIXELS, more=box(b"uuid", b"\xbe\x7a\xcf\xcb" * 4, PLACE)),
    "a long box": film(PIXELS, more=box(b"uuid", PLACE, is_long=True)),
    "a box of the maker": film(PIXELS, box(b"smta", PLACE), more=box(b"sefd", PLACE)),
    "empty space": film(PIXELS, box(b"free", PLACE), more=box(b"skip", PLACE)),
    "what follows the boxes": film(PIXELS, more=PLACE),
    "measurements": film(PIXELS, track(b"meta", DATA + 16, (9, 9)), data=b"pixels and sound" + PLACE),
    "subtitles of a drone": film(PIXELS, track(b"sbtl", DATA + 16, (22,)), data=b"pixels and sound" + b"GPS " + PLACE),
    "a fragment": film(PIXELS, more=box(b"moof", box(b"traf", box(b"udta", PLACE)))),
}


@pytest.mark.parametrize("content", FILMS.values(), ids=FILMS)
def test_the_place_is_blanked_and_the_film_stays(content: bytes) -> None:
    assert PLACE in content
    blanked = blank_parts(content, find_private_parts(content))
    assert PLACE not in blanked
    assert b"location" not in blanked
    assert len(blanked) == len(content)
    assert blanked[: DATA + 16] == content[: DATA + 16]
    assert PIXELS[16:60] in blanked
    assert find_private_parts(blanked) == []


PLAIN = {
    "a film": film(PIXELS),
    "subtitles": film(PIXELS, track(b"sbtl", DATA, (6,))),
    "sound and timecode": film(PIXELS, track(b"soun", DATA + 6, (9,)), track(b"tmcd", DATA, (4,))),
    "empty space": film(PIXELS, box(b"free", bytes(9))),
    "no film": b"a text of some length",
    "nothing": b"",
}


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_nothing_is_changed_where_nothing_is_private(content: bytes) -> None:
    assert find_private_parts(content) == []


HIDDEN = {
    "a compressed film": film(box(b"cmov", PLACE)),
    "the places of a dashboard camera": film(PIXELS, box(b"gps ", numbers(0, 0, 1, DATA, 9))),
    "measurements in fragments": film(PIXELS, box(b"mvex"), track(b"meta", DATA, (9,))),
    "measurements outside of the file": film(PIXELS, track(b"meta", 9999, (9,))),
    "a table that is cut short": film(PIXELS, track(b"meta", DATA, (9,)))[:-9],
}


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN)
def test_what_cannot_be_blanked_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        find_private_parts(content)


def test_the_tags_of_matroska_become_void() -> None:
    tags_of_film = b"\x12\x54\xc3\x67\x40\x20" + b"\x73\x73\x9d" + b"LOCATION " + PLACE + b"  "
    content = b"\x1a\x45\xdf\xa3\x80" + b"\x18\x53\x80\x67\xff" + tags_of_film + b"cluster"
    blanked = blank_parts(content, find_private_parts(content))
    assert blanked == content[:10] + b"\xec\x01" + (38 - 9).to_bytes(7, "big") + bytes(29) + b"cluster"
    assert find_private_parts(blanked) == []


@pytest.mark.parametrize("frames", [1, 3])
def test_an_avif_keeps_its_pictures_and_loses_exif_and_xmp(frames: int) -> None:
    others = [a_photograph().rotate(90 * turn) for turn in range(1, frames)]
    content = encode(
        a_photograph(), "AVIF", exif=tags(), xmp=SECRET.encode(), save_all=frames > 1, append_images=others
    )
    assert SECRET.encode() in content
    stripped = strip_image(content)
    assert stripped
    assert SECRET.encode() not in stripped
    assert len(stripped) == len(content)
    with Image.open(BytesIO(content)) as before, Image.open(BytesIO(stripped)) as after:
        assert getattr(after, "n_frames", 1) == frames
        for frame in range(frames):
            before.seek(frame)
            after.seek(frame)
            assert after.tobytes() == before.tobytes()


@given(st.sampled_from([*FILMS.values()]), st.data())
def test_no_damaged_film_fails_otherwise(content: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(content) - 1))
    damaged = content[:place] + data.draw(st.binary(max_size=4)) + content[place + data.draw(st.integers(0, 9)) :]
    try:
        blanked = blank_parts(damaged, find_private_parts(damaged))
    except ValueError:
        return
    assert len(blanked) == len(damaged)
