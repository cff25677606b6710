"""Content hashes, stable across processes and runs."""

from __future__ import annotations

from hashlib import blake2b, sha256

# 128 bits: among a million million different values, two share a digest with a chance of one in 10^15.
_SIZE = 16


def digest_of(*values: object) -> bytes:
    """The digest of plain values: text, numbers, bytes, None, and tuples of these.

    It is made of their `repr`, which differs where a value or its type does, and is made in C.
    """
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def digest_of_bytes(content: bytes) -> bytes:
    """The digest of a file's content."""
    return blake2b(content, digest_size=_SIZE).digest()


def checksum_of(content: bytes) -> bytes:
    """The SHA-256 of a published file's content, which other programs can compute too."""
    return sha256(content).digest()


def text_hash(text: str) -> int:
    """A 64-bit hash of a text, to look it up by: small in an index, and in practice never shared."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
