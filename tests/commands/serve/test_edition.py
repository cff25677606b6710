"""Editions: what is shown after good builds and failed ones, and which pages are out of date then."""

from pathlib import Path

from newsgen.commands.serve.edition import ServedSite
from newsgen.errors import Problem

PROBLEM = Problem("articles/flood.md", 3, "cannot read date", "It places the article.", "Write it as YYYY-MM-DD.")


def test_a_good_build_shows_a_new_site_and_makes_all_pages_out_of_date() -> None:
    first = ServedSite(100).renewed(Path("public"), "")
    second = first.renewed(Path("other"), "/archive")
    assert (first.folder, first.problems) == (Path("public"), ())
    assert (second.folder, second.prefix) == (Path("other"), "/archive")
    assert len({ServedSite(100).key, first.key, second.key}) == 3


def test_a_failed_build_keeps_the_site_and_its_pages_and_tells_the_problems() -> None:
    good = ServedSite(100).renewed(Path("public"), "/archive")
    failed = good.kept([PROBLEM], "Nothing was written.")
    assert (failed.folder, failed.prefix, failed.key) == (Path("public"), "/archive", good.key)
    assert (failed.problems, failed.note) == ((PROBLEM,), "Nothing was written.")
    assert failed.turn != good.turn


def test_a_build_that_is_good_again_has_no_problems_and_new_pages() -> None:
    good = ServedSite(100).renewed(Path("public"), "")
    again = good.kept([PROBLEM], "Nothing was written.").renewed(Path("public"), "")
    assert (again.problems, again.note) == ((), "")
    assert again.key != good.key


def test_without_a_site_the_page_of_problems_is_out_of_date_after_each_build() -> None:
    first = ServedSite(100).kept([PROBLEM], "Nothing was written.")
    second = first.kept([PROBLEM], "Nothing was written.")
    assert first.folder is None
    assert len({ServedSite(100).key, first.key, second.key}) == 3
