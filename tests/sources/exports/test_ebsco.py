"""Records of EBSCOhost, with values behind their labels and below them."""

import pytest

from newsgen.record.dates import PartialDate
from newsgen.sources.exports import Document, split_documents
from tests.support.exports import PROQUEST, read

RIGHTS = (
    "Copyright of Sorrel Courant, The is the property of Sorrel Press Holdings and its content may not be copied or "
    "emailed to multiple sites or posted to a listserv without the copyright holder's express written permission. "
    "However, users may print, download, or email articles for individual use."
)
FERRY = "The chain ferry returned to the quay on Tuesday morning after ten years in the yard."
SHOP = '"We have been patient," said Cy Dunn. Database: that is what he said.'
LABELS = """\
Title:
\tChain ferry returns to the quay.
Authors:
\tQuill, Ada
\tFenn, Bo
Source:
\tSorrel Courant, The, 03/04/2015, p4. 2p.
Document Type:
\tArticle
Subject Terms:
\t*FERRIES
\t*RIVERS
Abstract:
\tThe ferry is back.
Full Text Word Count:
\t84
Accession Number:
\t2W61234567890
Persistent link to this record (Permalink):
\thttp://search.example.com/login.aspx?direct=true&AN=2W61234567890
Database:
\tNewspaper Source Plus
"""
BELOW = f"""
Section: Local News, pg. A04

Chain ferry returns to the quay

{FERRY}

{SHOP}

~~~~~~~~
By Ada Quill and Bo Fenn

{RIGHTS}
"""
SECOND = f"""\
Record: 2
Title: Goat misses the ferry
Authors: Quill, Ada
Source: Courant. 3/5/2015, Vol. 7 Issue 2, p12. 2p. 1 Color Photograph.
Accession Number: 98765432
Database: MasterFILE Complete

Full text: {FERRY}

{SHOP}
"""


@pytest.mark.parametrize("form", ["below", "beside"])
def test_a_record_gives_its_fields_and_paragraphs(form: str) -> None:
    labels = LABELS if form == "below" else LABELS.replace(":\n\t", ": ").replace("\n\tFenn", "; Fenn")
    fields, extra, body = read(f"Record: 1\n{labels}{BELOW}")
    assert fields == {
        "headline": "Chain ferry returns to the quay",
        "byline": ("Ada Quill", "Bo Fenn"),
        "published": PartialDate(2015, 3, 4),
        "print_page": "4",
        "publication": ("Sorrel Courant, The",),
        "section": ("Local News",),
        "rights": RIGHTS,
        "language": "en",
    }
    assert extra["Source"] == "Sorrel Courant, The, 03/04/2015, p4. 2p."
    assert extra["Accession Number"] == "2W61234567890"
    assert extra["Database"] == "Newspaper Source Plus"
    assert extra["Abstract"] == "The ferry is back."
    assert [text for _, text in body] == [FERRY, SHOP]


def test_the_section_above_the_text_may_stand_below_its_label() -> None:
    fields, _, body = read(f"{LABELS}\nSection:\nMetro\n\nFull Text:\n\nIt runs.\n")
    assert fields["section"] == ("Metro",)
    assert "Metro" not in " ".join(text for _, text in body)


def test_records_follow_one_another_with_a_number_above_them_or_without() -> None:
    text = f"Record: 1\n{LABELS}{BELOW}\n{SECOND}"
    second = text[: text.index("Record: 2")].count("\n") + 1
    assert split_documents(text) == (Document("EBSCO", 1, second - 2), Document("EBSCO", second, second + 9))
    bare = text.replace("Record: 1\n", "\n").replace("Record: 2\n", "\n")
    assert split_documents(bare) == (Document("EBSCO", 2, second - 2), Document("EBSCO", second + 1, second + 9))


@pytest.mark.parametrize(
    ("source", "publication", "published", "page"),
    [
        ("Courant. 3/5/2015, Vol. 7 Issue 2, p12. 2p.", "Courant", PartialDate(2015, 3, 5), "12"),
        ("Sorrel Courant, Mar 3, 2015, pA4", "Sorrel Courant", PartialDate(2015, 3, 3), "A4"),
        ("Sorrel Courant, 2015-03-03", "Sorrel Courant", PartialDate(2015, 3, 3), None),
        ("Sorreler Bote, 14.03.2015, S. 7", "Sorreler Bote", PartialDate(2015, 3, 14), "7"),
        ("Courant. Mar2015, Vol. 9, p3-7. 5p.", "Courant", PartialDate(2015, 3), "3-7"),
    ],
)
def test_a_source_gives_newspaper_day_and_page(source: str, publication: str, published: object, page: str) -> None:
    fields, extra, _ = read(SECOND.replace("Courant. 3/5/2015, Vol. 7 Issue 2, p12. 2p. 1 Color Photograph.", source))
    assert (fields["publication"], fields["published"], fields.get("print_page")) == ((publication,), published, page)
    assert extra["Source"] == source


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Titel", "Zugangsnummer"),
        ("Titre", "Numéro d'accès"),
        ("Título", "Número de acceso"),
        ("Titel", "Toegangsnummer"),
    ],
)
def test_records_in_other_languages_are_known(title: str, number: str) -> None:
    text = SECOND.replace("Title:", f"{title}:").replace("Accession Number:", f"{number}:")
    fields, extra, _ = read(text)
    assert fields["headline"] == "Goat misses the ferry"
    assert extra[number] == "98765432"


def test_a_record_of_proquest_with_such_a_number_is_of_proquest() -> None:
    text = PROQUEST.replace("Section:", "Accession number: 12345\n\nSection:")
    assert [document.export for document in split_documents(text)] == ["ProQuest"]
