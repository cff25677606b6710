import pytest

from newsgen.sources.exports import Document, split_documents
from tests.support.exports import FACTIVA, FACTIVA_CODES, NEXIS, NEXIS_UNI, PROQUEST


def without_first_line(text: str) -> str:
    return text.split("\n", 1)[1]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (NEXIS, [("Nexis", 1, 39)]),
        (f"Terms: (DATE(>=2014-01-01))\n\n{NEXIS}\n{NEXIS}", [("Nexis", 3, 41), ("Nexis", 43, 81)]),
        # Without the numbers, a document ends with its labels.
        (without_first_line(NEXIS) * 2, [("Nexis", 3, 38), ("Nexis", 41, 76)]),
        (NEXIS_UNI, [("Nexis", 1, 25)]),
        (f"{NEXIS_UNI}\n\n{NEXIS_UNI}", [("Nexis", 1, 25), ("Nexis", 28, 52)]),
        (FACTIVA, [("Factiva", 1, 18)]),
        (f"{FACTIVA}\n{FACTIVA}\nSearch Summary\n\nText  ferry\n", [("Factiva", 1, 18), ("Factiva", 20, 37)]),
        # Without the number, an article ends where the next headline begins.
        ("\n".join([FACTIVA.rsplit("Document", 1)[0]] * 2), [("Factiva", 1, 16), ("Factiva", 19, 34)]),
        (FACTIVA_CODES, [("Factiva", 1, 19)]),
        (f"{FACTIVA_CODES}\n{FACTIVA_CODES}", [("Factiva", 1, 19), ("Factiva", 21, 39)]),
        (PROQUEST, [("ProQuest", 1, 41)]),
        (f"Report\n\n{PROQUEST}\n{'_' * 60}\n\n{PROQUEST}", [("ProQuest", 3, 43), ("ProQuest", 47, 87)]),
        (without_first_line(PROQUEST) * 2, [("ProQuest", 2, 40), ("ProQuest", 42, 80)]),
        ("A plain text.\n", []),
    ],
)
def test_a_text_is_split_into_the_documents_of_its_export(text: str, documents: list[tuple[str, int, int]]) -> None:
    assert split_documents(text) == tuple(Document(*document) for document in documents)


def test_lines_are_counted_from_the_first_line_of_the_text() -> None:
    assert split_documents(NEXIS_UNI, 5) == (Document("Nexis", 5, 29),)


COVERS = {
    "contents": "User Name: ADA QUILL\nDocuments (1)\n1. Chain ferry returns to the quay\nClient/Matter: -None-\n\n",
    "no contents": (
        "Nom d'utilisateur : ADA QUILL\nTermes de recherche : bac\nType de contenu\tLimité par\nPresse\tSources: x\n"
    ),
    "other contents": (
        "Benutzername: ADA QUILL\nDokumente (1)\n1. Die Fähre\nSuchbegriffe: Fähre\nEingegrenzt durch:\n-Keine-\n"
    ),
}


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_a_cover_is_in_no_document(cover: str) -> None:
    lines = cover.count("\n")
    assert split_documents(cover + NEXIS_UNI * 2) == (
        Document("Nexis", lines + 1, lines + 25),
        Document("Nexis", lines + 26, lines + 50),
    )


def test_a_table_of_contents_is_in_no_article_of_factiva() -> None:
    contents = "Table of Contents\nChain ferry returns to the quay ........ 2\nGoat swims ............ 3\n\n"
    assert split_documents(contents + FACTIVA)[0].first_line == 5


def test_rows_of_a_document_that_read_like_a_cover_stay_in_it() -> None:
    text = NEXIS_UNI.replace("Graphic\n", "Sources: the harbour company\n\nContents\n\nWaiting ...... 10\n\nGraphic\n")
    assert split_documents(text) == (Document("Nexis", 1, text.count("\n")),)
