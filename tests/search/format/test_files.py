"""Bits in the characters of a script, and names of files."""

import random

import pytest
from hypothesis import given
from hypothesis.strategies import text

from newsgen.search.format.files import bits_of_bytes, name_part, pack_bits, pack_file, slug_of_headline, unpack_bits


def test_a_file_passes_on_its_bits_under_its_name() -> None:
    file = pack_file("terms/govern", f"{5 * 46_341 + 7:031b}" + "1")
    last = 1 << 30
    pairs = "".join(map(chr, (0x2030 + 5, 0x2030 + 7, 0x2030 + last // 46_341, 0x2030 + last % 46_341)))
    assert file == f'\ufeffnewsgen.put("terms/govern","{pairs}");\n'.encode("utf-16-le")


@pytest.mark.parametrize("count", [0, 1, 7, 300])
def test_every_31_bits_are_two_characters_however_many_there_are(count: int) -> None:
    words = [random.Random(count).getrandbits(31) for _ in range(count)]
    edges = [number * 46_341 + step for number in (1, 46_340) for step in (-1, 0, 1)] if count else []
    values = [0, *words, *edges, (1 << 31) - 1]
    packed = pack_file("a", "".join(f"{value:031b}" for value in values)).decode("utf-16")
    pairs = "".join(map(chr, (part + 0x2030 for value in values for part in divmod(value, 46_341))))
    assert packed == f'newsgen.put("a","{pairs}");\n'


def test_no_character_has_a_meaning_in_a_script() -> None:
    characters = [chr(0x2030 + value) for value in range(46_341)]
    assert not any(0xD800 <= ord(character) < 0xE000 or character in '"\\\u2028\u2029' for character in characters)
    assert 46_341**2 >= 1 << 31 > 46_340**2


@given(text("01"))
def test_packed_bits_are_unpacked_as_they_were(bits: str) -> None:
    assert unpack_bits(pack_bits(bits)) == bits


def test_bytes_are_eight_bits_each() -> None:
    content = random.Random(1).randbytes(50)
    assert bits_of_bytes(b"\0" + content) == "".join(f"{byte:08b}" for byte in b"\0" + content)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("govern", "govern"),
        ("", "0_"),
        ("été", "0_c3a974c3a9"),
        ("@tag:tide", "0_407461673a74696465"),
        # Windows reserves these names for its devices.
        ("con", "0_636f6e"),
        ("com3", "0_636f6d33"),
        ("cone", "cone"),
        ("@author:somebody with a long name", "0_40617574686f723a736f6d65626f6479h6f845a50"),
    ],
)
def test_file_names_are_valid_on_every_system(text: str, part: str) -> None:
    assert name_part(text) == part


@pytest.mark.parametrize(
    ("headline", "address"),
    [("The Flood, again", "the-flood-again"), ("“Tide”", "-tide-"), ("كتاب", "-"), ("K\u212a İ", "kk-i-"), ("", "")],
)
def test_the_slug_of_a_headline(headline: str, address: str) -> None:
    assert slug_of_headline(headline) == address
