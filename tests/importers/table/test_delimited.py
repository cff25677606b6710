"""Tables of separated values become articles, whatever their separator, quotes, encoding and ends of lines."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.imported import Imported, MissingFile
from newsgen.importers.table.mapping import TableMapping
from newsgen.importers.table.open_table import Choice, table_name
from newsgen.importers.table.read import read_tables
from newsgen.record.dates import parse_date
from tests.support.importing import (
    TODAY,
    articles_in,
    entries_in,
    markdown_of,
    messages_in,
    only_article,
    read_all,
    reasons_in,
)

NO_MAPPING = TableMapping()


def read(tmp_path: Path, content: str | bytes, mapping: TableMapping = NO_MAPPING) -> list[Imported]:
    file = tmp_path / "stories.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_all(partial(read_tables, choice=Choice(), mapping=mapping, today=TODAY), file)


@pytest.mark.parametrize(
    "content",
    [
        "id,title,body,date\n7,Mill wheel,It turns.,2019-05-04\n",
        "id;title;body;date\n7;Mill wheel;It turns.;2019-05-04\n",
        "id\ttitle\tbody\tdate\n7\tMill wheel\tIt turns.\t2019-05-04\n",
        "id|title|body|date\n7|Mill wheel|It turns.|2019-05-04\n",
        "sep=;\nid;title;body;date\n7;Mill wheel;It turns.;2019-05-04\n",
        "\ufeffid,title,body,date\r\n7,Mill wheel,It turns.,2019-05-04\r\n",
        "id,title,body,date\r7,Mill wheel,It turns.,2019-05-04\r",
        'ID,"Title",BODY,"Date"\n"7","Mill wheel","It turns.","2019-05-04"\n',
        "Articles of the Herald,,,\n\nid,title,body,date\n7,Mill wheel,It turns.,2019-05-04\n",
        "post_id,Post Title,post_content,postDate\n7,Mill wheel,<p>It turns.</p>,2019-05-04\n",
        "id,title,body,date,,\n7,Mill wheel,It turns.,2019-05-04,,\n",
        '=,title,body,date\n="7",Mill wheel,It turns.,2019-05-04\n'.replace("=,", "id,", 1),
    ],
)
def test_a_row_becomes_an_article(tmp_path: Path, content: str) -> None:
    article = only_article(read(tmp_path, content)).article
    assert (article.id, article.headline, article.path) == ("table:stories:7", "Mill wheel", "2019/05/mill-wheel.md")
    assert markdown_of(only_article(read(tmp_path, content))).strip() == "It turns."
    assert article.published == parse_date("2019-05-04")


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "Die Mühle dreht sich wieder"),
        ("utf-8-sig", "Die Mühle dreht sich wieder"),
        ("utf-16", "Die Mühle dreht sich wieder"),
        ("utf-16-le", "Die Mühle dreht sich wieder"),
        ("cp1252", "Die Mühle dreht sich über die Brücke – „schön“ sagt Jörg Müller"),
    ],
)
def test_the_encoding_is_told_by_looking(tmp_path: Path, encoding: str, words: str) -> None:
    body = "Größer für die Straße. Über Österreich hört man Glück und Übung von Füßen und Mäusen."
    text = f"title,body\n{words},{body}\n"
    headline = only_article(read(tmp_path, text.encode(encoding))).article.headline
    assert headline == words


HOSTILE = {
    "a line end in quotes is one of the text": (
        'title,body\nMill,"One.\n\nTwo ""turns""."\n',
        ['One.\n\nTwo "turns".'],
        [],
    ),
    "a row with too many values is told and no other shifts": (
        "title,body\nMill,It turns,and turns.\nFerry,It sails.\n",
        ["It sails."],
        ["2: cannot read the row: it has 3 values, and the table 2 columns"],
    ),
    "a row with too few values is told": (
        "title,body,date\nMill,It turns.\nFerry,It sails.,2019\n",
        ["It sails."],
        ["2: cannot read the row: it has 2 values, and the table 3 columns"],
    ),
    "a quote that is not closed costs its own row": (
        'title,body\nMill,"It turns.\nFerry,"It sails."\nBridge,It stands.\n',
        ["It sails.", "It stands."],
        ["2: cannot read the row: ',' expected after '\"'"],
    ),
    "NUL is a sign for an unknown letter": ("title,body\nMill,It\0turns.\n", ["It\ufffdturns."], []),
    "the second column of a name is no other": ("title,body,title\nMill,It turns.,Wheel\n", ["It turns."], []),
    "values that only look like nothing are nothing": ("title,body,date\nMill,It turns.,NULL\n", ["It turns."], []),
    "errors of a spreadsheet are no values": ("title,body,dek\nMill,It turns.,#REF!\n", ["It turns."], []),
    "formulas are no values": ("title,body,dek\nMill,It turns.,=A1&B2\n", ["It turns."], []),
    "blank rows are none": ("title,body\n\n,\nMill,It turns.\n", ["It turns."], []),
    "a huge value is whole": (f"title,body\nMill,{'turns ' * 100_000}end\n", ["turns " * 100_000 + "end"], []),
    "lone halves of pairs and controls are signs for unknown letters": (
        "title,body\nMill,It\x01turns.\n",
        ["It\ufffdturns."],
        [],
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_tables(tmp_path: Path, name: str) -> None:
    content, bodies, problems = HOSTILE[name]
    found = read(tmp_path, content)
    assert ([markdown_of(article) for article in articles_in(found)], messages_in(found)) == (bodies, problems)


def test_bytes_that_are_no_letters_are_told_with_their_line(tmp_path: Path) -> None:
    good = "".join(f"Über {number},Schön größer für die Straße\n" for number in range(50))
    found = read(tmp_path, b"title,body\n" + good.encode() + b"Mill,It t\xffrns.\n")
    assert messages_in(found) == ["52: 1 line holds bytes that stand for no letter"]
    assert markdown_of(articles_in(found)[-1]) == "It t\ufffdrns."


def test_a_table_without_known_columns_says_how_to_name_them(tmp_path: Path) -> None:
    found = read(tmp_path, "aa,bb\nx,y\n")
    assert messages_in(found) == ["0: has no column that is known to hold a headline or a text: aa, bb"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "0: is empty"),
        (b"\n\n", "0: is empty"),
        (b"PK\x03\x04rest", "0: is a spreadsheet's own file or a ZIP"),
        (b"\x1f\x8brest", "0: is compressed"),
        (b"<html></html>", "0: is XML or HTML"),
        (b"title\n", "0: has no line of column names"),
        (b"title,body\n", "0: has no rows"),
    ],
)
def test_what_is_no_table_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    assert messages_in(read(tmp_path, content)) == [message]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("published", ""),
        ("draft", "draft"),
        ("private", "private"),
        ("pending", "pending"),
        ("scheduled", "future"),
        ("trash", "trash"),
        ("members", "private"),
        ("whatever", "draft"),
        ("", ""),
    ],
)
def test_a_status_keeps_a_row_out(tmp_path: Path, status: str, expected: str) -> None:
    assert only_article(read(tmp_path, f"title,body,status\nMill,It turns.,{status}\n")).status == expected


def test_a_row_with_a_password_is_withheld(tmp_path: Path) -> None:
    found = read(tmp_path, "title,body,password\nMill,It turns.,sesame\n")
    assert articles_in(found) == []
    assert reasons_in(found, "article") == ["a password protects it"]
    assert "sesame" not in repr(found)


def test_a_row_that_was_deleted_is_a_draft(tmp_path: Path) -> None:
    found = read(tmp_path, "title,body,deleted_at\nMill,It turns.,2020-01-01\nFerry,It sails.,\n")
    assert [article.status for article in articles_in(found)] == ["trash", ""]


def test_a_row_of_tomorrow_is_a_draft(tmp_path: Path) -> None:
    assert only_article(read(tmp_path, "title,body,date\nMill,It turns.,2026-02-01\n")).status == "future"


def test_nothing_personal_is_taken_over(tmp_path: Path) -> None:
    text = (
        "title,body,author,author_email,user_login,ip,contact,note\n"
        "Mill,It turns.,Ada Quill <ada@x.example>,ada@x.example,adaq,10.0.0.1,10.1.2.3,write to bo@x.example soon\n"
    )
    found = read(tmp_path, text)
    article = only_article(found).article
    assert (article.byline, article.extra) == (("Ada Quill",), {"note": "write to  soon"})
    assert not any(secret in repr(found) for secret in ("@x.example", "adaq", "10.0.0.1", "10.1.2.3"))


def test_a_whole_address_gives_the_permalink(tmp_path: Path) -> None:
    found = read(
        tmp_path, "title,body,url\nMill,T,https://x.example/a/mill.html\nFerry,S,https://x.example/a.php?id=2\n"
    )
    mill, ferry = (article.article for article in articles_in(found))
    assert (mill.permalink, mill.original_url) == ("/a/mill.html", "https://x.example/a/mill.html")
    assert (ferry.permalink, ferry.aliases) == ("", ("/a.php?id=2",))


def test_ids_last_as_long_as_what_they_are_made_of(tmp_path: Path) -> None:
    first = articles_in(read(tmp_path, "title,date,body\nMill,2019-05-04,It turns.\nFerry,2019-05-05,It sails.\n"))
    later = articles_in(
        read(tmp_path, "date,body,title\n2019-05-05,It sails again.,Ferry\n2019-05-04,It turns.,Mill\n")
    )
    assert {item.article.id for item in first} == {item.article.id for item in later}


def test_two_rows_of_one_id_are_two_articles(tmp_path: Path) -> None:
    found = read(tmp_path, "id,title,body\n1,Mill,It turns.\n1,Ferry,It sails.\n1,Mill,It turns.\n")
    ids = [article.article.id for article in articles_in(found)]
    assert len(set(ids)) == 2
    assert ids[0] == "table:stories:1"
    assert "the same row stands twice" in reasons_in(found, "article")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("25/04/2019", "04/05/2019"), ["2019-04-25", "2019-05-04"]),
        (("04/25/2019", "04/05/2019"), ["2019-04-25", "2019-04-05"]),
        (("04/05/2019", "05/06/2019"), ["None", "None"]),
        (("0000-00-00 00:00:00", "2019-05-04 08:30:00"), ["None", "2019-05-04T08:30:00"]),
        (("43589", "43590"), ["None", "None"]),
    ],
)
def test_dates_are_read_by_what_their_column_shows(tmp_path: Path, dates: Sequence[str], expected: list[str]) -> None:
    rows = "".join(f"Mill {number},It turns.,{date}\n" for number, date in enumerate(dates))
    found = articles_in(read(tmp_path, f"title,body,date\n{rows}"))
    assert [str(article.article.published) for article in found] == expected


@pytest.mark.parametrize(
    ("epoch", "number", "expected"),
    [
        ("1900", "43589", "2019-05-04"),
        ("1904", "42127", "2019-05-04"),
        ("1900", "43589.5", "2019-05-04T12:00:00"),
        ("1900", "1", "1900-01-01"),
    ],
)
def test_numbers_of_a_spreadsheet_are_dates_where_the_owner_says_so(
    tmp_path: Path, epoch: str, number: str, expected: str
) -> None:
    found = read(tmp_path, f"title,body,date\nMill,It turns.,{number}\n", mapping=TableMapping(serial_dates=epoch))
    assert str(only_article(found).article.published) == expected


def test_pictures_have_the_texts_beside_them(tmp_path: Path) -> None:
    text = "title,body,image,caption,photo_credit\nMill,T,https://x.example/i/wheel.jpg,It turns,T. Reed\n"
    found = read(tmp_path, text)
    (image,) = only_article(found).article.images
    assert (image.file, image.caption, image.credit) == ("/i/wheel.jpg", "It turns", "T. Reed")
    assert [item.url for item in found if isinstance(item, MissingFile)] == ["https://x.example/i/wheel.jpg"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("articles-2026-11-28.csv", "articles"),
        ("articles_export (2).csv", "articles"),
        ("a/b/herald.v2.jsonl", "herald"),
        ("2019.csv", "2019"),
        ("news 20261128.csv", "news"),
    ],
)
def test_the_name_of_a_table_is_that_of_the_next_export_too(path: str, name: str) -> None:
    assert table_name(path) == name


def test_the_account_has_each_value_of_a_row_once(tmp_path: Path) -> None:
    names = "id,title,headline,body,text,date,created_at,author,tags,image,caption,url,status,views,email,dek,note"
    values = "7,Mill,Wheel,It turns.,Other,2019-05-04,2018,Ada,mill,/i/a.jpg,Cap,/mill/,published,3,a@x.example,=A1+B2,"
    found = read(tmp_path, f"{names}\n{values}\n")
    counts = Counter(entry.name for entry in entries_in(found) if entry.kind == "field")
    assert counts == Counter(names.split(",")[:-1])
