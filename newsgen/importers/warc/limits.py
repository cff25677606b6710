"""How much a web archive may hold before it counts as an attack on whoever reads it."""

from __future__ import annotations

# Texts are compressed to a tenth or a twentieth, a page of blanks to a thousandth: that one is small.
MOST_RATIO = 300
HARMLESS = 1 << 22
# Bytes that are read or unpacked at once.
PIECE = 1 << 16
# The longest head of a record or of an answer; servers refuse heads above 8 to 48 KB.
LONGEST_HEAD = 1 << 16
# What unpacking raises where bytes are damaged.
UNPACKING = (EOFError, OSError)


class TooLargeUnpacked(OSError):
    """Compressed bytes are unpacked to more than any honest file has."""

    def __init__(self) -> None:
        super().__init__(f"is unpacked to more than {MOST_RATIO} times its size")


def check_ratio(given: int, taken: int) -> None:
    """Raise TooLargeUnpacked if `taken` compressed bytes gave more than any honest file has."""
    if given > HARMLESS and given > MOST_RATIO * taken:
        raise TooLargeUnpacked
