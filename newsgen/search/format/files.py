"""Pack bits into the characters of a script, which a browser also loads from a disk; names of files."""

from __future__ import annotations

import re
from array import array

from newsgen.record.names import name_fault

# Two characters from U+2030 on hold 31 bits: the square of 46,341 is just above 2^31. None of these characters has a
# meaning in a script, and none is a surrogate.
_FIRST, _CHARACTERS = 0x2030, 46_341
_WIDTH, _WORD = 31, 32
# A word divided by the number of characters is its product with the reciprocal, shifted: so for every word of 31 bits,
# since the reciprocal is rounded up and its error, times 2^31, stays below 2^47 / 46,341.
_SHIFT = 47
_RECIPROCAL = -(-(1 << _SHIFT) // _CHARACTERS)
_LOWER_HALF = b"\0\0\0\0\0\0\xff\xff"
_FIRST_PAIR = (_FIRST << 16 | _FIRST).to_bytes(8, "big")
_BOM = b"\xff\xfe"
# The folder of the index in the site, and the version of its format.
FOLDER, VERSION = "search", 3
# Powers of two: parts of a form's articles begin at multiples of the first, and as many numbers as the second says
# share a file of cards. The third is the width of a date in bits.
PART_WIDTH, CARD_WIDTH, DATE_WIDTH = 10, 5, 9
# As many numbers as this power of two share a file of texts.
TEXT_WIDTH = 4
# In a file's name, a text of more bytes than the first is cut to the second: file systems limit names to 255 bytes.
_LONG, _CUT = 24, 16
_PLAIN = re.compile("[a-z0-9]+")
# Begins the name of a text that is none: GitHub Pages leaves out what begins with "_".
_ENCODED = "0_"
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")


def pack_file(name: str, bits: str) -> bytes:
    """A file of the index: a call that passes on its bits under its name."""
    before, after = (text.encode("utf-16-le") for text in (f'newsgen.put("{name}","', '");\n'))
    return b"".join((_BOM, before, _pack_characters(bits), after))


def _pack_characters(bits: str) -> bytes:
    """Bits as characters in UTF-16, filled up with zeros.

    All words are one whole number that is calculated with, which takes a third of the time of dividing word by word.
    """
    count = -(-len(bits) // _WIDTH)
    digits = bits.encode().ljust(count * _WIDTH, b"0")
    # A zero before each makes them words of 32 bits.
    words = bytearray(b"0" * (_WORD * count))
    for place in range(_WIDTH):
        words[place + 1 :: _WORD] = digits[place::_WIDTH]
    # Each gets a lane of 64 bits, which its product with the reciprocal fits into.
    spread = array("I", bytes(8 * count))
    spread[1::2] = array("I", int(words or b"0", 2).to_bytes(4 * count, "big"))
    lanes = int.from_bytes(spread.tobytes(), "big")
    quotients = (lanes * _RECIPROCAL >> _SHIFT) & int.from_bytes(_LOWER_HALF * count, "big")
    # The remainder of each comes before its quotient: the bytes of every pair are turned round at last.
    pairs = (lanes << 16) - quotients * ((_CHARACTERS << 16) - 1) + int.from_bytes(_FIRST_PAIR * count, "big")
    packed = array("I", pairs.to_bytes(8 * count, "big"))[1::2]
    packed.byteswap()
    return packed.tobytes()


def unpack_file(name: str, content: bytes) -> str:
    """The bits of the file of this name. Raises ValueError for another file or a damaged one."""
    script = content.decode("utf-16").strip()
    before, after = f'newsgen.put("{name}","', '");'
    if not script.startswith(before) or not script.endswith(after):
        raise ValueError(f"the file is not {name}")
    packed = script[len(before) : -len(after)]
    values = [ord(character) - _FIRST for character in packed]
    if any(not 0 <= value < _CHARACTERS for value in values):
        raise ValueError("there are other characters than such as carry bits")
    pairs = zip(values[::2], values[1::2], strict=True)
    return "".join([format(high * _CHARACTERS + low, f"0{_WIDTH}b") for high, low in pairs])


def name_part(text: str) -> str:
    """A stem or form in a file's name; of a long one, the beginning and a hash."""
    if _PLAIN.fullmatch(text) and not name_fault(text):
        return text
    content = text.encode("utf-8", "surrogatepass")
    if len(content) <= _LONG:
        return _ENCODED + content.hex()
    return f"{_ENCODED}{content[:_CUT].hex()}h{_hash(content):08x}"


def slug_of_headline(headline: str) -> str:
    """A headline as it appears in most addresses; on a card, a blank stands for it in the address."""
    return _NOT_IN_SLUG.sub("-", headline.lower())


def _hash(content: bytes) -> int:
    """FNV-1a of 32 bits, which takes one line in JavaScript (Fowler, Noll and Vo)."""
    number = 0x811C9DC5
    for byte in content:
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number


def bits_of_bytes(content: bytes) -> str:
    """Bytes as bits, 8 each."""
    return format(int.from_bytes(b"\1" + content, "big"), "b")[1:]


def pack_bits(bits: str) -> bytes:
    """Bits as bytes for the database; a leading one preserves zeros at the beginning."""
    number = int("1" + bits, 2)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def unpack_bits(packed: bytes) -> str:
    """The inverse of `pack_bits`."""
    return format(int.from_bytes(packed, "big"), "b")[1:]
