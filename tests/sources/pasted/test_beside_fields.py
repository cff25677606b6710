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


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        (
            "The baths are closed\n\nSwimmers outside on Tuesday. Photograph: Ada Quill/Courant\n\nBo Fenn",
            "The baths are closed",
        ),
        (
            "FOR IMMEDIATE RELEASE\n\nContact: Bo Fenn, 01234 567890, press@lenne.example\n\nLENNE TO CLOSE BATHS",
            "LENNE TO CLOSE BATHS",
        ),
        ("Urgent\nLenne votes to close baths\nBy ADA QUILL", "Lenne votes to close baths"),
        ("Weather\n\nBy Ada Quill\n14 May 2019", "Weather"),
        ("Letters to the editor\n14 May 2019\n\nThe council is wrong", "Letters to the editor"),
        ("By the river, a council votes", "By the river, a council votes"),
        (
            "Five baths to visit\n\n* Mill Lane, Lenne – closes in June\n* Tenby Street – open daily",
            "Five baths to visit",
        ),
    ],
)
def test_captions_contacts_and_words_of_releases_are_neither_headline_nor_section(top: str, headline: str) -> None:
    reading = read(f"{top}\n\n{PARAGRAPHS}")
    assert reading.fields["headline"].value == headline
    assert "section" not in reading.fields


@pytest.mark.parametrize(
    "lines",
    ["Open day\nSaturday 8 June 2019, 10am to 4pm\nMill Lane Baths", "Part 1: The flood (13 May 2019)"],
)
def test_days_of_what_is_to_come_or_was_printed_elsewhere_are_no_date_of_publication(lines: str) -> None:
    reading = read(f"The baths are closed\n\n{PARAGRAPHS}\n\n{lines}")
    assert "published" not in reading.fields
    assert "byline" not in reading.fields
    assert lines in "\n".join(blocks_of(reading))


def test_the_author_of_a_book_with_its_price_is_kept_in_the_text() -> None:
    line = "By Ada Quill (Sorrel Press, £14.99)"
    assert line in blocks_of(read(f"The drowned lane\n{line}\n\n{PARAGRAPHS}"))


def test_a_heading_that_a_menu_may_have_does_not_end_a_text() -> None:
    assert "Sunny, with rain from the west later on" in blocks_of(
        read(f"The baths are closed\n\n{PARAGRAPHS}\n\nWEATHER\nSunny, with rain from the west later on\n")
    )


@pytest.mark.parametrize(
    "line",
    [
        "View this email in your browser",
        "Newsletter im Browser ansehen",
        "Voir dans le navigateur",
        "Ver en el navegador",
    ],
)
def test_the_first_line_of_a_newsletter_is_no_headline(line: str) -> None:
    assert read(f"{line}\n\nThe baths are closed\n\n{PARAGRAPHS}").fields["headline"].value == "The baths are closed"


def test_lines_above_a_text_without_a_headline_are_kept() -> None:
    reading = read(f"Courant 14.5.2019\n\nLENNE CLOSES ITS BATHS\nSixty swimmers sing\n\n{PARAGRAPHS}")
    words = " ".join(
        (*blocks_of(reading), str(reading.fields["headline"].value if "headline" in reading.fields else ""))
    )
    assert all(word in words for word in ("Courant", "LENNE CLOSES ITS BATHS", "Sixty swimmers sing"))
