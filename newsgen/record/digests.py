"""Digests: short names of values, equal where the values are equal, in every process and on every day."""

from __future__ import annotations

from hashlib import blake2b, sha256

# 128 bits: among a million million values, two that differ share one with a chance of one in 10^15.
_SIZE = 16


def digest_of(*values: object) -> bytes:
    """The digest of plain values: text, numbers, bytes, None, and tuples of these.

    Their `repr` tells all of them apart, types included, and is made in C.
    """
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def digest_of_bytes(content: bytes) -> bytes:
    """The digest of a file's content."""
    return blake2b(content, digest_size=_SIZE).digest()


def checksum_of(content: bytes) -> bytes:
    """The SHA-256 of a published file's content, which others compute too."""
    return sha256(content).digest()


def number_of(text: str) -> int:
    """A text as a number of 64 bits, to look it up by: small in an index, and as good as never shared."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
