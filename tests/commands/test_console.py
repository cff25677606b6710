import pytest

from newsgen.commands.build.report import report_blanks, report_notes, report_summary
from newsgen.commands.console import report_problems
from newsgen.commands.inspect.lines import Inspection, Recurring, Summary
from newsgen.commands.inspect.report import report_inspection, report_reading
from newsgen.errors import Problem
from newsgen.output.files import Counts
from newsgen.sources.reading import LineReading


def a_problem(line: int, message: str = "is wet") -> Problem:
    return Problem("a.md", line, message, "Ink runs.", "Dry it.")


def shown(*lines: int, message: str = "is wet") -> str:
    return "".join(f"a.md:{line}: {message}\n    Ink runs.\n    Dry it.\n" for line in lines)


def test_problems_go_to_standard_error_with_a_line_that_counts_them(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems([a_problem(1), a_problem(2, "is torn")], "nothing was written.")
    told = capsys.readouterr()
    assert told.err == f"{shown(1)}{shown(2, message='is torn')}2 problems: nothing was written.\n"
    assert told.out == ""


def test_one_problem_is_counted_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems([a_problem(1)], "nothing was read.")
    assert capsys.readouterr().err == f"{shown(1)}1 problem: nothing was read.\n"


def test_five_places_of_one_problem_are_all_shown(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems(map(a_problem, range(1, 6)), "nothing was written.")
    assert capsys.readouterr().err == f"{shown(1, 2, 3, 4, 5)}5 problems: nothing was written.\n"


def test_of_a_problem_in_many_places_the_first_is_shown_and_the_others_are_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    problems = [*map(a_problem, range(1, 1203)), a_problem(1203, "is torn")]
    report_problems(problems, "nothing was written.")
    assert capsys.readouterr().err == (
        f"{shown(1)}    The same in 1,201 more places (-v lists them).\n"
        f"{shown(1203, message='is torn')}1,203 problems: nothing was written.\n"
    )


def test_every_place_of_a_problem_is_shown_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems(map(a_problem, range(1, 8)), "nothing was written.", verbose=True)
    assert capsys.readouterr().err == f"{shown(*range(1, 8))}7 problems: nothing was written.\n"


def test_the_summary_of_a_build_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    report_summary(Counts(1234, 5, 0), 1000, 2.345)
    told = capsys.readouterr()
    assert told.out == "1,234 written, 5 kept, 0 deleted in 2.3 s (1,000 articles)\n"
    assert told.err == ""


def test_one_article_is_named_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    report_summary(Counts(9, 0, 0), 1, 0.04)
    assert capsys.readouterr().out == "9 written, 0 kept, 0 deleted in 0.0 s (1 article)\n"
    report_blanks({"date": 1}, 1)
    assert capsys.readouterr().out == "Of 1 article: 1 without date.\n"


def test_fields_that_articles_lack_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    report_blanks({"section": 0, "date": 1200, "byline": 3, "dek": 0}, 4000)
    assert capsys.readouterr().out == "Of 4,000 articles: 1,200 without date, 3 without byline.\n"


@pytest.mark.parametrize("blanks", [{}, {"date": 0}])
def test_articles_that_lack_nothing_are_not_mentioned(
    blanks: dict[str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    report_blanks(blanks, 4)
    assert capsys.readouterr().out == ""


def test_notes_are_counted_and_listed_on_demand_only(capsys: pytest.CaptureFixture[str]) -> None:
    report_notes(map(a_problem, (1, 2)), "link", "without a target", verbose=False)
    assert capsys.readouterr().out == "2 links without a target (-v tells which).\n"
    report_notes(map(a_problem, (1, 2)), "link", "without a target", verbose=True)
    assert capsys.readouterr() == ("2 links without a target.\n", shown(1, 2))


@pytest.mark.parametrize("verbose", [False, True])
def test_no_notes_say_nothing(verbose: bool, capsys: pytest.CaptureFixture[str]) -> None:
    report_notes((), "link", "without a target", verbose)
    assert capsys.readouterr() == ("", "")


def test_an_inspection_shows_the_fields_that_there_are_and_every_line(capsys: pytest.CaptureFixture[str]) -> None:
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


def test_a_folders_reading_is_a_table_and_the_lines_that_recur(capsys: pytest.CaptureFixture[str]) -> None:
    recurring = (Recurring("Tide tables, every morning", 3, "body"), Recurring("Share", 2, "chrome"))
    report_reading(Summary(1200, {"headline": 1200, "dek": 7}, recurring))
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


def test_a_folder_without_recurring_lines_is_the_table_alone(capsys: pytest.CaptureFixture[str]) -> None:
    report_reading(Summary(1, {"headline": 1}, ()))
    assert capsys.readouterr().out == "1 text\n\n  field         found   blank\n  headline          1       0\n"
