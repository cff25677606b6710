"""What `newsgen build` prints."""

import dataclasses
import json
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.build.build import Summary
from newsgen.commands.build.report import (
    report_build,
    report_build_as_json,
    report_findings,
    report_missing_fields,
    report_summary,
    report_unpublished,
    report_warning,
    report_written,
)
from newsgen.errors import Finding, Problem
from newsgen.output.files import Counts
from newsgen.settings.check_rules import RULES


def a_problem(line: int, path: str = "a.md") -> Problem:
    return Problem(path, line, "is wet", "Ink runs.", "Dry it.")


def a_finding(rule: str, line: int = 0, path: str = "a.md") -> Finding:
    return Finding(rule, a_problem(line, path))


FINDINGS = (a_finding("links", 1), a_finding("missing-images", 2), a_finding("links", 3))
SUMMARY = Summary(Counts(1234, 5, 0), 1000, {"date": 3, "dek": 0}, {"private": 1, "draft": 2}, FINDINGS, "")


def test_the_summary_is_followed_by_what_an_editor_may_fix(capsys: pytest.CaptureFixture[str]) -> None:
    report_build(SUMMARY, 2.345, verbose=False)
    assert capsys.readouterr() == (
        "1,234 written, 5 kept, 0 deleted in 2.3 s (1,000 articles)\n"
        "Of 1,000 articles: 3 without date.\n"
        "Left out: 2 drafts, 1 private.\n"
        "3 things to fix, none of which stops a build; newsgen check lists them:\n"
        "        2  links that lead to nothing in the archive\n"
        "        1  images that are not there\n",
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
        "unpublished": {"draft": 2, "private": 1},
        "left_out": [],
        "findings": {"links": 2, "missing-images": 1},
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
    report_findings([a_finding("left-out", path=file) for file in files], verbose=False)
    things = "1 thing" if len(files) == 1 else f"{len(files)} things"
    assert capsys.readouterr() == (
        f"{things} to fix, none of which stops a build; newsgen check lists them:\n"
        f"        {len(files)}  pasted texts of whose article more than a tenth may be missing\n{note}",
        "",
    )


def test_every_finding_is_listed_on_demand_only(capsys: pytest.CaptureFixture[str]) -> None:
    report_findings(FINDINGS[:1], verbose=True)
    assert capsys.readouterr() == (
        "1 thing to fix, none of which stops a build:\n        1  links that lead to nothing in the archive\n",
        f"{a_problem(1)}\n",
    )


def test_of_many_rules_the_most_frequent_nine_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    rules = [rule for rule in RULES if rule != "left-out"][:12]
    report_findings([a_finding(rule) for rule in (*rules, *rules[:9])], verbose=False)
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == [*(f"        2  {RULES[rule].finds}" for rule in rules[:9]), "        3  others"]


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({"draft": 1}, "1 draft"),
        ({"empty": 2, "draft": 1200}, "1,200 drafts, 2 empty files"),
        ({"future": 1, "members": 2, "protected": 1}, "1 scheduled, 2 for members only, 1 with a password"),
        ({"trash": 3, "revision": 1, "unpublished": 2}, "1 revision, 3 in the trash, 2 unpublished"),
        ({"underscored": 2, "unknown": 1}, '2 with a name that begins with "_", 1 of an unknown status'),
    ],
)
def test_what_is_left_out_is_counted_in_words(
    counts: dict[str, int], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report_unpublished(counts)
    assert sorted(capsys.readouterr().out.removeprefix("Left out: ").removesuffix(".\n").split(", ")) == sorted(
        line.split(", ")
    )


def test_nothing_is_said_where_nothing_was_found_or_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    report_findings((), verbose=True)
    report_unpublished({})
    assert capsys.readouterr() == ("", "")


def test_json_lists_the_texts_that_may_be_incomplete(capsys: pytest.CaptureFixture[str]) -> None:
    found = tuple(a_finding("left-out", path=file) for file in ("a.txt", "b\udce9.txt"))
    report_build_as_json(replace(SUMMARY, findings=found), 1)
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


def test_a_warning_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    report_warning(SUMMARY)
    assert capsys.readouterr() == ("", "")
    report_warning(dataclasses.replace(SUMMARY, warning="The state was set aside."))
    assert capsys.readouterr() == ("", "The state was set aside.\n")


def test_a_written_file_is_printed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    report_written("index.html", "ferry.md is new")
    report_written("caf\udce9.txt", "the file caf\udce9.txt changed")
    assert capsys.readouterr().out == ("index.html: ferry.md is new\ncaf\\udce9.txt: the file caf\\udce9.txt changed\n")


@given(st.lists(st.sampled_from([*RULES]), min_size=1, max_size=40))
def test_the_numbers_of_the_rules_sum_up_to_that_of_all(rules: list[str]) -> None:
    with redirect_stdout(StringIO()) as out:
        report_findings([a_finding(rule) for rule in rules], verbose=False)
    first, *counted = [line for line in out.getvalue().splitlines() if "newsgen inspect" not in line]
    assert int(first.split()[0]) == len(rules) == sum(int(line.split()[0]) for line in counted)
