"""Records as JSON and CSV, which hold all of an article as other programs read it."""

import csv
import io
import json
import re
from collections.abc import Mapping
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.record.article import Article, Block
from newsgen.record.plain_text import text_of
from newsgen.record.serialise import ADDRESS, FIELDS, csv_header, csv_row, json_line, make_record_parts
from tests.support.records import FULL_ARTICLE, an_article

TEXT = st.text(st.characters(codec="utf-8"))
BODY = st.lists(st.builds(Block, st.sampled_from(("paragraph", "markdown", "quote")), TEXT, st.just(1))).map(tuple)


def read_json(article: Article) -> dict[str, object]:
    line = json_line(
        article.path, "/2020/flood.html", "https://q.example/x", make_record_parts(article), ("/old/1", "/old/2")
    )
    return dict(json.loads(line))


def read_csv(article: Article) -> dict[str, str]:
    table = csv_header() + csv_row(
        article.path, "/2020/flood.html", "", make_record_parts(article), ("/old/1", "/old/2")
    )
    (row,) = csv.DictReader(io.StringIO(table.decode(), newline=""), strict=True)
    return row


def plain(row: Mapping[str, str]) -> dict[str, str]:
    """A row without the apostrophes that keep spreadsheets from running cells."""
    return {name: cell[1:] if re.match("'+[=+\\-@\t\r＝＋－＠]", cell) else cell for name, cell in row.items()}


def test_a_json_record_holds_all_fields() -> None:
    assert read_json(FULL_ARTICLE) == {
        "path": "2020/flood.txt",
        "permalink": "/2020/flood.html",
        "url": "https://q.example/x",
        "aliases": ["/old/1", "/old/2"],
        "headline": '"Gone", they said',
        "dek": "=1+1",
        "kicker": "'=1",
        "byline": ["Ada Quill", "Bo Fenn"],
        "dateline": "",
        "section": "Harbour",
        "tags": ["tide", "C++"],
        "language": "ar",
        "direction": "rtl",
        "published": "2020-07",
        "updated": "2020-07-12T07:15:00+01:00",
        "corrections": [{"date": "2021", "text": "The year was wrong."}, {"date": "", "text": "And the name."}],
        "related": [{"headline": "Ferry returns", "url": "/2019/ferry.html"}, {"headline": "Bell", "url": ""}],
        "images": [{"file": "quay.jpg", "alt": "A quay", "caption": "The quay at dawn", "credit": "Ada Quill"}],
        "original_url": "https://old.example/1",
        "rights": "© Quay",
        "slug": "flood",
        "id": "flood-1",
        "print_page": "A4",
        "notice": "Part of an archive.",
        "delisted": True,
        "withdrawal": {"kind": "withdrawn", "reason": "Untrue", "date": "2024-05"},
        "extra": {"id": "7", "more": ["a", {"b": None, "c": True}]},
        "text_sha256": sha256("The river rose.\n\nمياه\n\n- one".encode()).hexdigest(),
        "blocks": [
            {"kind": "paragraph", "start": 0, "end": 15},
            {"kind": "subhead", "start": 17, "end": 21},
            {"kind": "item", "start": 23, "end": 28},
        ],
        "text": "The river rose.\n\nمياه\n\n- one",
    }


def test_a_csv_row_holds_the_same() -> None:
    row, record = read_csv(FULL_ARTICLE), read_json(FULL_ARTICLE)
    assert (row["dek"], row["kicker"], row["byline"]) == ("'=1+1", "''=1", "Ada Quill | Bo Fenn")
    assert row["images"] == '[{"file":"quay.jpg","alt":"A quay","caption":"The quay at dawn","credit":"Ada Quill"}]'
    for name, cell in plain(row).items():
        value = {**record, "url": ""}[name]
        if name in ("byline", "tags", "aliases"):
            assert cell.split(" | ") == value
        else:
            assert (cell if isinstance(value, str) else json.loads(cell)) == value


def test_every_field_of_an_article_is_in_its_record() -> None:
    own = {*Article.__slots__} - {"path", "permalink", "aliases", "origin", "body", "text_digest"}
    # Only records of articles that have them have these.
    own -= {"publication", "groups", "comments", "shows_comments", "translation_of"}
    # The names are replaced in all of a record.
    own -= {"is_anonymised"}
    assert own | {"blocks", "text", "text_sha256"} == set(FIELDS)
    assert tuple(read_json(FULL_ARTICLE)) == tuple(read_csv(FULL_ARTICLE)) == (*ADDRESS, *FIELDS)


@given(BODY, TEXT)
def test_any_text_comes_back(body: tuple[Block, ...], dek: str) -> None:
    article = an_article(body=body, dek=dek)
    record = read_json(article)
    text = str(record["text"])
    blocks: list[dict[str, int]] = record["blocks"]  # type: ignore[assignment]
    assert text == text_of(article)
    assert [text[block["start"] : block["end"]] for block in blocks] == [block.text for block in body]
    assert record["dek"] == dek
    row = plain(read_csv(article))
    assert (row["text"], row["dek"]) == (text, dek)


@given(BODY)
def test_a_json_record_is_what_the_encoder_writes(body: tuple[Block, ...]) -> None:
    article = an_article(body=body)
    line = json_line(article.path, "/a.html", "", make_record_parts(article))
    assert line == (json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":")) + "\n").encode()


@pytest.mark.parametrize("text", ["=1+1", "'=1", "+1", "-1", "@a", "\tx", "＝1", "''-"])
def test_no_cell_is_a_formula(text: str) -> None:
    row = read_csv(an_article(dek=text, body=(Block("markdown", text, 1),)))
    assert row["dek"] == row["text"] == f"'{text}"


@pytest.mark.parametrize("text", ["'Tis the season", "1-1", "a=b", "’-1"])
def test_other_cells_stay_unchanged(text: str) -> None:
    row = read_csv(an_article(dek=text, body=(Block("markdown", text, 1),)))
    assert row["dek"] == row["text"] == text


def test_different_records_have_different_digests() -> None:
    one, same = an_article(dek="a"), an_article(dek="a")
    other = an_article(dek="b")
    assert make_record_parts(one).digest == make_record_parts(same).digest != make_record_parts(other).digest


def test_an_undecodable_file_name_is_escaped() -> None:
    path = "caf\udce9.txt"
    assert json.loads(json_line(path, "/a.html", "", make_record_parts(an_article(path))))["path"] == path
    assert csv_row(path, "", "", make_record_parts(an_article(path))).startswith(b'"caf\\udce9.txt",')
