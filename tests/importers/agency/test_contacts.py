"""How to reach a writer is taken out of the lines that say who wrote a text."""

from pathlib import Path

import pytest

from newsgen.importers.agency.item.contacts import without_contacts
from tests.importers.agency.reading import articles_in, read_texts


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Ada can be reached at ada@a.example or 555-0100. Follow @aq. Basil helped.", "Ada. Basil helped."),
        ("<ada@wire.example>", ""),
        ("Contact the writer at ada@wire.example.", ""),
        ("Ada Quill is a staff writer; e-mail: ada@wire.example, (419) 555-0100", "Ada Quill is a staff writer"),
        ("Reporting by Ada Quill; editing by Basil Fen (b@a.example)", "Reporting by Ada Quill; editing by Basil Fen"),
        ("E-mail Ada at ada@x.example and follow her on Twitter @ada", "E-mail Ada"),
    ],
)
def test_a_line_says_who_and_not_how_to_reach_them(line: str, kept: str) -> None:
    assert without_contacts(line) == (kept, True)


def test_a_line_without_an_address_stays() -> None:
    assert without_contacts("Ada Quill, 12 Mill Lane, 555-0100") == ("Ada Quill, 12 Mill Lane, 555-0100", False)


def test_a_tagline_of_nitf_has_no_address(tmp_path: Path) -> None:
    body = "<body.content><p>It turned.</p></body.content><body.end><tagline>Write to {}.</tagline></body.end>"
    text = f"<nitf><body><body.head><hedline><hl1>Mill</hl1></hedline></body.head>{body}</body></nitf>"
    (article,) = articles_in(read_texts(tmp_path, text.format('<a href="mailto:ada@a.example">ada@a.example</a>')))
    assert article.article.body[0].text == "It turned.\n"
    assert [entry.name for entry in article.entries if entry.kind == "address"] == ["tagline"]
