import pytest
from hypothesis import given
from lxml import html

from newsgen.pages.metadata.citations.apa import cite_apa, shorten
from newsgen.pages.metadata.citations.reference import Reference
from tests.support.references import REFERENCES, a_reference

REST = "(n.d.). The mill turns. <cite>The Quay</cite>."


@pytest.mark.parametrize(
    ("authors", "cited"),
    [
        (["Ada Quill"], f"Quill, A. {REST}"),
        (["Ada Quill", "Ben Oar"], f"Quill, A., &amp; Oar, B. {REST}"),
        (["Ada Quill", "Ben Oar", "Cy van Fenn"], f"Quill, A., Oar, B., &amp; van Fenn, C. {REST}"),
        (["The Courant"], f"The Courant. {REST}"),
        (["The Courant", "Reuters"], f"The Courant &amp; Reuters. {REST}"),
        (["Ada Quill", "Reuters"], f"Quill, A., &amp; Reuters. {REST}"),
        (["Martin Luther King Jr."], f"King, M. L., Jr. {REST}"),
        (["ليلى النوارسي"], f"<bdi>النوارسي، ليلى.</bdi> {REST}"),
        (["水原駿"], f"水原駿. {REST}"),
        ([], f"The mill turns. (n.d.). {REST.removeprefix('(n.d.). The mill turns. ')}"),
    ],
)
def test_authors(authors: list[str], cited: str) -> None:
    assert cite_apa(a_reference(*authors)) == cited


def test_twenty_authors_are_all_named_and_the_first_nineteen_and_the_last_of_more() -> None:
    names = [f"Ada Quill{letter}" for letter in "abcdefghijklmnopqrstu"]
    names_shown = [f"Quill{letter}, A." for letter in "abcdefghijklmnopqrstu"]
    assert cite_apa(a_reference(*names[:20])) == f"{', '.join(names_shown[:19])}, &amp; {names_shown[19]} {REST}"
    assert cite_apa(a_reference(*names)) == f"{', '.join(names_shown[:19])}, . . . {names_shown[20]} {REST}"


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2024-11-03 07:15", "2024, November 3"),
        ("2024-11", "2024, November"),
        ("2024", "2024"),
    ],
)
def test_dates(date: str, written: str) -> None:
    assert cite_apa(a_reference("Ada Quill", published=date)).startswith(f"Quill, A. ({written}). The mill turns. ")


def test_pages_and_urls() -> None:
    cited = cite_apa(a_reference(page="A1-A3", url="https://quay.example/a.html", headline="Does it turn?"))
    assert cited == (
        'Does it turn? (n.d.). <cite>The Quay</cite>, A1–A3. <bdi dir="ltr">https://quay.example/a.html</bdi>'
    )
    assert cite_apa(a_reference(page="B-4")).endswith("<cite>The Quay</cite>, B-4.")


@pytest.mark.parametrize(
    ("given", "initials"),
    [("Ada", "A."), ("Jean-Paul Marie", "J.-P. M."), ("J.R.", "J. R."), ("J. R.", "J. R."), ("élodie", "É.")],
)
def test_given_names_become_initials(given: str, initials: str) -> None:
    assert shorten(given) == initials


@given(REFERENCES)
def test_any_reference_is_html_that_shows_its_headline(reference: Reference) -> None:
    text = html.fromstring(f"<p>{cite_apa(reference)}</p>").text_content()
    assert reference.headline in text
    assert reference.paper in text
    assert text.count("(n.d.)") >= (reference.published is None)
