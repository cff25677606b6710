import pytest
from hypothesis import given
from lxml import html

from newsgen.pages.metadata.citations.mla import cite_mla
from newsgen.pages.metadata.citations.reference import Reference
from tests.support.references import REFERENCES, a_reference

REST = "“The mill turns.” <cite>The Quay</cite>."


@pytest.mark.parametrize(
    ("authors", "cited"),
    [
        (["Ada Quill"], f"Quill, Ada. {REST}"),
        (["Ada Quill", "Ben Oar"], f"Quill, Ada, and Ben Oar. {REST}"),
        (["Ada Quill", "Ben Oar", "Cy Fenn"], f"Quill, Ada, et al. {REST}"),
        (["The Courant"], f"The Courant. {REST}"),
        (["The Courant", "Ada Quill"], f"The Courant and Ada Quill. {REST}"),
        (["Martin Luther King Jr."], f"King, Martin Luther, Jr. {REST}"),
        ([], REST),
    ],
)
def test_authors(authors: list[str], cited: str) -> None:
    assert cite_mla(a_reference(*authors)) == cited


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2024-11-03", "3 Nov. 2024"),
        ("2024-09-03", "3 Sept. 2024"),
        ("2024-06-13", "13 June 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
    ],
)
def test_dates(date: str, written: str) -> None:
    assert cite_mla(a_reference(published=date)) == f"“The mill turns.” <cite>The Quay</cite>, {written}."


def test_pages_and_urls() -> None:
    assert cite_mla(a_reference(page="A1-A3", url="https://quay.example/a.html", headline="Does it?")) == (
        '“Does it?” <cite>The Quay</cite>, pp. A1-A3, <bdi dir="ltr">https://quay.example/a.html</bdi>.'
    )
    assert cite_mla(a_reference(page="B-4")) == "“The mill turns.” <cite>The Quay</cite>, p. B-4."


@given(REFERENCES)
def test_any_reference_is_html_that_shows_its_paper(reference: Reference) -> None:
    text = html.fromstring(f"<p>{cite_mla(reference)}</p>").text_content()
    assert reference.paper in text
    assert reference.url in text
    assert text.endswith(".")
