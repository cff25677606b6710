"""Counts, names of files, and problems on standard error."""

import pytest

from newsgen.commands.console import count_of, one_line, report_problems
from newsgen.errors import Problem


def a_problem(line: int, message: str = "is wet") -> Problem:
    return Problem("a.md", line, message, "Ink runs.", "Dry it.")


def printed(*lines: int, message: str = "is wet") -> str:
    return "".join(f"a.md:{line}: {message}\n    Ink runs.\n    Dry it.\n" for line in lines)


def test_a_count_has_its_noun_in_the_right_number() -> None:
    assert [count_of(number, "file") for number in (0, 1, 1200)] == ["0 files", "1 file", "1,200 files"]


def test_json_is_one_line_without_codes_of_terminals() -> None:
    assert one_line('"\x85\u2028\x9b31m\x7f\u202e"') == r'"\u0085\u2028\u009b31m\u007f\u202e"'


def test_problems_go_to_standard_error_and_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems([a_problem(1), a_problem(2, "is torn")], "nothing was written.")
    assert capsys.readouterr() == (
        "",
        f"{printed(1)}{printed(2, message='is torn')}2 problems: nothing was written.\n",
    )


def test_one_problem_is_counted_in_the_singular(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems([a_problem(1)], "nothing was read.")
    assert capsys.readouterr().err == f"{printed(1)}1 problem: nothing was read.\n"


def test_a_problem_in_five_places_is_printed_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems(map(a_problem, range(1, 6)), "nothing was written.")
    assert capsys.readouterr().err == f"{printed(1, 2, 3, 4, 5)}5 problems: nothing was written.\n"


def test_a_problem_in_many_places_is_printed_once_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [*map(a_problem, range(1, 1203)), a_problem(1203, "is torn")]
    report_problems(problems, "nothing was written.")
    assert capsys.readouterr().err == (
        f"{printed(1)}    The same in 1,201 more places (-v lists them).\n"
        f"{printed(1203, message='is torn')}1,203 problems: nothing was written.\n"
    )


def test_verbose_prints_a_problem_in_every_place(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems(map(a_problem, range(1, 8)), "nothing was written.", verbose=True)
    assert capsys.readouterr().err == f"{printed(*range(1, 8))}7 problems: nothing was written.\n"
