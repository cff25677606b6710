import pytest

from newsgen.sources.pasted.text_shape import BULLET, ends_sentence, in_arabic, width


def test_a_cjk_letter_counts_two_and_a_half_latin_ones() -> None:
    assert width("harbour") == 7
    assert width("港町の夜") == 10


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "“Ask me on Tuesday,” she said.",
        "“Ask me.”",
        "雨が降った。",
        "هل عادت العبّارة؟",
        "Well …",
        "(It did.)",
    ],
)
def test_sentences_end_in_many_scripts(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Ferry returns to Sorrel", "Related Articles", "港町の灯台", "12 March 2019", ""])
def test_headings_do_not_end_like_sentences(text: str) -> None:
    assert not ends_sentence(text)


def test_one_arabic_letter_is_enough_for_the_script() -> None:
    assert in_arabic("Reuters - القاهرة")
    assert not in_arabic("Reuters - Cairo")


@pytest.mark.parametrize("sign", ["•", "·", "▪", "◦", "●", "■", "►", "*", "-", "–"])
def test_bullets_of_all_shapes_are_removed(sign: str) -> None:
    assert BULLET.sub("", f"{sign} one boat") == "one boat"


@pytest.mark.parametrize("text", ["— And the boat? she asked.", "-5 degrees", "•", "A boat - sold"])
def test_speech_numbers_and_lone_signs_are_not_items(text: str) -> None:
    assert not BULLET.match(text)
