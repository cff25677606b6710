"""Problems and errors as users read them."""

import dataclasses
import errno
import os
import pickle
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import BuildInterrupted, NewsgenError, Problem, did_you_mean, printable, symbolic_link, unwritable

PROBLEMS = st.builds(
    Problem,
    path=st.sampled_from(["articles/gull.txt", "articles/heron.md", "site.yaml"]),
    line=st.integers(0, 20),
    message=st.sampled_from(["has no headline", "is empty"]),
    reason=st.just("Readers would miss it."),
    fix=st.just("Write one."),
)


def make_problem(path: str = "articles/gull.txt", line: int = 0, message: str = "has no headline") -> Problem:
    return Problem(path, line, message, "Readers would miss it.", "Write one.")


def test_a_problem_on_a_line_names_its_file_and_line() -> None:
    assert str(make_problem(line=7)) == (
        "articles/gull.txt:7: has no headline\n    Readers would miss it.\n    Write one."
    )


def test_a_problem_with_a_whole_file_names_no_line() -> None:
    assert str(make_problem(line=0)) == (
        "articles/gull.txt: has no headline\n    Readers would miss it.\n    Write one."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ärger, 字, عربي\u200f, a\u00a0b", "Ärger, 字, عربي\u200f, a\u00a0b"),
        ("naïve/caf\udce9.txt", r"naïve/caf\udce9.txt"),
        ("a\x1b]0;b\x07\x1b[2J.md", r"a\x1b]0;b\x07\x1b[2J.md"),
        ("a\x9b31m\x7f", r"a\x9b31m\x7f"),
        ("a.md\n1 article\r\u2028::set-output", r"a.md\n1 article\r\u2028::set-output"),
        ("a\u202egpj.md\u2066", r"a\u202egpj.md\u2066"),
    ],
)
def test_a_text_moves_no_cursor_and_forges_no_line(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_problem_is_three_lines_whatever_its_texts_hold() -> None:
    problem = Problem("a\nb.md", 3, 'unknown "\x1b[2J"', "Ink\nruns.", "Dry\x07 it.")
    assert str(problem) == 'a\\nb.md:3: unknown "\\x1b[2J"\n    Ink\\nruns.\n    Dry\\x07 it.'


def test_a_problem_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_problem().line = 3  # type: ignore[misc]


def test_lines_are_sorted_as_numbers() -> None:
    error = NewsgenError([make_problem(line=10), make_problem(line=2), make_problem(line=0)])
    assert [problem.line for problem in error.problems] == [0, 2, 10]


def test_problems_are_sorted_by_file_before_line() -> None:
    error = NewsgenError([make_problem("b.txt", 1), make_problem("a.txt", 9)])
    assert [problem.path for problem in error.problems] == ["a.txt", "b.txt"]


def test_the_same_problem_is_reported_once() -> None:
    assert NewsgenError([make_problem(), make_problem()]).problems == (make_problem(),)


def test_an_error_reads_as_all_its_problems() -> None:
    error = NewsgenError([make_problem("b.txt", 4, "is empty"), make_problem("a.txt")])
    assert str(error) == (
        "a.txt: has no headline\n    Readers would miss it.\n    Write one.\n"
        "b.txt:4: is empty\n    Readers would miss it.\n    Write one."
    )


def test_an_error_takes_any_iterable_of_problems() -> None:
    assert NewsgenError(make_problem(line=line) for line in (2, 1)).problems == (
        make_problem(line=1),
        make_problem(line=2),
    )


def test_an_error_returns_from_another_process_unchanged() -> None:
    for kind in (NewsgenError, BuildInterrupted):
        error = kind([make_problem(line=2), make_problem("a.txt")])
        returned = pickle.loads(pickle.dumps(error))
        assert (type(returned), returned.problems, str(returned)) == (kind, error.problems, str(error))


@given(st.lists(PROBLEMS).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_in_which_problems_are_found_does_not_matter(orders: tuple[list[Problem], list[Problem]]) -> None:
    found, shuffled = orders
    assert NewsgenError(found).problems == NewsgenError(shuffled).problems
    assert str(NewsgenError(found)) == str(NewsgenError(shuffled))


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "public/a.html"), "No space left on device"),
        (sqlite3.OperationalError("disk I/O error"), "disk I/O error"),
    ],
)
def test_an_unwritable_file_is_reported_in_the_words_of_the_system(error: Exception, message: str) -> None:
    assert unwritable(Path("public"), error, "The site would lack a file.", "Free some space.") == Problem(
        "public", 0, f"cannot be written: {message}", "The site would lack a file.", "Free some space."
    )


def test_a_symbolic_link_is_reported_with_its_path() -> None:
    assert str(symbolic_link("articles/gull.txt")) == (
        "articles/gull.txt: is a symbolic link\n"
        "    What it points to may change or lie outside the archive.\n"
        "    Put the file itself here."
    )


@pytest.mark.parametrize(
    ("word", "known", "suggestion"),
    [
        ("titel", ["title", "dek"], ' Did you mean "title"?'),
        ("Section", ["section", "sections"], ' Did you mean "section"?'),
        ("dateline", ["dateline"], ' Did you mean "dateline"?'),
        ("weather", ["title", "dek"], ""),
        ("title", [], ""),
        ("", ["title"], ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, known: list[str], suggestion: str) -> None:
    assert did_you_mean(word, known) == suggestion


@given(st.text(max_size=12), st.permutations(["tag", "tags", "dateline", "dek", "kicker"]))
def test_a_suggestion_does_not_depend_on_the_order_of_the_known_words(word: str, known: list[str]) -> None:
    assert did_you_mean(word, known) == did_you_mean(word, sorted(known))
