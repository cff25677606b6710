import pytest

from newsgen.sources.pasted import Hints, read_pasted
from newsgen.sources.pasted.line import split_lines
from newsgen.sources.pasted.page_title import is_title_of, without_site
from tests.support.pasted_tops import BODY

HEADLINE = "Ferry returns to the Salt Quay"


@pytest.mark.parametrize(
    "title",
    [f"{HEADLINE} | The Courant", f"{HEADLINE} - Courant", f"{HEADLINE} – Harbour – Courant", f"C | {HEADLINE}"],
)
def test_a_page_title_is_the_headline_and_the_name_of_the_site(title: str) -> None:
    assert is_title_of(title, HEADLINE)


@pytest.mark.parametrize("title", [HEADLINE, f"{HEADLINE} again", f"Old {HEADLINE}", f"{HEADLINE} | {'x' * 70}", ""])
def test_other_lines_are_no_page_titles(title: str) -> None:
    assert not is_title_of(title, HEADLINE)


@pytest.mark.parametrize("title", [f"{HEADLINE} | The Courant", f"The Courant | {HEADLINE}", f"{HEADLINE} — Courant"])
@pytest.mark.parametrize("between", ["", "News\nSport\nSubscribe\n", "Skip to content\n\nMenu\n\n"])
def test_the_headline_below_the_page_title_counts(title: str, between: str) -> None:
    fields = read_pasted(f"{title}\n{between}{HEADLINE}\nBy Ada Quill\n6 May 2014\n\n{BODY}", 1, "a.txt").fields
    assert fields["headline"].value == HEADLINE


@pytest.mark.parametrize(
    ("headline", "others", "site_name", "expected"),
    [
        (f"{HEADLINE} | The Courant", "© 2014 The Courant. All rights reserved.", "", HEADLINE),
        (f"{HEADLINE} – what we know", "What we know", "", f"{HEADLINE} – what we know"),
        (f"{HEADLINE} – #Quay", "#Quay", "", f"{HEADLINE} – #Quay"),
        (f"{HEADLINE} - Courant", "", "The Courant", HEADLINE),
        (f"{HEADLINE} | The Courant", "", "", HEADLINE),
        (f"{HEADLINE} - Sorrel Evening Post", "", "", HEADLINE),
        (f"{HEADLINE} | quaypost.example.co.uk", "", "", f"{HEADLINE} | quaypost.example.co.uk"),
        (f"{HEADLINE} – Quaypost.co.uk", "", "", HEADLINE),
        (f"{HEADLINE} | The Lantern", "", "", f"{HEADLINE} | The Lantern"),
        (f"{HEADLINE} – the new post", "", "", f"{HEADLINE} – the new post"),
        (f"{HEADLINE} - Node.js", "", "", f"{HEADLINE} - Node.js"),
        ("Rovers 2 - Harriers 1", "Harriers 2\n© 2014 The Courant", "The Courant", "Rovers 2 - Harriers 1"),
        (HEADLINE, "© 2014 The Courant", "The Courant", HEADLINE),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_headline(
    headline: str, others: str, site_name: str, expected: str
) -> None:
    assert without_site(headline, split_lines(f"{headline}\n{others}", 1), site_name) == expected


def test_the_title_of_the_site_is_taken_off_a_headline() -> None:
    text = f"{HEADLINE} | The Courant\nBy Ada Quill\n6 May 2014\n\n{BODY}"
    assert read_pasted(text, 1, "a.txt", Hints(site_name="The Courant")).fields["headline"].value == HEADLINE
