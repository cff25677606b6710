"""Which texts are inspected, and what is found in each."""

import json
from pathlib import Path
from textwrap import fill

import pytest

from newsgen.commands.inspect.lines import find_texts, inspect_text, summarise
from newsgen.errors import NewsgenError
from newsgen.settings.site import Site
from newsgen.sources.files import Source
from newsgen.sources.pasted.account import Account
from newsgen.sources.reading import LineReading

REASON = "\n    newsgen reads .txt and .md files, and folders of them.\n    Name a file or folder of articles."


def write(file: Path, text: str = "# The mill\n\nWater.\n") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def failure(*names: str) -> str:
    with pytest.raises(NewsgenError) as failed:
        list(find_texts(names))
    return str(failed.value)


def test_files_are_found_by_their_names_in_the_order_given(tmp_path: Path) -> None:
    second, first = write(tmp_path / "b.txt"), write(tmp_path / "a.MD")
    assert list(find_texts([str(second), str(first)])) == [
        Source("b.txt", str(second), second),
        Source("a.MD", str(first), first),
    ]


@pytest.mark.parametrize("slash", ["", "/", "//"])
def test_a_folder_gives_all_its_texts(tmp_path: Path, slash: str) -> None:
    write(tmp_path / "b" / "c.txt")
    write(tmp_path / "a.md")
    write(tmp_path / "logo.png")
    assert list(find_texts([f"{tmp_path}{slash}"])) == [
        Source("a.md", f"{tmp_path}/a.md", tmp_path / "a.md"),
        Source("b/c.txt", f"{tmp_path}/b/c.txt", tmp_path / "b" / "c.txt"),
    ]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    name = str(tmp_path / "mill.md")
    assert failure(name) == f"{name}: there is no such file or folder{REASON}"


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    name = str(write(tmp_path / "mill.docx"))
    assert failure(name) == f"{name}: is not an article text{REASON}"


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    assert failure(str(tmp_path)) == (
        f"{tmp_path}: there is no article in this folder\n"
        "    newsgen makes a site from the .txt and .md files in it.\n"
        '    Put article text there, or name another folder with "articles:" in site.yaml.'
    )


def test_the_record_holds_every_field_as_plain_values(tmp_path: Path) -> None:
    text = (
        "---\ntitle: The mill\ndek: Ten years on\nkicker: Power\nauthor: Ada Quill; Ben Oar\ndateline: SORREL\n"
        "section: [Sea, Wind]\ntags: [tide]\nlang: en-GB\ndate: 2024-02\nupdated: 2024-03-01 07:15\n"
        "related: [{title: The ferry, url: /ferry.html}]\noriginal_url: https://quay.example/1\nrights: © The Quay\n"
        "---\nWater.\n"
    )
    file = write(tmp_path / "mill.md", text)
    inspection = inspect_text(Source("mill.md", "texts/mill.md", file), Site())
    lines = inspection.record.pop("lines")
    assert inspection.path == "texts/mill.md"
    assert inspection.record == {
        "path": "texts/mill.md",
        "headline": "The mill",
        "dek": "Ten years on",
        "kicker": "Power",
        "dateline": "SORREL",
        "language": "en-GB",
        "original_url": "https://quay.example/1",
        "rights": "© The Quay",
        "print_page": "",
        "section": "Sea",
        "byline": ["Ada Quill", "Ben Oar"],
        "tags": ["tide"],
        "published": "2024-02",
        "updated": "2024-03-01T07:15:00",
        "converted": {},
        "body": ["Water."],
        "related": [{"title": "The ferry", "url": "/ferry.html"}],
        "words": None,
    }
    assert [line["line"] for line in lines] == list(range(1, 17))
    assert lines[1] == {"line": 2, "role": "headline", "rule": "front matter", "confidence": 1.0}
    assert inspection.lines[15] == LineReading(16, "Water.", "body", "Markdown")


def test_fields_that_a_text_does_not_have_are_empty_and_never_guessed(tmp_path: Path) -> None:
    file = write(tmp_path / "2024-02-29-mill.md", "Water.\n")
    site = Site(default_section="News", language="en-GB", rights="© The Quay")
    record = inspect_text(Source(file.name, file.name, file), site).record
    assert record == {
        "path": "2024-02-29-mill.md",
        "headline": "",
        "dek": "",
        "kicker": "",
        "dateline": "",
        "language": "",
        "original_url": "",
        "rights": "",
        "print_page": "",
        "section": "",
        "byline": [],
        "tags": [],
        "published": None,
        "updated": None,
        "converted": {},
        "body": ["Water."],
        "related": [],
        "words": None,
        "lines": [{"line": 1, "role": "body", "rule": "Markdown", "confidence": 1.0}],
    }


def test_a_record_shows_the_words_of_a_converted_date(tmp_path: Path) -> None:
    text = (
        "渡し船が港に戻る\n\n令和6年5月4日\n\n冬のあいだ止まっていた渡し船が、修理を終えて港に戻った。桟橋では朝から大勢の人が船を待ち、"
        "町の楽団が曲を奏でて出迎えた。来週からは一日に六便が島とのあいだを結ぶ予定だ。\n"
    )
    file = write(tmp_path / "ferry.txt", text)
    record = inspect_text(Source("ferry.txt", "ferry.txt", file), Site()).record
    assert (record["published"], record["converted"]) == ("2024-05-04", {"published": "令和6年5月4日"})


def test_a_record_can_be_written_as_json(tmp_path: Path) -> None:
    file = write(tmp_path / "mill.md", "---\ntitle: الطاحونة\ndate: 1998\nsection: ''\ntags: []\n---\nWater.\n")
    record = inspect_text(Source(file.name, file.name, file), Site()).record
    assert json.loads(json.dumps(record)) == record


def test_a_draft_can_be_inspected(tmp_path: Path) -> None:
    file = write(tmp_path / "mill.md", "---\ntitle: The mill\ndraft: true\n---\nWater.\n")
    assert inspect_text(Source(file.name, file.name, file), Site()).record["headline"] == "The mill"


def test_an_unreadable_text_raises_its_problems(tmp_path: Path) -> None:
    file = write(tmp_path / "mill.md", "")
    with pytest.raises(NewsgenError) as failed:
        inspect_text(Source(file.name, "texts/mill.md", file), Site())
    assert str(failed.value) == (
        "texts/mill.md: is empty\n    There is nothing in it to publish.\n    Put the text in, or take the file away."
    )


PARAGRAPHS = (
    "The ferry came back to the Salt Quay on Tuesday with eleven cars, a horse box and the only postman of the island,"
    " who had waited for her since the lamps were lit on Monday and would not say why he had.",
    "It will sail twice a day from now on, the harbour master said, and thrice on the Saturday of Lantern Night, when"
    " the whole town goes to the island and comes back with wet feet and a paper boat in its hand.",
    "Nobody on the quay could remember a winter without her, and the men of the rope walk, who had mended her lines for"
    " forty years, rang the bell until she was made fast and the last of the cars was ashore.",
)
WRAPPED = "\n\n".join(("Ferry returns to the quay", *(fill(words, 72) for words in PARAGRAPHS)))


def test_every_line_of_a_joined_paragraph_has_an_entry_that_names_the_first(tmp_path: Path) -> None:
    file = write(tmp_path / "ferry.txt", WRAPPED)
    inspection = inspect_text(Source(file.name, file.name, file), Site())
    assert [line.numbers for line in inspection.lines] == [range(1, 2), range(3, 6), range(7, 10), range(11, 14)]
    lines = inspection.record["lines"]
    assert [line["line"] for line in lines] == [1, 3, 4, 5, 7, 8, 9, 11, 12, 13]
    entry = {"role": "body", "rule": "paragraph", "confidence": 0.9}
    assert lines[1:4] == [{"line": number, **entry, "paragraph": 3} for number in (3, 4, 5)]
    assert "paragraph" not in lines[0]


def test_the_words_of_a_pasted_text_are_counted_by_what_became_of_them(tmp_path: Path) -> None:
    file = write(tmp_path / "ferry.txt", WRAPPED)
    record = inspect_text(Source(file.name, file.name, file), Site()).record
    assert record["words"] == {"body": len(WRAPPED.split()) - 5, "fields": 5, "chrome": 0, "left_out": 0}


def test_a_summary_names_the_texts_that_may_be_incomplete(tmp_path: Path) -> None:
    file = write(tmp_path / "ferry.txt", WRAPPED)
    inspection = inspect_text(Source(file.name, "texts/ferry.txt", file), Site())
    doubtful = inspection._replace(path="texts/mill.txt", account=Account(90, 5, 0, 11, (range(9, 10),), 0.11))
    assert summarise([inspection, doubtful]).left_out == ("texts/mill.txt",)
