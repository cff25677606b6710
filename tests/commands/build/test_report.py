"""What `newsgen build` prints."""

import dataclasses
import json
from dataclasses import replace

import pytest

from newsgen.build.build import Summary
from newsgen.commands.build.report import (
    report_build,
    report_build_as_json,
    report_left_out,
    report_missing_fields,
    report_notes,
    report_summary,
    report_warning,
    report_written,
)
from newsgen.errors import Problem
from newsgen.output.files import Counts


def a_note(line: int) -> Problem:
    return Problem("a.md", line, "is wet", "Ink runs.", "Dry it.")


SUMMARY = Summary(Counts(1234, 5, 0), 1000, {"date": 3, "dek": 0}, 2, (a_note(1),), (a_note(2), a_note(3)), "")


def test_the_summary_is_followed_by_what_an_editor_may_fix(capsys: pytest.CaptureFixture[str]) -> None:
    report_build(SUMMARY, 2.345, verbose=False)
    assert capsys.readouterr() == (
        "1,234 written, 5 kept, 0 deleted in 2.3 s (1,000 articles)\n"
        "Of 1,000 articles: 3 without date.\n"
        "1 image missing or broken, with a note in its place (-v tells which).\n"
        "2 links without a target in the archive (-v tells which).\n"
        "2 drafts left out.\n",
        "",
    )


def test_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    report_build_as_json(SUMMARY, 2.34567)
    assert json.loads(capsys.readouterr().out) == {
        "written": 1234,
        "kept": 5,
        "deleted": 0,
        "articles": 1000,
        "drafts": 2,
        "without": {"date": 3, "dek": 0},
        "left_out": [],
        "seconds": 2.346,
    }


@pytest.mark.parametrize(
    ("files", "note"),
    [
        (("a.txt",), "1 text left out more than a tenth of its words: newsgen inspect a.txt\n"),
        (("a.txt", "b\udce9.txt"), "2 texts left out more than a tenth of their words: newsgen inspect a.txt\n"),
    ],
)
def test_texts_that_may_be_incomplete_are_counted_and_the_first_is_named(
    files: tuple[str, ...], note: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report_left_out(files, verbose=False)
    assert capsys.readouterr() == (note, "")
    report_left_out(files, verbose=True)
    names = "".join(f"    {file}\n" for file in files).replace("\udce9", "\\udce9")
    assert capsys.readouterr() == (note, names)


def test_nothing_is_said_where_no_text_may_be_incomplete(capsys: pytest.CaptureFixture[str]) -> None:
    report_left_out((), verbose=True)
    assert capsys.readouterr() == ("", "")


def test_json_lists_the_texts_that_may_be_incomplete(capsys: pytest.CaptureFixture[str]) -> None:
    report_build_as_json(replace(SUMMARY, left_out=("a.txt", "b\udce9.txt")), 1)
    assert json.loads(capsys.readouterr().out)["left_out"] == ["a.txt", "b\\udce9.txt"]


def test_one_article_is_counted_in_the_singular(capsys: pytest.CaptureFixture[str]) -> None:
    report_summary(Counts(9, 0, 0), 1, 0.04)
    assert capsys.readouterr().out == "9 written, 0 kept, 0 deleted in 0.0 s (1 article)\n"
    report_missing_fields({"date": 1}, 1)
    assert capsys.readouterr().out == "Of 1 article: 1 without date.\n"


@pytest.mark.parametrize("counts", [{}, {"date": 0}])
def test_complete_fields_are_not_mentioned(counts: dict[str, int], capsys: pytest.CaptureFixture[str]) -> None:
    report_missing_fields(counts, 4)
    assert capsys.readouterr().out == ""


def test_notes_are_counted_and_listed_on_demand_only(capsys: pytest.CaptureFixture[str]) -> None:
    report_notes(map(a_note, (1, 2)), "link", "without a target", verbose=False)
    assert capsys.readouterr().out == "2 links without a target (-v tells which).\n"
    report_notes(map(a_note, (1, 2)), "link", "without a target", verbose=True)
    assert capsys.readouterr() == ("2 links without a target.\n", f"{a_note(1)}\n{a_note(2)}\n")


@pytest.mark.parametrize("verbose", [False, True])
def test_no_notes_print_nothing(verbose: bool, capsys: pytest.CaptureFixture[str]) -> None:
    report_notes((), "link", "without a target", verbose)
    assert capsys.readouterr() == ("", "")


def test_a_warning_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    report_warning(SUMMARY)
    assert capsys.readouterr() == ("", "")
    report_warning(dataclasses.replace(SUMMARY, warning="The state was set aside."))
    assert capsys.readouterr() == ("", "The state was set aside.\n")


def test_a_written_file_is_printed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    report_written("index.html", "ferry.md is new")
    report_written("caf\udce9.txt", "the file caf\udce9.txt changed")
    assert capsys.readouterr().out == ("index.html: ferry.md is new\ncaf\\udce9.txt: the file caf\\udce9.txt changed\n")
