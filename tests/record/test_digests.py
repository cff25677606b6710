"""Digests and hashes are equal where values are equal, in every process, and differ where values differ."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from newsgen.record.digests import digest_of, digest_of_bytes, text_hash

PLAIN = st.none() | st.booleans() | st.integers() | st.text() | st.binary()
VALUES = st.recursive(PLAIN, lambda values: st.lists(values, max_size=3).map(tuple), max_leaves=5)


@given(VALUES, VALUES)
def test_different_values_have_different_digests(one: object, other: object) -> None:
    assert (digest_of(one) == digest_of(other)) == (repr(one) == repr(other))


def test_the_borders_and_types_of_values_count() -> None:
    assert len({digest_of("ab", "c"), digest_of("a", "bc"), digest_of("abc"), digest_of(("ab", "c"))}) == 4
    assert len({digest_of(1), digest_of("1"), digest_of(b"1"), digest_of(True), digest_of(None), digest_of()}) == 6


def test_digests_have_128_bits_and_hashes_fit_into_sqlite() -> None:
    assert len(digest_of("a")) == len(digest_of_bytes(b"a")) == 16
    assert -(2**63) <= text_hash("a") < 2**63


@given(st.binary(), st.binary())
def test_different_contents_have_different_digests(one: bytes, other: bytes) -> None:
    assert (digest_of_bytes(one) == digest_of_bytes(other)) == (one == other)


@given(st.text(), st.text())
def test_different_texts_have_different_hashes(one: str, other: str) -> None:
    assert (text_hash(one) == text_hash(other)) == (one == other)


def test_a_digest_is_the_same_in_another_process() -> None:
    code = "from newsgen.record.digests import *; print(digest_of('é', 1, None, (b'x',)).hex(), text_hash('é'))"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.split() == [digest_of("é", 1, None, (b"x",)).hex(), str(text_hash("é"))]


def test_lone_surrogates_are_told_apart() -> None:
    assert digest_of("caf\udce9") != digest_of("caf\udce8")
    assert text_hash("caf\udce9") != text_hash("caf\udce8")
