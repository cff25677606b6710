import rispy
from hypothesis import given

from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.metadata.citations.ris import write_ris
from tests.support.references import REFERENCES, a_reference


def test_a_whole_record() -> None:
    reference = a_reference(
        "Ada Quill",
        "The Courant",
        "Martin Luther King Jr.",
        "ليلى النوارسي",
        published="2024-02-03",
        page="A1-A3",
        section="Sea",
        url="https://quay.example/a.html",
    )
    assert write_ris(reference).split("\n") == [
        "TY  - NEWS",
        "AU  - Quill, Ada",
        "AU  - The Courant",
        "AU  - King, Martin Luther, Jr.",
        "AU  - النوارسي, ليلى",
        "TI  - The mill turns",
        "T2  - The Quay",
        "PY  - 2024",
        "DA  - 2024/02/03/",
        "SE  - Sea",
        "SP  - A1",
        "EP  - A3",
        "LA  - en",
        "UR  - https://quay.example/a.html",
        "ER  - ",
    ]


def test_unknown_parts_of_a_date_keep_their_slashes() -> None:
    dates = {date: rispy.loads(write_ris(a_reference(published=date)))[0]["date"] for date in ("2024-02", "2024")}
    assert dates == {"2024-02": "2024/02//", "2024": "2024///"}


def test_a_record_without_anything_else_holds_headline_and_paper() -> None:
    assert write_ris(a_reference(language="")).split("\n") == [
        "TY  - NEWS",
        "TI  - The mill turns",
        "T2  - The Quay",
        "ER  - ",
    ]


@given(REFERENCES)
def test_any_record_is_read_back(reference: Reference) -> None:
    (read,) = rispy.loads(write_ris(reference))
    known = {
        "type_of_reference": "NEWS",
        "title": reference.headline,
        "secondary_title": reference.paper,
        "section": reference.section,
        "language": reference.language,
        "year": f"{reference.published.year:04}" if reference.published else "",
    }
    assert {name: read.get(name, "") for name in known} == known
    assert read.get("urls", []) == ([reference.url] if reference.url else [])
    assert len(read.get("authors", [])) == len(reference.authors)
