import pytest

from newsgen.sources.pasted import read_pasted

BODY = """The ferry came back to the Salt Quay on Tuesday, four months after it was sold to the neighbours.

It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister in the harbour.

“I had stopped looking,” said Lowenna Hext, who has run the ticket office on the quay since the autumn of 1994."""
MENU = "The Courant\n\nSubscribe\nSign in\n\nNews\nSport\nWeather\nCulture\n\n"


def headline_of(top: str) -> object:
    """The headline of a whole page with this text between its menu and its article."""
    fields = read_pasted(f"{MENU}{top}\n\n{BODY}\n\nRelated stories\n\nAll rights reserved", 1, "page.txt").fields
    return fields["headline"].value if "headline" in fields else None


@pytest.mark.parametrize(
    "below",
    [
        "The ferry at the Salt Quay on Tuesday. Photograph: Ada Quill/Courant",
        "Ferry home after four months after four months, and the postman was the first to leave it.",
    ],
)
def test_a_caption_or_a_dek_below_the_headline_is_not_the_headline(below: str) -> None:
    top = f"Harbour\n\nFerry returns to the Salt Quay\n\n{below}\n\nBy Ada Quill\n\n12 March 2019"
    assert headline_of(top) == "Ferry returns to the Salt Quay"


def test_the_line_that_the_page_repeats_is_the_headline() -> None:
    top = "Ferry home after four months\n\nPostman leaves the harbour first"
    page = f"Ferry home after four months | The Courant\n\n{MENU}{top}\n\n{BODY}"
    assert read_pasted(page, 1, "page.txt").fields["headline"].value == "Ferry home after four months"


def test_what_the_whole_text_is_about_is_the_headline() -> None:
    paragraphs = [
        "Walks along the cliffs begin at the chapel, and walks along the shore at the quay, where the boats lie.",
        "Most of the walks take two hours, and none of the cliffs is steeper than a flight of stairs in a house.",
        "The chapel is open on Sundays; the shore walks are best at low tide, and the cliffs in the evening light.",
    ]
    top = "Walks on the cliffs\n\nOur readers and the eleven guides they asked\n\n"
    page = f"{MENU}{top}We asked forty readers of all ages for theirs, and went with eleven of them in May.\n\n"
    page += "\n\n".join(paragraphs * 2)
    assert read_pasted(page, 1, "page.txt").fields["headline"].value == "Walks on the cliffs"


def test_a_headline_that_asks_is_no_paragraph() -> None:
    top = "Harbour\n\nWhy did it take four months until the ferry came back to the Salt Quay?"
    assert headline_of(top) == "Why did it take four months until the ferry came back to the Salt Quay?"


def test_a_notice_above_the_menu_is_no_article() -> None:
    notice = (
        "Newsletter of the Courant\n\nReceive the news of the Courant in your inbox every morning, for nothing.\n\n"
    )
    page = f"{notice}{MENU}Harbour\n\nFerry returns to the Salt Quay\n\n12 March 2019\n\n{BODY}\n\n{BODY}"
    assert read_pasted(page, 1, "page.txt").fields["headline"].value == "Ferry returns to the Salt Quay"


@pytest.mark.parametrize("last", ["The harbour in pictures", "Ferry timetable of the islands"])
def test_a_page_of_links_alone_is_read_to_its_last_line(last: str) -> None:
    links = ["Home", "Share", "Related articles", "Ferry returns to the Salt Quay", "Quay wall mended at last", last]
    found = read_pasted("\n".join(links), 1, "a.txt")
    assert [line.text for line in found.lines] == links
