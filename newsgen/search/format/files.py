"""Files of the search index: bits in the characters of a script, so that a browser loads them from a disk too."""

from __future__ import annotations

import re
from struct import unpack

# 31 bits in two characters, from here on: the square of their number is just above 2 to the power of 31. None of them
# means anything in a script, and none is half of another.
_FIRST, _CHARACTERS = 0x2030, 46_341
_WIDTH = 31
_BOM = b"\xff\xfe"
# The folder of the index in the site.
FOLDER = "search"
# Two to the power of these: parts of a form's articles begin at multiples of the first, and so many articles as the
# second says share a file of cards. The third is a day of the year, in bits.
PART_WIDTH, CARD_WIDTH, DAY_WIDTH = 10, 5, 9
# A text of more bytes is cut to so many in a file's name: no file system takes names of more than 255.
_LONG, _KEPT = 24, 16
# Windows has devices of these names, whatever stands behind the dot.
_PLAIN = re.compile(r"(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+")
_NO_ADDRESS = re.compile("[^a-z0-9]+")


def pack_file(name: str, signs: str) -> bytes:
    """A file of the index: a call that hands its bits over by its name."""
    signs += "0" * (-len(signs) % _WIDTH)
    count = len(signs) // _WIDTH
    # A zero before each makes words of 32 bits of them, which are read at once.
    words = "0".join([signs[start : start + _WIDTH] for start in range(0, len(signs), _WIDTH)])
    values = unpack(f">{count}I", int(words or "0", 2).to_bytes(4 * count, "big"))
    packed = "".join([chr(_FIRST + value // _CHARACTERS) + chr(_FIRST + value % _CHARACTERS) for value in values])
    return _BOM + f'newsgen.put("{name}","{packed}");\n'.encode("utf-16-le")


def unpack_file(name: str, content: bytes) -> str:
    """The signs of a file of this name, as `pack_file` made it; ValueError where it is another one, or damaged."""
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
    """A stem or form in a file's name. Of a long one only the beginning stands there, with a hash."""
    if _PLAIN.fullmatch(text):
        return text
    content = text.encode("utf-8", "surrogatepass")
    return f"_{content.hex()}" if len(content) <= _LONG else f"_{content[:_KEPT].hex()}h{_hash(content):08x}"


def address_of(headline: str) -> str:
    """A headline as most addresses have it; in the address on a card a blank stands for it."""
    return _NO_ADDRESS.sub("-", headline.lower())


def _hash(content: bytes) -> int:
    """FNV-1a of 32 bits, which browsers do in a line (Fowler, Noll and Vo)."""
    number = 0x811C9DC5
    for byte in content:
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number


def signs_of_bytes(content: bytes) -> str:
    """Bytes as signs, 8 each."""
    return format(int.from_bytes(b"\1" + content, "big"), "b")[1:]


def pack_signs(signs: str) -> bytes:
    """Signs as bytes, for a table: a one goes before them, so that zeros at the beginning are not lost."""
    number = int("1" + signs, 2)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def unpack_signs(packed: bytes) -> str:
    """The signs that `pack_signs` was given."""
    return format(int.from_bytes(packed, "big"), "b")[1:]
