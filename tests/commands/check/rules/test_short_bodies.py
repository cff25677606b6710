"""Articles with hardly any text, in scripts with spaces and without."""

import pytest

from newsgen.commands.check.rules.short_bodies import count_words, find_short_bodies
from newsgen.errors import Problem
from newsgen.record.article import Image
from tests.support.checking import STORY, a_pasted_subject, a_subject

FIX = "Look at the page that it was taken from, and put in what is missing."


def test_an_empty_body_is_found() -> None:
    assert list(find_short_bodies(a_subject())) == [
        Problem("articles/2024/ferry.md", 0, "has no text below its headline", "Its page is as good as empty.", FIX)
    ]


@pytest.mark.parametrize(("words", "count"), [("Gone.", "1 word"), ("The ferry is back, they say.", "6 words")])
def test_a_remnant_of_a_text_is_found_with_its_line(words: str, count: str) -> None:
    reason = "The rest may have been lost on the way here."
    assert list(find_short_bodies(a_pasted_subject(words))) == [
        Problem("articles/ferry.txt", 9, f"has a text of {count}", reason, FIX)
    ]


def test_an_image_may_be_the_story() -> None:
    assert list(find_short_bodies(a_subject("![The gull](gull.jpg)"))) == []
    assert list(find_short_bodies(a_subject(images=(Image("gull.jpg"),)))) == []


def test_a_brief_is_long_enough() -> None:
    assert (
        list(
            find_short_bodies(
                a_subject("The ferry to Sorrel sails at seven instead of eight from Monday on, its owners said today.")
            )
        )
        == []
    )
    assert list(find_short_bodies(a_subject(STORY * 20))) == []


@pytest.mark.parametrize(
    ("text", "words"), [("The ferry is back", 4), ("渡し船が戻った", 3), ("عادت العبّارة", 2), ("", 0), ("湊 ferry", 1)]
)
def test_words_are_counted_in_any_script(text: str, words: int) -> None:
    assert count_words(text) == words
