"""Texts without a web page's surroundings: all below the headline and its fields is the article."""

import pytest

from newsgen.sources.pasted import Hints, PastedText, read_pasted
from newsgen.sources.pasted.labels.plain import is_plain
from newsgen.sources.pasted.line import split_lines
from newsgen.sources.pasted.line_features import features_of

TOP = "The lamp on the mole\n\nBy Ines Wray\n14 June 2015\n\n"
PARAGRAPH = "The lamp on the mole was put out on Tuesday, after a hundred and twelve years and one war."
STANZA = "They took the old light down today\nand hung a small one on a pole;\nthe gulls looked on, the other way"
NEXT_STANZA = "A hundred years it turned and shone\non herring boats and brides and coal,\nto end its life on the mole."
OTHER = "It is in the museum now, beside the deckchair of the man who wound it every night."


def read(text: str, hints: Hints | None = None) -> PastedText:
    return read_pasted(text, 1, "lamp.txt", hints)


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(TOP + text).body]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            f"{STANZA}\n\n{NEXT_STANZA}",
            [("verse", STANZA), ("verse", NEXT_STANZA)],
        ),
        (
            f"{PARAGRAPH}\n\nWhat you need:\n\n• a lamp\n• a pole\n• a bicycle\n\n{OTHER}",
            [
                ("paragraph", PARAGRAPH),
                ("paragraph", "What you need:"),
                ("item", "a lamp"),
                ("item", "a pole"),
                ("item", "a bicycle"),
                ("paragraph", OTHER),
            ],
        ),
        (
            f"{PARAGRAPH}\n\n1. The museum\n2. The mole\n3. Home\n\n{OTHER}",
            [
                ("paragraph", PARAGRAPH),
                ("item", "1. The museum"),
                ("item", "2. The mole"),
                ("item", "3. Home"),
                ("paragraph", OTHER),
            ],
        ),
        (
            f"{PARAGRAPH}\n\nTeam\tP\tPts\nHarbour\t14\t35\nEastmere\t14\t30\n\n{OTHER}",
            [
                ("paragraph", PARAGRAPH),
                ("table", "Team\tP\tPts\nHarbour\t14\t35\nEastmere\t14\t30"),
                ("paragraph", OTHER),
            ],
        ),
        (
            f"{PARAGRAPH}\n\nHarbour      14    35\nEastmere     14    30\n\n{OTHER}",
            [("paragraph", PARAGRAPH), ("table", "Harbour\t14\t35\nEastmere\t14\t30"), ("paragraph", OTHER)],
        ),
        (
            f"Will you miss it?\n\nNo.\n\nWhat will you do?\n\nRead. Fish.\n\n{OTHER}",
            [
                ("paragraph", "Will you miss it?"),
                ("paragraph", "No."),
                ("paragraph", "What will you do?"),
                ("paragraph", "Read. Fish."),
                ("paragraph", OTHER),
            ],
        ),
        (
            f"Share it, the keeper said, but do not touch it.\n\n{PARAGRAPH}\n\nHave your say, the mayor told them.",
            [
                ("paragraph", "Share it, the keeper said, but do not touch it."),
                ("paragraph", PARAGRAPH),
                ("paragraph", "Have your say, the mayor told them."),
            ],
        ),
        (
            f"{PARAGRAPH}\n\n21.40 GMT\nThe lamp is out\n\n{OTHER}\n\n14 June 1903\n\nThe lamp was lit.",
            [
                ("paragraph", PARAGRAPH),
                ("paragraph", "21.40 GMT"),
                ("subhead", "The lamp is out"),
                ("paragraph", OTHER),
                ("paragraph", "14 June 1903"),
                ("paragraph", "The lamp was lit."),
            ],
        ),
    ],
    ids=["verse", "list", "numbers", "table of tabs", "table of spaces", "interview", "phrases", "entries with times"],
)
def test_every_line_of_the_article_is_kept_in_its_form(text: str, body: list[tuple[str, str]]) -> None:
    assert blocks(text) == body


def test_the_fields_above_it_are_read() -> None:
    fields = {name: field.value for name, field in read(TOP + PARAGRAPH).fields.items()}
    assert (fields["headline"], fields["byline"]) == ("The lamp on the mole", ("Ines Wray",))
    assert str(fields["published"]) == "2015-06-14"


def test_names_and_a_date_below_it_are_fields_where_there_are_none_above() -> None:
    pasted = read(f"The lamp on the mole\n\n{PARAGRAPH}\n\n{OTHER}\n\nInes Wray\n14 June 2015")
    assert pasted.fields["byline"].value == ("Ines Wray",)
    assert [block.text for block in pasted.body] == [PARAGRAPH, OTHER]


def test_a_heading_of_other_articles_ends_it() -> None:
    pasted = read(f"{TOP}{PARAGRAPH}\n\n{OTHER}\n\nRelated articles\nTide tables for the spring")
    assert [block.text for block in pasted.body] == [PARAGRAPH, OTHER]
    assert [link.headline for link in pasted.fields["related"].value] == ["Tide tables for the spring"]


def test_with_the_headline_in_front_matter_the_text_begins_with_its_body() -> None:
    pasted = read(f"Short.\n\nNo lamp.\n\n{PARAGRAPH}", Hints(has_headline=True))
    assert [block.text for block in pasted.body] == ["Short.", "No lamp.", PARAGRAPH]


@pytest.mark.parametrize(
    ("more", "plain"),
    [
        ("", True),
        ("Home", True),
        ("Share\nComments", False),
        ("News | Sport | Weather\nFacebook Twitter", False),
        ("© 2015 The Courant\nPrivacy policy", False),
        ("Subscribe, the editor said, and you will see.\nShare it with others, she added.", True),
    ],
)
def test_two_signs_of_a_page_show_that_a_text_is_one(more: str, plain: bool) -> None:
    lines = split_lines(f"{TOP}{PARAGRAPH}\n\n{more}", 1)
    assert is_plain(lines, [features_of(line.text) for line in lines]) is plain


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("The lamp on the mole\nBy Ines Wray\n14 June 2015", "The lamp on the mole"),
        (
            "Harbour\n\nThe lamp on the mole\n\nA keeper says goodbye\n\nBy Ines Wray\n14 June 2015",
            "The lamp on the mole",
        ),
        ("THE COURANT, SUNDAY, JUNE 14, 2015.\n\nLAMP ON THE MOLE GOES OUT.", "LAMP ON THE MOLE GOES OUT."),
        (
            "“It was only a lamp”\n\nThe keeper on lamps, bicycles and the price of oil\n\n14 June 2015",
            "“It was only a lamp”",
        ),
        ("The lamp on the mole", "The lamp on the mole"),
    ],
)
def test_the_first_line_that_is_neither_a_section_nor_a_field_is_the_headline(top: str, headline: str) -> None:
    pasted = read(f"{top}\n\n{PARAGRAPH}\n\n{OTHER}")
    assert pasted.fields["headline"].value == headline
    assert [block.text for block in pasted.body][-2:] == [PARAGRAPH, OTHER]
