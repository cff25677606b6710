"""Which lines of a text are joined to paragraphs, and which stay as they are."""

import pytest

from newsgen.sources.pasted.joining import join_lines
from newsgen.sources.pasted.line import split_lines

WRAPPED = """\
Rope walk to close after two centuries
By Sian March

The rope walk on Tallow Lane will close in
the spring, because nobody wants a quarter
of a mile of rope any more.

Its owners told the staff, the pas-
sengers. "We have held on for as long as any-
body could," said the manager, who is the
seventh of her family to say so.
"""
WIDE = """\
The rope walk on Tallow Lane will close in the spring, because nobody
wants a quarter of a mile of rope any more. Its owners told the staff
on Tuesday. "We have held on for as long as anybody could," said the
manager, who is the seventh of her family to say so.
"""
INDENTED = """\
   The rope walk on Tallow Lane will close in
the spring, because nobody wants a quarter of
a mile of rope any more.
   Its owners told the staff on Tuesday, after
the tide had gone out.
"""
PRINTED = """\
The lifeboat station at Sand End
wants a slipway that is nine metres
longer, because the sea has gone
away. At low wa-
ter the crew drag the boat over
shingle. It takes eleven minutes
and most of a good mood.
"""
UNSPACED = """\
港の灯台が百年の役目を終えることになり町の人々が集まった
夜の港では最後の灯がともされ古い船の汽笛が三度鳴らされた
灯台守の家族は代々この岬に住み毎晩の点灯を欠かさなかった
灯器は町の資料館に移され来月から一般に公開される予定だと
町長は式典で述べ集まった人々はいつまでも海を眺めていたし
子どもたちは小さな灯台の模型を手にして桟橋を歩いて帰った
最後に残ったのは潮の匂いだけだった。
"""
VERSE = """\
They took the old light down today
and hung a small one on a pole;
the gulls looked on, the other way
the tide went out beyond the mole.

A hundred years it turned and shone
on herring boats and brides and coal,
and now the man who wound it's gone
to read his paper on the mole.
"""
LIST = """\
300g strong white flour
1 tsp salt
200ml warm water
2 smoked mackerel fillets
A handful of dill
"""
TABLE = "Team\tP\tW\nHarbour\t14\t11\nEastmere\t14\t9\n"
TALK = "And who silted it up?\nThey moved the mole.\nHave you told them?\nI sent a postcard.\n"
MENU = "News\nSport\nHarbour and coast\nTide tables\nLetters to the editor\nSubscribe to the paper\n"


def joined(text: str) -> list[str]:
    return [line.text for line in join_lines(split_lines(text, 1))]


def test_wrapped_paragraphs_are_joined_and_the_lines_above_them_are_not() -> None:
    assert joined(WRAPPED) == [
        "Rope walk to close after two centuries",
        "By Sian March",
        "The rope walk on Tallow Lane will close in the spring, because nobody wants a quarter of a mile of rope any "
        "more.",
        'Its owners told the staff, the passengers. "We have held on for as long as anybody could," said the '
        "manager, who is the seventh of her family to say so.",
    ]


def test_a_joined_line_has_the_numbers_of_all_its_lines() -> None:
    lines = join_lines(split_lines(WRAPPED, 11))
    assert [(line.numbers[0], line.numbers[-1], line.gap) for line in lines] == [
        (11, 11, 0), (12, 12, 0), (14, 16, 1), (18, 21, 1),
    ]  # fmt: skip


def test_an_indent_begins_a_paragraph() -> None:
    assert [text[:17] for text in joined(INDENTED)] == ["The rope walk on ", "Its owners told t"]


def test_lines_of_print_are_joined_though_they_are_not_equally_long() -> None:
    assert joined(PRINTED) == [
        "The lifeboat station at Sand End wants a slipway that is nine metres longer, because the sea has gone away. "
        "At low water the crew drag the boat over shingle. It takes eleven minutes and most of a good mood."
    ]


def test_nothing_comes_between_lines_of_a_script_without_spaces() -> None:
    assert joined(UNSPACED) == [UNSPACED.replace("\n", "")]


def test_an_item_goes_on_below_its_bullet() -> None:
    text = (
        WRAPPED
        + "\n- The rope walk itself will be kept, and\n  its length marked with brass.\n- The tar is for sale.\n"
    )
    assert joined(text)[-2:] == [
        "- The rope walk itself will be kept, and its length marked with brass.",
        "- The tar is for sale.",
    ]


@pytest.mark.parametrize("text", [VERSE, LIST, TABLE, TALK, MENU], ids=["verse", "list", "table", "talk", "menu"])
def test_lines_that_belong_apart_stay_apart(text: str) -> None:
    assert joined(text) == [line for line in text.split("\n") if line]
    assert joined(f"{WIDE}\n{WIDE}\n{WIDE}\n{text}")[3:] == [line for line in text.split("\n") if line]


def test_long_lines_are_whole_paragraphs() -> None:
    text = "\n".join("The ferry came back to the quay, and with it the eleven cars. " * 4 for _ in range(5))
    assert len(joined(text)) == 5


def test_numbers_and_initials_within_a_sentence_begin_no_item() -> None:
    text = (
        "The rope walk on Tallow Lane has closed, and nobody knows what\n"
        "J. Pell and the others, who worked there, will do now in room\n"
        "12. The tar was sold on Tuesday, and the looms, which were made\n"
        "in 1811, will go to the museum in the customs house on the mole\n"
        "as soon as it has a roof again. That may take until the spring,\n"
        "the mayor said, or until the next one.\n"
    )
    assert joined(text) == [text.replace("\n", " ").strip()]


def test_the_lines_of_a_typescript_with_a_blank_one_below_each_are_joined() -> None:
    typescript = WRAPPED.replace("\n\n", "\n \n").replace("\n", "\n\n")
    assert [line.text for line in join_lines(split_lines(typescript, 1))] == [
        line.text for line in join_lines(split_lines(WRAPPED, 1))
    ]


def test_short_paragraphs_with_a_blank_line_between_are_none_of_a_typescript() -> None:
    text = "\n\n".join(
        f"The {name} is back on the river." for name in ("ferry", "tug", "pilot", "dredger", "barge", "lightship")
    )
    assert len(join_lines(split_lines(text, 1))) == 6
