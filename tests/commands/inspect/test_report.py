"""What `newsgen inspect` prints of texts."""

import pytest

from newsgen.commands.inspect.lines import FolderSummary, Inspection, RecurringLine
from newsgen.commands.inspect.report import report_inspection, report_summary
from newsgen.sources.pasted.account import Account
from newsgen.sources.reading import LineReading


def test_an_inspection_shows_the_fields_of_a_text_and_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    record = {
        "path": "mill.md",
        "headline": "The mill",
        "dek": "",
        "byline": ["Ada Quill", "Ben Oar"],
        "published": None,
        "body": ["Water."],
        "related": [{"title": "The ferry", "url": ""}, {"title": "Tide", "url": "https://quay.example/"}],
        "lines": [{"line": 1, "role": "headline", "rule": "first heading"}],
    }
    lines = (
        LineReading(1, "# The mill", "headline", "first heading"),
        LineReading(12345, "W" * 100, "body", "a rule of which there is no room for the whole wording", 0.62),
    )
    report_inspection(Inspection("mill.md", record, lines))
    assert capsys.readouterr().out == (
        "mill.md\n"
        "  headline     The mill\n"
        "  byline       Ada Quill, Ben Oar\n"
        "  related      The ferry, Tide\n"
        "\n"
        f"    1  headline      100%  first heading{' ' * 29}  # The mill\n"
        f"12345  body           62%  a rule of which there is no room for the w  {'W' * 80}\n"
        "\n"
    )


def test_a_related_article_without_a_headline_is_shown_by_its_address(capsys: pytest.CaptureFixture[str]) -> None:
    record = {"headline": "The mill", "related": [{"title": "", "url": "/ferry.html"}]}
    report_inspection(Inspection("mill.md", record, ()))
    assert capsys.readouterr().out == "mill.md\n  headline     The mill\n  related      /ferry.html\n\n\n"


def test_a_summary_is_a_table_and_the_recurring_lines(capsys: pytest.CaptureFixture[str]) -> None:
    recurring = (RecurringLine("Tide tables, every morning", 3, "body"), RecurringLine("Share", 2, "chrome"))
    report_summary(FolderSummary(1200, {"headline": 1200, "dek": 7}, recurring))
    assert capsys.readouterr().out == (
        "1,200 texts\n"
        "\n"
        "  field         found   blank\n"
        "  headline      1,200       0\n"
        "  dek               7   1,193\n"
        "\n"
        "Lines that recur. What is never an article's can be named in site.yaml under chrome:\n"
        "\n"
        "       3 texts  body      Tide tables, every morning\n"
        "       2 texts  chrome    Share\n"
    )


def test_a_summary_without_recurring_lines_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    report_summary(FolderSummary(1, {"headline": 1}, ()))
    assert capsys.readouterr().out == "1 text\n\n  field         found   blank\n  headline          1       0\n"


def test_the_shares_of_the_words_are_shown_in_percent(capsys: pytest.CaptureFixture[str]) -> None:
    record = {"headline": "The mill", "words": {"body": 870}}
    report_inspection(Inspection("mill.txt", record, (), Account(870, 60, 66, 4, (range(9, 10),), 0.0)))
    assert capsys.readouterr().out == (
        "mill.txt\n  headline     The mill\n  words        body 87 %, fields 6 %, site 7 %, left out 1 %\n\n\n"
    )


def test_the_shares_of_no_words_are_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    report_inspection(Inspection("mill.txt", {}, (), Account(0, 0, 0, 0, (), 0.0)))
    assert "  words        body 0 %, fields 0 %, site 0 %, left out 0 %\n" in capsys.readouterr().out


def test_a_joined_paragraph_shows_its_range_of_lines(capsys: pytest.CaptureFixture[str]) -> None:
    lines = (
        LineReading(1, "The mill", "headline", "first"),
        LineReading(112, "Water.", "body", "paragraph", 0.9, 115),
        LineReading(117, "Wind.", "body", "paragraph", 0.9, 117),
    )
    report_inspection(Inspection("mill.txt", {}, lines))
    shown = [line[:27].rstrip() for line in capsys.readouterr().out.splitlines()[2:5]]
    assert shown == ["      1  headline      100%", "112-115  body           90%", "    117  body           90%"]


@pytest.mark.parametrize(
    ("files", "note"),
    [
        (("a.txt",), "1 text left out more than a tenth of its words: newsgen inspect a.txt"),
        (("b.txt", "a.txt"), "2 texts left out more than a tenth of their words: newsgen inspect b.txt"),
    ],
)
def test_a_summary_counts_the_texts_that_may_be_incomplete(
    files: tuple[str, ...], note: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report_summary(FolderSummary(9, {"headline": 9}, (), files))
    assert capsys.readouterr().out.endswith(f"9       0\n\n{note}\n")
