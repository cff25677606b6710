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
