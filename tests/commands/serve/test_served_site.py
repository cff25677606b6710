"""The served site after good and failed builds, and the pages that are out of date then."""

from pathlib import Path

from newsgen.commands.serve.served_site import ServedSite
from newsgen.errors import Problem

PROBLEM = Problem("articles/flood.md", 3, "cannot read date", "It places the article.", "Write it as YYYY-MM-DD.")


def test_a_good_build_makes_all_pages_out_of_date() -> None:
    first = ServedSite(100).after_success(Path("public"), "")
    second = first.after_success(Path("other"), "/archive")
    assert (first.folder, first.problems) == (Path("public"), ())
    assert (second.folder, second.prefix) == (Path("other"), "/archive")
    assert len({ServedSite(100).key, first.key, second.key}) == 3


def test_a_failed_build_keeps_the_site_and_adds_the_problems() -> None:
    good = ServedSite(100).after_success(Path("public"), "/archive")
    failed = good.after_failure([PROBLEM], "Nothing was written.")
    assert (failed.folder, failed.prefix, failed.key) == (Path("public"), "/archive", good.key)
    assert (failed.problems, failed.note) == ((PROBLEM,), "Nothing was written.")
    assert failed.build_number != good.build_number


def test_a_good_build_after_a_failed_one_has_no_problems() -> None:
    good = ServedSite(100).after_success(Path("public"), "")
    again = good.after_failure([PROBLEM], "Nothing was written.").after_success(Path("public"), "")
    assert (again.problems, again.note) == ((), "")
    assert again.key != good.key


def test_the_problem_page_is_out_of_date_after_each_build() -> None:
    first = ServedSite(100).after_failure([PROBLEM], "Nothing was written.")
    second = first.after_failure([PROBLEM], "Nothing was written.")
    assert first.folder is None
    assert len({ServedSite(100).key, first.key, second.key}) == 3
