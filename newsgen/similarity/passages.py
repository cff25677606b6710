"""How much of two texts is the same, sentence for sentence, from at most 64 bytes of each.

A sample holds the smallest numbers of a text's sentences (MinHash of Broder 1997, with one hash function). Where a
story was published twice most of its sentences are the same; in reports that follow one pattern every sentence has
other figures.
"""

from __future__ import annotations

from array import array
from zlib import crc32

_MOST = 16
# What ends a sentence. Searching for each by itself takes a tenth of the time of one pattern for all.
_ENDS = (". ", "? ", "! ")
_MORE_ENDS = ("… ", "؟ ", "۔ ", "। ", "。", "！", "？")


def sample_sentences(text: str) -> bytes:
    """The sample of a text, b"" where it is empty. How its lines are broken does not count."""
    line = text.replace("\n", " ") + " "
    for end in _ENDS if line.isascii() else _ENDS + _MORE_ENDS:
        line = line.replace(end, "\n")
    sentences = map(bytes.strip, line.encode("utf-8", "surrogatepass").split(b"\n"))
    numbers = {crc32(sentence) for sentence in sentences if sentence}
    return array("I", sorted(numbers)[:_MOST]).tobytes()


def shared_passages(one: bytes, other: bytes) -> float:
    """The share of two texts' sentences that both have, from 0 to 1; texts without sentences share none."""
    ours, theirs = (frozenset(memoryview(sample).cast("I")) for sample in (one, other))
    smallest = sorted(ours | theirs)[:_MOST]
    return sum(number in ours and number in theirs for number in smallest) / len(smallest) if smallest else 0.0
