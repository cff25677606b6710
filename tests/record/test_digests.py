"""Digests: equal where values are equal, in every process, and different where they differ."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from newsgen.record.digests import digest_of, digest_of_bytes, number_of

PLAIN = st.none() | st.booleans() | st.integers() | st.text() | st.binary()
VALUES = st.recursive(PLAIN, lambda values: st.lists(values, max_size=3).map(tuple), max_leaves=5)


@given(VALUES, VALUES)
def test_values_that_differ_have_digests_that_differ(one: object, other: object) -> None:
    assert (digest_of(one) == digest_of(other)) == (repr(one) == repr(other))


def test_where_one_value_ends_and_the_next_begins_counts() -> None:
    assert len({digest_of("ab", "c"), digest_of("a", "bc"), digest_of("abc"), digest_of(("ab", "c"))}) == 4
    assert len({digest_of(1), digest_of("1"), digest_of(b"1"), digest_of(True), digest_of(None), digest_of()}) == 6


def test_digests_have_128_bits_and_numbers_are_what_sqlite_holds() -> None:
    assert len(digest_of("a")) == len(digest_of_bytes(b"a")) == 16
    assert -(2**63) <= number_of("a") < 2**63


@given(st.binary(), st.binary())
def test_files_that_differ_have_digests_that_differ(one: bytes, other: bytes) -> None:
    assert (digest_of_bytes(one) == digest_of_bytes(other)) == (one == other)


@given(st.text(), st.text())
def test_texts_that_differ_have_numbers_that_differ(one: str, other: str) -> None:
    assert (number_of(one) == number_of(other)) == (one == other)


def test_a_digest_is_the_same_in_another_process() -> None:
    code = "from newsgen.record.digests import *; print(digest_of('é', 1, None, (b'x',)).hex(), number_of('é'))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.split() == [digest_of("é", 1, None, (b"x",)).hex(), str(number_of("é"))]


def test_halves_of_a_character_have_digests_and_numbers_of_their_own() -> None:
    assert digest_of("caf\udce9") != digest_of("caf\udce8")
    assert number_of("caf\udce9") != number_of("caf\udce8")
