import pytest

from newsgen.sources.pasted import PastedText, read_pasted

PARAGRAPHS = (
    "The council of Lenne voted seven to five on Tuesday to close the swimming baths, which have stood since 1911.\n\n"
    "About sixty swimmers stood outside with towels over their shoulders, and some of them sang until it was dark."
)


def read(text: str) -> PastedText:
    return read_pasted(text, 1, "a.txt")


def blocks_of(reading: PastedText) -> list[str]:
    return [block.text for block in reading.body]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Lenne Courant, 14 May 2019", "2019-05-14"),
        ("2019年5月14日 记者 李晓明", "2019-05-14"),
        ("Serves 4 | Prep 20 min | Cook 10 min", ""),
    ],
)
def test_a_line_below_the_headline_that_says_more_than_its_field_is_kept(line: str, published: str) -> None:
    reading = read(f"The baths are closed\n{line}\n\n{PARAGRAPHS}")
    assert line in blocks_of(reading)
    assert str(reading.fields["published"].value if "published" in reading.fields else "") == published


@pytest.mark.parametrize("line", ["By Ada Quill", "14 May 2019", "Published on 14 May 2019 at 18:02"])
def test_a_line_that_is_a_field_and_nothing_else_is_no_part_of_the_body(line: str) -> None:
    assert blocks_of(read(f"The baths are closed\n{line}\n\n{PARAGRAPHS}")) == PARAGRAPHS.split("\n\n")


def test_the_messages_of_a_chat_are_all_kept() -> None:
    chat = [
        "[14/05/2019, 18:02:11] Ada Quill: The vote is done.",
        "[14/05/2019, 18:02:40] Bo Fenn: Which baths?",
        "[14/05/2019, 18:03:05] Ada Quill: Those of Mill Lane.",
        "They sang on the steps.",
    ]
    reading = read("\n".join(chat))
    assert [reading.fields["headline"].value, *blocks_of(reading)] == chat


def test_the_byline_of_a_second_text_is_kept() -> None:
    second = f"Fares rise\n\nBy Bo Fenn\n14 May 2019\n\n{PARAGRAPHS}"
    reading = read(f"The baths are closed\n\nBy Ada Quill\n14 May 2019\n\n{PARAGRAPHS}\n\n{second}")
    assert "By Bo Fenn" in blocks_of(reading)
    assert reading.fields["byline"].value == ("Ada Quill",)


def test_the_dates_of_a_life_are_no_date_of_publication() -> None:
    life = "Ada May Quill, swimming teacher; born 2 March 1931, died 9 May 2019"
    reading = read(f"The last clerk of the baths\n\n{PARAGRAPHS}\n\n{life}")
    assert blocks_of(reading)[-1] == life
    assert "published" not in reading.fields


def test_an_address_alone_is_kept() -> None:
    address = "https://courant.example/2019/05/14/baths.html"
    assert blocks_of(read(address)) == [address]
    assert blocks_of(read(f"The baths are closed\n{address}")) == [address]


@pytest.mark.parametrize("word", ["SIR", "BREAKING NEWS", "REPORTER"])
def test_a_salutation_in_capitals_is_no_dateline(word: str) -> None:
    assert "dateline" not in read(f"The baths are closed\n\n{word} – {PARAGRAPHS}").fields
