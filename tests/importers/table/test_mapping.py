"""The mapping file says what each column holds, and what its owner corrects counts."""

from functools import partial
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.importers.input_files import ByteCount, find_input_files
from newsgen.importers.table.mapping import TableMapping, read_mapping
from newsgen.importers.table.open_table import Choice
from newsgen.importers.table.read import read_tables
from newsgen.importers.table.sketch import sketch_mapping
from tests.support.importing import TODAY, count_entries, markdown_of, messages_in, only_article, read_all

TABLE = (
    "nr,kopf,inhalt,wann,mail,rubrik\n"
    f'1,The mill wheel turns again,"{"It turns and turns. " * 20}",25/04/2019,ada@x.example,Town\n'
    f'2,The ferry is back on the river,"{"It sails and sails. " * 20}",03/04/2019,,\n'
)
SKETCH = """\
columns:
  - column: nr
    field: extra
    holds: numbers
    filled: "100%"
    example: "1"
  - column: kopf
    field: headline
    holds: texts of 26 to 30 characters
    filled: "100%"
    example: The mill wheel turns again
  - column: inhalt
    field: body
    holds: texts of 400 to 400 characters
    filled: "100%"
    example: "It turns and turns. It turns and turns. It turns and turns. "
  - column: wann
    field: published
    holds: dates
    filled: "100%"
    example: "25/04/2019"
  - column: mail
    field: leave out
    holds: addresses of e-mail
    filled: "50%"
  - column: rubrik
    field: section
    holds: texts of 4 to 4 characters
    filled: "50%"
    example: Town
"""


def write_table(tmp_path: Path, text: str = TABLE) -> Path:
    file = tmp_path / "stories.csv"
    file.write_text(text)
    return file


def sketch(tmp_path: Path, text: str = TABLE) -> Path:
    (file,) = find_input_files([str(write_table(tmp_path, text))], ByteCount())
    return sketch_mapping(file, Choice(), tmp_path)


def test_a_sketch_shows_each_column(tmp_path: Path) -> None:
    text = sketch(tmp_path).read_text()
    assert text[text.index("columns:") :] == SKETCH
    assert "ada@x.example" not in text


def test_a_sketch_is_read_as_it_is(tmp_path: Path) -> None:
    mapping = read_mapping(sketch(tmp_path))
    assert mapping.fields == {
        "nr": "extra",
        "kopf": "headline",
        "inhalt": "body",
        "wann": "published",
        "mail": "leave out",
        "rubrik": "section",
    }
    assert (mapping.body_format, mapping.day_first, mapping.serial_dates) == ("text", None, "")


def test_a_sketch_replaces_no_file(tmp_path: Path) -> None:
    path = sketch(tmp_path)
    path.write_text("mine")
    with pytest.raises(NewsgenError, match="is there already"):
        sketch(tmp_path)
    assert path.read_text() == "mine"


def test_what_the_owner_says_counts(tmp_path: Path) -> None:
    write_table(tmp_path, "title,body,date,email\nMill,<b>It</b> <i>turns</i>.,03/04/2019,ada@x.example\n")
    mapping = TableMapping({"title": "body", "body": "headline", "email": "extra"}, "text", True)
    read = partial(read_tables, choice=Choice(), mapping=mapping, today=TODAY)
    found = read_all(read, tmp_path / "stories.csv")
    article = only_article(found)
    assert (article.article.headline, markdown_of(article)) == ("<b>It</b> <i>turns</i>.", "Mill")
    assert str(article.article.published) == "2019-04-03"
    assert count_entries(found, "field")["email", "left out"] == 1
    assert "ada@x.example" not in repr(found)


def test_columns_that_are_not_there_are_told(tmp_path: Path) -> None:
    write_table(tmp_path, "title,body\nMill,It turns.\n")
    read = partial(read_tables, choice=Choice(), mapping=TableMapping({"titel": "headline"}), today=TODAY)
    assert messages_in(read_all(read, tmp_path / "stories.csv")) == [
        '0: has no column "titel", which the mapping file names. Did you mean "title"?'
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("body_format: htm\n", 'body_format: "htm" is unknown. Did you mean "html"?'),
        ("date_order: us\ncolumns: []\n", 'date_order: "us" is unknown.'),
        ("colums: []\n", 'the key "colums" is unknown. Did you mean "columns"?'),
        (
            "columns:\n  - column: a\n    field: headlin\n",
            'the field "headlin" of "a" is unknown. Did you mean "headline"?',
        ),
        ("columns:\n  - field: headline\n", "has a column without a name"),
        ("columns:\n  - column: a\n  - column: a\n", 'names the column "a" twice'),
    ],
)
def test_a_mapping_with_slips_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "mapping.yaml"
    file.write_text(text)
    with pytest.raises(NewsgenError) as failed:
        read_mapping(file)
    assert message in [problem.message for problem in failed.value.problems]
