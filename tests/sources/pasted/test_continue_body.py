import pytest

from newsgen.sources.pasted import read_pasted
from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.continue_body import continue_body
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import features_of

MENU = "The Courant\n\nSubscribe\nSign in\n\nNews\nSport\nWeather\nCulture"
HEADLINE = "Nine ferries that came back to the Salt Quay"
OPENING = (
    "The ferry came back to the Salt Quay on Tuesday, four months after the harbour board sold it to the neighbours. "
    "It was late, as it always had been, and nobody on the quay had believed that they would ever wait for it again.",
    "It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister there. "
    "She runs the ticket office, and had put the kettle on when the first of the gulls began to cry over the harbour.",
)
REST = (
    "The ferry that the harbour board sold for scrap was the first to come back to the quay, with the postman's cars.",
    "No ferry has been sold by the harbour board since, and the neighbours on the island have learnt to row again.",
    "The postman, who came to the Salt Quay with eleven cars, says that he saw all the ferries of the harbour leave.",
)
SHIPS = [f"The ship {name}" for name in "Ada Bess Clare Dora Edith Flora Grace Hilda Ida Jane Kate Lily Mary".split()]


def body_of(between: list[str], rest: tuple[str, ...] = REST) -> list[str]:
    """The paragraphs of a page whose article has these lines in its middle."""
    parts = [MENU, HEADLINE, "By Ada Quill", "12 March 2019", *OPENING, *between, *rest, "Related stories", "Bridges"]
    body = read_pasted("\n\n".join(parts) + "\n\nAll rights reserved", 1, "page.txt").body
    return [block.text for block in body]


@pytest.mark.parametrize(
    "between",
    [
        [f"{number}. {ship}" for number, ship in enumerate(SHIPS, 1)],
        [*(f"• {ship}" for ship in SHIPS), "What became of the ferries"],
        ["Ship\tYear\tSold", *(f"{ship}\t19{number}\tyes" for number, ship in enumerate(SHIPS, 70)), "1. The ferry"],
    ],
)
def test_an_article_goes_on_below_a_long_list_or_table(between: list[str]) -> None:
    body = body_of(between)
    assert [paragraph for paragraph in (*OPENING, *REST) if paragraph not in body] == []


def test_a_paragraph_that_a_box_parts_from_the_rest_belongs_to_the_article() -> None:
    dek = "The harbour board is not sorry, and has sold another one."
    parts = [MENU, HEADLINE, dek, "By Ada Quill", OPENING[0], "Related stories", "Bridges", "Piers", "Quays", "Boats"]
    body = read_pasted("\n\n".join([*parts, OPENING[1], *REST, "All rights reserved"]), 1, "page.txt").body
    assert [block.text for block in body] == [*OPENING, *REST]


def test_comments_are_no_part_of_the_article() -> None:
    comments = ("I have never read such a thing about any boat, and my mother, who knows them all, has not either!",)
    assert body_of(["3 comments", "Lowenna", "3 hours ago", "Reply"], comments) == list(OPENING)


def test_a_body_without_anything_below_is_left_as_it_is() -> None:
    lines = [Line(number, text, 1) for number, text in enumerate(OPENING, 1)]
    features = [features_of(line.text) for line in lines]
    assert continue_body(Span(0, 2), lines, features) == Span(0, 2)
