import textwrap

import pytest

from newsgen.sources.exports.repeated_heads import find_articles

WALL = (
    "The town council voted on Monday night to build a wall across the mouth of the river, ending nine years of "
    "argument over who should pay for it.\n\n"
    "Councillors heard from forty residents, most of them from the lower streets around the lane, where the river came "
    "over the wall in December and stood in the front rooms for two days.\n"
)
FIRST = f"Council backs wall\n\nBy Ada Quill\n4 February 2014\n\n{WALL}"


def wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, 66) if len(line) > 66 else line for line in text.split("\n"))


@pytest.mark.parametrize(
    "separator", ["***", "---", "* * *", "=====", "⁂", "- - -", "_______________", "~~~~", "• • •", "\f", "\n\n"]
)
@pytest.mark.parametrize(
    "head",
    [
        "Ferry strike goes on\n\nBy Bo Fenn\n19 May 2014\n\n",
        "FERRY STRIKE GOES ON\nMonday, May 19, 2014 | By BO FENN\n\n",
        "Fährstreik geht weiter\nVon Bo Fenn\n19. Mai 2014\n",
        "Ferry strike goes on\nCrews stay on shore for an eighth day\nBo Fenn, Eastmere\nPublished 19 May 2014\n",
        "May 19, 2014\nFerry strike goes on\nBy Bo Fenn\n",
    ],
)
def test_a_head_after_a_separator_begins_an_article(separator: str, head: str) -> None:
    text = f"{FIRST}\n{separator}\n\n{head}{WALL}"
    begin = text[: text.index(head)].count("\n") + 1
    assert find_articles(text, 1) == [(1, 8), (begin, text.count("\n"))]


def test_wrapped_articles_are_found() -> None:
    assert len(find_articles(wrapped(f"{FIRST}\n***\n\n{FIRST}\n***\n\n{FIRST}"), 1)) == 3


def test_lines_are_counted_from_the_first_line_of_the_text() -> None:
    assert find_articles(f"{FIRST}\n***\n\n{FIRST}", 11) == [(11, 18), (22, 29)]


@pytest.mark.parametrize(
    "rest",
    [
        WALL,
        f"Part two\n\n{WALL}",
        f"4 February 2014, 10:42\nThe council meets\n{WALL}",
        f"10:42\nBy Bo Fenn\n{WALL}",
        f"The Long Water\nBy Bo Fenn\n{WALL}",
        f"Day two\n4 February 2014\n{WALL}",
        # Teasers below an article.
        "Barge aground\nBy Cy Dunn\n3 February 2014\nA barge ran aground below the old bridge on Sunday night.\n",
        f"Barge aground\nBy Cy Dunn\n3 February 2014\n{WALL}\nSwans back\nBy Di Ames\n2 February 2014\n{WALL}",
        f"Related articles\nBarge aground\nBy Cy Dunn\n3 February 2014\n{WALL}",
        "By Ada Quill\n4 February 2014\n",
    ],
)
def test_a_rule_within_one_article_separates_nothing(rest: str) -> None:
    assert find_articles(f"{FIRST}\n***\n\n{rest}", 1) == []


def test_a_head_without_a_separator_begins_no_article() -> None:
    assert find_articles(f"{FIRST}\n{FIRST}", 1) == []


def test_a_text_that_begins_without_a_head_is_one_article() -> None:
    assert find_articles(f"{WALL}\n***\n\n{FIRST}", 1) == []
