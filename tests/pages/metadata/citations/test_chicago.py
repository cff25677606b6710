import pytest
from hypothesis import given
from lxml import html

from newsgen.pages.metadata.citations.chicago import cite_chicago
from newsgen.pages.metadata.citations.reference import Reference
from tests.support.references import REFERENCES, a_reference

REST = "“The mill turns.” <cite>The Quay</cite>, n.d."


@pytest.mark.parametrize(
    ("authors", "cited"),
    [
        (["Ada Quill"], f"Quill, Ada. {REST}"),
        (["Ada Quill", "Ben Oar"], f"Quill, Ada, and Ben Oar. {REST}"),
        (["Ada Quill", "Ben Oar", "Cy Fenn"], f"Quill, Ada, Ben Oar, and Cy Fenn. {REST}"),
        (["The Courant"], f"The Courant. {REST}"),
        (["The Courant", "Ada Quill"], f"The Courant and Ada Quill. {REST}"),
        (["The Courant", "Ada Quill", "Reuters"], f"The Courant, Ada Quill, and Reuters. {REST}"),
        ([], REST),
    ],
)
def test_authors(authors: list[str], cited: str) -> None:
    assert cite_chicago(a_reference(*authors)) == cited


def test_six_authors_are_all_named_and_the_first_three_of_more() -> None:
    names = [f"Ada Quill{letter}" for letter in "abcdefg"]
    assert cite_chicago(a_reference(*names[:6])) == (
        f"Quilla, Ada, Ada Quillb, Ada Quillc, Ada Quilld, Ada Quille, and Ada Quillf. {REST}"
    )
    assert cite_chicago(a_reference(*names)) == f"Quilla, Ada, Ada Quillb, Ada Quillc, et al. {REST}"


@pytest.mark.parametrize(
    ("date", "written"), [("2024-11-03", "November 3, 2024"), ("2024-05", "May 2024"), ("2024", "2024")]
)
def test_dates(date: str, written: str) -> None:
    assert cite_chicago(a_reference(published=date)) == f"“The mill turns.” <cite>The Quay</cite>, {written}."


def test_a_url_comes_last_and_pages_are_left_out() -> None:
    cited = cite_chicago(a_reference(published="2024", page="A4", url="https://quay.example/a.html"))
    assert cited == ('“The mill turns.” <cite>The Quay</cite>, 2024. <bdi dir="ltr">https://quay.example/a.html</bdi>.')


@given(REFERENCES)
def test_any_reference_is_html_that_shows_its_paper(reference: Reference) -> None:
    text = html.fromstring(f"<p>{cite_chicago(reference)}</p>").text_content()
    assert reference.paper in text
    assert reference.url in text
    assert text.endswith(".")
