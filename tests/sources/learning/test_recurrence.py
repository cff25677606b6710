"""Which lines of a folder's texts recur, and are no headlines of theirs."""

import pytest

from newsgen.sources.learning.recurrence import count_lines, find_recurring, settle_headline
from newsgen.sources.learning.texts import LearningText, prepare_text, with_labels
from newsgen.sources.pasted.line import Label
from tests.support.chromes import make_pieces

HEADLINE = Label("headline", "best line above the body", 0.6)


def read_with_headline_first(text: str) -> LearningText:
    """A text whose first line was taken for its headline."""
    found = prepare_text(text)
    return with_labels(found, [HEADLINE, *(Label("body", "paragraph", 0.6) for _ in found.lines[1:])])


@pytest.mark.parametrize(
    ("below", "recurs"),
    [
        # Another line may be the headline: the first is the name of the paper.
        ("Harbour\n\n{headline}\n\nBy Ada Quill", True),
        # Nothing but the first line can be the headline.
        ("By Ada Quill", False),
        ("Harbour\n\nBy Ada Quill", False),
    ],
)
def test_a_line_above_all_pages_is_the_name_of_the_paper_if_others_may_be_their_headlines(
    below: str, recurs: bool
) -> None:
    texts = [
        read_with_headline_first(
            "Ellery Mercury\n\n" + below.format(headline=piece.headline) + "\n\n" + "\n\n".join(piece.body)
        )
        for piece in make_pieces(10)
    ]
    found = count_lines([[text] for text in texts])
    assert ("ellery mercury" in find_recurring(found, len(texts)).recurring) == recurs


@pytest.mark.parametrize(
    ("first", "below", "settled"),
    [
        # The first lines are names of sections, since each is that of several articles.
        (("Business", "Politics"), "{headline}\n\nBy Ada Quill", 1),
        (("Letters", "Notices"), "By Ada Quill", 0),
        # Each has a headline of its own above its dek.
        (tuple(f"The tide of day {number}" for number in range(10)), "{headline}", 0),
        # What nearly all have is the name of the paper, and found in another way.
        (("Ellery Mercury",), "{headline}", 0),
    ],
)
def test_what_several_articles_have_above_other_lines_is_no_headline(
    first: tuple[str, ...], below: str, settled: int
) -> None:
    texts = [
        read_with_headline_first(
            "\n\n".join((first[number % len(first)], below.format(headline=piece.headline), *piece.body))
        )
        for number, piece in enumerate(make_pieces(10))
    ]
    found = count_lines([[text] for text in texts])
    assert [settle_headline(text, found, len(texts)) for text in texts] == [settled] * len(texts)
