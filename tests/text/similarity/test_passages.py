"""The share of equal sentences in two texts."""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.similarity.passages import sample_sentences, shared_passages

STORY = ("The ferry was late.", "Who knows why?", "Fog!", "It left at 7.30 on Sunday.", "No fares were paid.")


def shared(one: str, other: str) -> float:
    return shared_passages(sample_sentences(one), sample_sentences(other))


def test_line_breaks_do_not_count() -> None:
    assert shared(" ".join(STORY), "\n ".join(STORY)) == 1


def test_sentences_with_other_figures_are_not_equal() -> None:
    assert shared(" ".join(STORY[:3]), " ".join(STORY[1:4])) == 0.5
    assert shared("Hogs sold at 41. Cattle sold at 60.", "Hogs sold at 42. Cattle sold at 61.") == 0


def test_sentences_end_as_in_many_languages() -> None:
    assert shared("渡轮延误。大雾弥漫！", "渡轮延误。船已停航！") == 1 / 3
    assert shared("تأخرت العبارة؟ نعم. لماذا؟ ", "تأخرت العبارة؟ لا. لماذا؟ ") == 0.5
    assert shared("यह देर से आई। क्यों? ", "यह देर से आई। कोहरा? ") == 1 / 3


def test_texts_without_sentences_share_none() -> None:
    assert sample_sentences(" \n") == b""
    assert shared("", "") == shared("", "Fog.") == 0


def test_a_small_sample_represents_a_long_text() -> None:
    one = [f"This is the sentence with number {number}." for number in range(400)]
    other = [*one[:300], *(f"Another sentence is {number}." for number in range(100))]
    assert len(sample_sentences(" ".join(one))) == 64
    assert 0.3 < shared(" ".join(one), " ".join(other)) < 0.9


@given(st.text(), st.text())
def test_sharing_is_symmetric(one: str, other: str) -> None:
    assert 0 <= shared(one, other) == shared(other, one) <= 1
