"""The text of pages in any encoding, and what programs that save pages write into them."""

import datetime

import pytest

from newsgen.importers.web.page_text import read_page_text
from newsgen.importers.web.saved_from import SavedFrom, find_origin

_GREEK = "Το πλοίο έφυγε από το λιμάνι το πρωί και γύρισε το βράδυ με ψάρια."


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        ("café".encode(), "", "café"),
        (b'<meta charset="iso-8859-1">caf\xe9 \x93quay\x94', "", '<meta charset="iso-8859-1">café “quay”'),
        (b"caf\xe9", "latin-1", "café"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-7">' + _GREEK.encode("iso8859_7"),
            *("", f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-7">{_GREEK}'),
        ),
        ("<meta charset=windows-1252>café – été".encode(), "", "<meta charset=windows-1252>café – été"),
        ("\ufeffcafé".encode("utf-16"), "utf-8", "café"),
        (b"<meta charset=utf-16>cafe", "", "<meta charset=utf-16>cafe"),
        ("<?xml version='1.0' encoding='shift_jis'?>港町".encode("cp932"), "", None),
        (b"a\r\nb\0c", "", "a\nb\ufffdc"),
        ("港町".encode("euc_jp"), "no-such-charset", None),
        (b"caf\xe9 \xff\xfe " + "été".encode(), "utf-8", None),
    ],
)
def test_a_page_is_decoded_by_its_own_word_or_by_looking(content: bytes, charset: str, text: str | None) -> None:
    read = read_page_text(content, charset, "page.html")
    assert read == text if text is not None else read


def test_a_page_in_shift_jis_says_so() -> None:
    assert "港町" in read_page_text("<?xml version='1.0' encoding='shift_jis'?>港町".encode("cp932"), "", "page.html")


@pytest.mark.parametrize(
    ("note", "url", "captured"),
    [
        (
            "<!-- Mirrored from paper.example/a.html by HTTrack Website Copier/3.x [XR&CO'2014], "
            "Sat, 01 Jan 2022 10:00:00 GMT -->",
            *("http://paper.example/a.html", datetime.datetime(2022, 1, 1, 10, tzinfo=datetime.UTC)),
        ),
        ("<!-- saved from url=(0025)https://paper.example/a?b=1 -->", "https://paper.example/a?b=1", None),
        ("<!-- saved from url=(0011)file:///a.html -->", "", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://paper.example/a \n"
            " saved date: Mon Oct 10 2022 14:21:44 GMT+0200 (Central European Summer Time)\n-->",
            *("https://paper.example/a", datetime.datetime(2022, 10, 10, 12, 21, 44, tzinfo=datetime.UTC)),
        ),
        (
            '<html data-scrapbook-source="https://paper.example/a" data-scrapbook-create="20200203040506789">',
            *("https://paper.example/a", datetime.datetime(2020, 2, 3, 4, 5, 6, tzinfo=datetime.UTC)),
        ),
        (
            "<html></html><!-- FILE ARCHIVED ON 10:04:13 Mar 02, 2014 AND RETRIEVED FROM THE INTERNET ARCHIVE -->",
            *("", datetime.datetime(2014, 3, 2, 10, 4, 13, tzinfo=datetime.UTC)),
        ),
        ("<p>Mirrored from nothing</p>", "", None),
    ],
)
def test_programs_note_where_a_page_came_from(note: str, url: str, captured: datetime.datetime | None) -> None:
    assert find_origin(f"{note}<p>Text</p>") == SavedFrom(url, captured)
