"""Comments beside an article are read line by line; what cannot be read is told and left out."""

import json
from pathlib import Path

import pytest

from newsgen.errors import Finding
from newsgen.record.comment import Comment
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site
from newsgen.sources.comments import CommentsReading, find_stray_comments, owners_of, read_comments
from newsgen.sources.files import Source
from newsgen.sources.scan import list_files

LABEL = "articles/mill.comments.jsonl"


def read(folder: Path, text: str, site: Site | None = None, *more: str) -> CommentsReading:
    (folder / "mill.md").write_text("# Mill\n\nIt turns.\n")
    (folder / "mill.comments.jsonl").write_text(text)
    for name in more:
        (folder / name).write_text("It turns.\n")
    return read_comments(Source("mill.md", "articles/mill.md", folder / "mill.md"), site or Site())


def messages(reading: CommentsReading) -> list[str]:
    return [str(finding.problem) for finding in reading.findings]


def one(**values: object) -> str:
    return f"{json.dumps(values)}\n"


COMMENTS = {
    "whole": (
        one(id="7", author="Iris", date="2019-05-05T10:00:00+01:00", text="At last!", parent=""),
        Comment("7", "Iris", PartialDate(2019, 5, 5, "10:00:00+01:00"), "At last!"),
    ),
    "bare": (one(text="At last!"), Comment("", "", None, "At last!")),
    "a month": (one(text="x", date="2019-05"), Comment("", "", PartialDate(2019, 5), "x")),
    "numbers": (one(id=7, parent=3, text="x"), Comment("7", "", None, "x", "3")),
    "paragraphs": (one(text="\n a\r\n\r\nb \n"), Comment("", "", None, "a\n\nb")),
    "a name alone": (one(author="Iris", text=""), Comment("", "Iris", None, "")),
    "control characters": (one(text="a\x00b"), Comment("", "", None, "a\ufffdb")),
    "blank lines": (f"\n\n{one(text='x')}\n  \n", Comment("", "", None, "x")),
    "Windows' line ends": (one(text="x").replace("\n", "\r\n"), Comment("", "", None, "x")),
}


@pytest.mark.parametrize("name", COMMENTS)
def test_a_line_is_a_comment(tmp_path: Path, name: str) -> None:
    text, comment = COMMENTS[name]
    assert read(tmp_path, text) == CommentsReading((comment,), ())


REFUSED = {
    "oops\n": "is no JSON object",
    "[1]\n": "is no JSON object",
    "[" * 100_000 + "\n": "is no JSON object",
    '{"text": ' + "9" * 5000 + "}\n": "is no JSON object",
    one(text=["x"]): '"text" must be text',
    one(text="x", author=7): '"author" must be text',
    one(text="x", author="a\nb"): '"author" must be one line',
    one(text="x", id=True): '"id" must be text',
    one(id="7", text=" "): "says nothing",
}


@pytest.mark.parametrize("line", REFUSED, ids=list(REFUSED.values()))
def test_a_line_that_is_no_comment_is_left_out_and_told(tmp_path: Path, line: str) -> None:
    reading = read(tmp_path, one(text="first") + line + one(text="last"))
    assert [comment.text for comment in reading.comments] == ["first", "last"]
    (finding,) = reading.findings
    problem = finding.problem
    assert (finding.rule, problem.path, problem.line, problem.message) == ("comments", LABEL, 2, REFUSED[line])


def test_a_date_that_cannot_be_read_leaves_the_comment_undated(tmp_path: Path) -> None:
    reading = read(tmp_path, one(id="1", text="x", date="lately"))
    assert reading.comments == (Comment("1", "", None, "x"),)
    assert messages(reading) == [
        f'{LABEL}:1: "date" must be a date such as 2020, 2020-07 or 2020-07-12\n'
        '    The comment has no date.\n    Correct "date".'
    ]


def test_no_other_key_is_taken_over(tmp_path: Path) -> None:
    reading = read(tmp_path, one(text="x", email="iris@mail.example", ip="203.0.113.7"))
    assert reading.comments == (Comment("", "", None, "x"),)
    assert messages(reading) == [
        f'{LABEL}:1: leaves out the unknown keys "email", "ip"\n'
        "    Only what every reader may see is kept with the article.\n"
        "    Keys are id, author, date, text, parent; take others out."
    ]


def test_a_second_comment_of_an_id_has_none(tmp_path: Path) -> None:
    reading = read(tmp_path, one(id="1", text="a") + one(id="1", text="b") + one(text="c") + one(text="d"))
    assert [comment.id for comment in reading.comments] == ["1", "", "", ""]
    assert messages(reading) == [
        f'{LABEL}:2: has the id "1" of another comment\n'
        "    Answers to it belong to the first one.\n    Give each comment an id of its own."
    ]


def test_a_circle_of_answers_is_opened(tmp_path: Path) -> None:
    lines = [one(id=number, parent=parent, text="x") for number, parent in ((1, 2), (2, 3), (3, 1), (4, 4), (5, 3))]
    reading = read(tmp_path, "".join(lines))
    assert [(comment.id, comment.parent) for comment in reading.comments] == [
        ("1", ""),
        ("2", "3"),
        ("3", "1"),
        ("4", ""),
        ("5", "3"),
    ]
    assert [finding.problem.message for finding in reading.findings] == [
        'comment "1" answers itself',
        'comment "4" answers itself',
    ]


def test_a_long_thread_is_read(tmp_path: Path) -> None:
    text = "".join(one(id=number, parent=number - 1, text="x") for number in range(1, 3000))
    assert len(read(tmp_path, text).comments) == 2999


def test_comments_that_may_be_of_two_articles_are_of_none(tmp_path: Path) -> None:
    reading = read(tmp_path, one(text="x"), None, "mill.txt")
    assert reading.comments == ()
    assert messages(reading) == [
        f"{LABEL}: may belong to mill.md or mill.txt\n"
        "    Comments would stand below a text that they are not about, so that no page shows them.\n"
        "    Give one of the articles another name."
    ]
    other = read_comments(Source("mill.txt", "articles/mill.txt", tmp_path / "mill.txt"), Site())
    assert other == CommentsReading()


def test_a_page_without_front_matter_is_no_other_article(tmp_path: Path) -> None:
    assert len(read(tmp_path, one(text="x"), None, "mill.html").comments) == 1


def test_ignored_comments_and_symbolic_links_are_not_read(tmp_path: Path) -> None:
    assert read(tmp_path, one(text="x"), Site(ignore=("*.jsonl",))) == CommentsReading()
    (tmp_path / "mill.comments.jsonl").rename(tmp_path / "other.jsonl")
    (tmp_path / "mill.comments.jsonl").symlink_to(tmp_path / "other.jsonl")
    assert read_comments(Source("mill.md", "articles/mill.md", tmp_path / "mill.md"), Site()) == CommentsReading()


def test_comments_of_no_sure_encoding_are_told(tmp_path: Path) -> None:
    (tmp_path / "mill.md").write_text("It turns.")
    (tmp_path / "mill.comments.jsonl").write_bytes(b'{"text": "\xff\xfe\x00\x81\x9d"}')
    reading = read_comments(Source("mill.md", "articles/mill.md", tmp_path / "mill.md"), Site())
    assert [(found.rule, found.problem.path) for found in reading.findings] == [("comments", LABEL)]


def test_comments_whose_article_is_not_there_are_told(tmp_path: Path) -> None:
    for name in ("mill.comments.jsonl", "mill.MD", "gone.comments.jsonl", "kept.comments.jsonl", "kept.jpg"):
        (tmp_path / name).write_text("x")
    files = list_files(tmp_path)
    assert owners_of("mill.comments.jsonl", files) == ["mill.MD"]
    found = find_stray_comments(files, tmp_path, Site(ignore=("kept.*",)))
    assert [str(finding.problem) for finding in found] == [
        "articles/gone.comments.jsonl: holds comments on an article that is not there\n"
        "    No page shows these comments, and no dump holds them.\n"
        "    Put the article beside it as gone.md or gone.txt, or delete the file."
    ]
    assert {type(finding) for finding in found} == {Finding}
