import base64

import pytest

from newsgen.record.dates import PartialDate
from newsgen.sources.email_message import read_email
from newsgen.sources.pasted import Hints, PastedText

TEXT = (
    "The chain ferry returned to the quay on Tuesday morning after ten years in the yard at Sorrel.\n\n"
    "Several hundred people watched it cross, and the school band played on the upper deck.\n"
)


def read(text: str) -> PastedText:
    message = read_email(text, 1, "a.txt", Hints())
    assert message is not None
    return message


@pytest.mark.parametrize(
    "header",
    [
        "From: The Courant <news@courant.example>\nSubject: The ferry is back\nDate: Tue, 3 Mar 2015 06:30:00 +0000\n",
        "Von: Courant <news@courant.example>\nGesendet: Dienstag, 3. März 2015 06:30\nBetreff: AW: The ferry is back\n",
        "De : Courant\nObjet : The ferry is back\nDate : mardi 3 mars 2015\nÀ : lecteur@example.org\n",
        "De: Courant\nAsunto: The ferry is back\nFecha: 3 de marzo de 2015\nPara: lector@example.org\n",
        "Da: Courant\nOggetto: The ferry is back\nData: 3 marzo 2015\nA: lettore@example.org\n",
        "Van: Courant\nOnderwerp: The ferry\n is back\nDatum: 3 maart 2015\nMIME-Version: 1.0\n",
        "From: C\nSubject: Fwd: =?utf-8?Q?The_ferry_is_back?=\nDate: 3 Mar 2015\n",
    ],
)
def test_the_subject_is_the_headline_and_the_date_the_date(header: str) -> None:
    message = read(f"{header}\n{TEXT}")
    assert {name: field.value for name, field in message.fields.items()} == {
        "headline": "The ferry is back",
        "published": PartialDate(2015, 3, 3),
        "language": "en",
    }
    assert "\n\n".join(block.text for block in message.body) == TEXT.strip()


def test_every_line_has_a_label_and_addresses_are_left_out() -> None:
    message = read(f"From: C <c@example.org>\nTo: d@example.org\nSubject: The ferry is back\n\n{TEXT}")
    assert [(line.number, label.role) for line, label in zip(message.lines, message.labels, strict=True)] == [
        (1, "chrome"),
        (2, "chrome"),
        (3, "headline"),
        (5, "body"),
        (7, "body"),
    ]


def test_the_heading_of_a_newsletter_is_neither_headline_nor_byline() -> None:
    message = read(f"From: C\nSubject: The ferry is back\nDate: 3 Mar 2015\n\nMORNING TIDE\n3 March 2015\n\n{TEXT}")
    assert [label.role for label in message.labels] == ["chrome", "headline", "date", "body", "date", "body", "body"]
    assert "byline" not in message.fields


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"The ferry is back\n\nFrom: C\nSubject: D\nDate: 3 Mar 2015\n\n{TEXT}",
        f"Subject: The ferry\nDate: 3 Mar 2015\n\n{TEXT}",
        f"From: Sorrel\n\n{TEXT}",
        f"From: C\nSubject: D\nDate: 3 Mar 2015\nand then it rained\n\n{TEXT}",
    ],
)
def test_other_texts_are_no_messages(text: str) -> None:
    assert read_email(text, 1, "a.txt", Hints()) is None


PARAGRAPH = "The chain ferry returned to the quay – on Tuesday morning after ten years."
ENCODED = {
    "quoted-printable": "The chain ferry returned to the quay =E2=80=93 on Tuesday morning after =\nten years.",
    "base64": base64.encodebytes(PARAGRAPH.encode()).decode(),
}
HEADER = "From: C <c@example.org>\nSubject: The ferry is back\nDate: 3 Mar 2015\nMIME-Version: 1.0\n"


def part_of(encoding: str) -> str:
    head = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n"
    return f"{head}\n{ENCODED[encoding]}\n"


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_text_that_is_encoded_for_the_way_is_decoded(encoding: str) -> None:
    message = read(f"{HEADER}{part_of(encoding)}")
    assert [block.text for block in message.body] == [PARAGRAPH]


@pytest.mark.parametrize("encoding", ENCODED)
def test_of_several_parts_the_plain_text_is_the_article(encoding: str) -> None:
    text = (
        f'{HEADER}Content-Type: multipart/alternative; boundary="xx"\n\n--xx\n{part_of(encoding)}'
        "--xx\nContent-Type: text/html\n\n<p>The ferry</p>\n--xx--\n"
    )
    message = read(text)
    assert [block.text for block in message.body] == [PARAGRAPH]
    others = [line.text for line, label in zip(message.lines, message.labels, strict=True) if "another" in label.rule]
    assert others == [
        *("--xx", "Content-Type: text/plain; charset=utf-8", f"Content-Transfer-Encoding: {encoding}"),
        *("--xx", "Content-Type: text/html", "<p>The ferry</p>", "--xx--"),
    ]


@pytest.mark.parametrize("charset", ["nobody-knows", "zip", "utf-16"])
def test_a_part_that_cannot_be_decoded_stays_as_it_is(charset: str) -> None:
    encoded = ENCODED["base64"].strip()
    header = f"{HEADER}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n"
    message = read(f"{header}\n{encoded[:-3]}\n")
    assert "".join(block.text for block in message.body).startswith(encoded[:20])


def test_parts_within_each_other_without_end_are_read_as_they_stand() -> None:
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{depth}"\n\n--b{depth}\n' for depth in range(200))
    assert read(f"{HEADER}{nested}Content-Type: text/plain\n\n{TEXT}").body
