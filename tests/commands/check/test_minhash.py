"""Sketches of texts: equal for equal texts, similar for similar ones, the same in every process."""

import subprocess
import sys
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.commands.check.minhash import find_candidates, make_sketch, similarity
from tests.support.checking import STORY

WORDS = [f"{word}{number}" for number in range(25) for word in STORY.split()]


def text_with(changed: int) -> str:
    """A text of 1,000 words with some replaced at equal distances."""
    words = list(WORDS)
    for index in range(changed):
        words[index * len(words) // changed] = f"other{index}"
    return " ".join(words)


def runs(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


@pytest.mark.parametrize("changed", [1, 10, 25, 50, 100])
def test_the_share_of_equal_buckets_estimates_the_share_of_common_runs(changed: int) -> None:
    one, other = text_with(0).replace(",", ""), text_with(changed).replace(",", "")
    exact = len(runs(one) & runs(other)) / len(runs(one) | runs(other))
    # Three standard errors of 64 buckets.
    assert abs(similarity(make_sketch(one), make_sketch(other)) - exact) < 3 * (exact * (1 - exact) / 64) ** 0.5 + 0.02


def test_signs_and_case_make_no_difference() -> None:
    assert similarity(make_sketch(STORY), make_sketch(STORY.upper().replace(",", " –"))) == 1


def test_texts_without_spaces_are_compared_by_letters() -> None:
    one = (
        "渡し船は午前七時に四十人の客と鴎の箱を載せて桟橋を離れ、火曜日から風を待っていた港長は、"
        "灯がともるまで誰も見ないだろうと言った。"
    )
    assert similarity(make_sketch(one), make_sketch(one.replace("港長", "船長"))) > 0.5
    assert similarity(make_sketch(one), make_sketch(one[::-1])) == 0


def test_short_texts_have_no_sketch_and_resemble_nothing() -> None:
    assert make_sketch("The ferry is back.") == make_sketch("") == b""
    assert similarity(b"", b"") == 0


@pytest.mark.long
def test_a_sketch_is_the_same_in_every_process() -> None:
    code = (
        "from newsgen.commands.check.minhash import make_sketch; from tests.support.checking import STORY;"
        " from hashlib import sha256; print(sha256(make_sketch(STORY)).hexdigest())"
    )
    digest = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert digest == sha256(make_sketch(STORY)).hexdigest()


@given(st.text())
def test_every_text_has_a_sketch_or_none(text: str) -> None:
    assert len(make_sketch(text)) in (0, 256)


def test_the_earlier_of_a_pair_comes_first() -> None:
    sketches = [make_sketch(STORY), b"", make_sketch(text_with(0)), make_sketch(STORY + " So he said.")]
    assert set(find_candidates(sketches)) == {(0, 3)}


def test_a_crowd_of_equal_texts_gives_few_pairs() -> None:
    pairs = set(find_candidates([make_sketch(STORY)] * 100))
    assert {later for _, later in pairs} == set(range(1, 100))
    assert {earlier for earlier, _ in pairs} == set(range(5))
