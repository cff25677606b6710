"""Messages of IPTC 7901: headings with and without advisories and bylines, and notes to editors."""

from pathlib import Path

import pytest

from tests.importers.agency.reading import read_texts, records_in

TEXT = "\r\n\r\nSorrel (mnu) - The mill\r\nturns.\r\n\r\nIt is loud.\r\n"
HEADS: dict[str, tuple[str, str, list[str], str]] = {
    # the headings; the headline, the names and the second heading that they give
    "one line": ("The mill turns", "The mill turns", [], ""),
    "a line with its sign": ("The mill turns =", "The mill turns", [], ""),
    "two lines of one heading": ("The mill turns\r\nonce again =", "The mill turns once again", [], ""),
    "two headings": ("The mill turns =\r\nAfter six years =", "The mill turns", [], "After six years"),
    "a byline": (
        "The mill turns\r\nBy Ada Quill and\r\nTom Reed, mnu =",
        "The mill turns",
        ["Ada Quill", "Tom Reed"],
        "",
    ),
    "advisories": ("REFILE\r\n1ST LEAD\r\nThe mill turns\r\nBy Ada Quill =", "The mill turns", ["Ada Quill"], ""),
    "an advisory in brackets": ("(Zusammenfassung)\r\nThe mill turns =", "The mill turns", [], ""),
    "an advisory without the sign": ("(Zusammenfassung)\r\nThe mill turns", "The mill turns", [], ""),
}


@pytest.mark.parametrize(("heads", "headline", "byline", "dek"), HEADS.values(), ids=HEADS)
def test_headings_are_told_from_the_text(
    tmp_path: Path, heads: str, headline: str, byline: list[str], dek: str
) -> None:
    message = (
        f"\x01mnu0042 4 wi 61  mnu 0042\r\n\r\nMills/Sorrel/\r\n\x02{heads}{TEXT}\x03\r\n101214 GMT Jun 18\r\n\x04"
    )
    (record,) = records_in(read_texts(tmp_path, message))
    assert (record["headline"], record["byline"], record["dek"]) == (headline, byline, dek)
    assert record["body"] == ["Sorrel (mnu) - The mill turns.", "It is loud."]
    assert (record["tags"], record["dateline"], record["published"]) == (
        ["Mills", "Sorrel"],
        "Sorrel",
        "2018-06-10T12:14:00Z",
    )


PRIVATE = [
    "# Notebook\r\n\r\n## Note to editors\r\n- adds quotes",
    "* * * *\r\nThe following information is not intended for publication\r\nEditing by: Ada",
    "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt\r\nKontakt: Ada",
]


@pytest.mark.parametrize("note", PRIVATE)
def test_notes_to_editors_are_left_out(tmp_path: Path, note: str) -> None:
    message = f"\x01mnu0042 4 wi 61\r\nMills\r\n\x02The mill turns ={TEXT}\r\n{note}\r\n\x03\r\n\x04"
    (record,) = records_in(read_texts(tmp_path, message))
    assert [part for part in record["body"] if part.strip("* ")] == ["Sorrel (mnu) - The mill turns.", "It is loud."]
