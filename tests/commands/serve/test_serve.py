"""Builds of a served site, and what follows from each."""

from pathlib import Path

import pytest

from newsgen.build.build import Summary
from newsgen.build.state import hold_state
from newsgen.commands.serve.serve import (
    BuildOutcome,
    build_until_free,
    check_folder,
    next_site,
    should_notify,
    try_build,
)
from newsgen.commands.serve.served_site import ServedSite
from newsgen.errors import NewsgenError, Problem
from newsgen.output.files import Counts

GOOD = "---\ntitle: Ferry returns\ndate: 2019-03-12\nsection: Harbour\n---\nThe ferry is back.\n"
BROKEN = "---\ntitle: Ferry returns\ndraft: soon\nsection: Harbour\n---\nThe ferry is back.\n"
STORY = "2019/03/ferry-returns.html"
PROBLEM = Problem(
    "articles/ferry.md",
    3,
    '"draft" is neither true nor false',
    "The key asks a question of yes or no.",
    "Write true or false.",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "articles/ferry.md", GOOD)
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_unreadable_settings_are_not_refused(root: Path) -> None:
    put(root, "site.yaml", "titel: Courant\n")
    check_folder(root)


def test_an_outcome_has_the_site_or_the_problems(root: Path) -> None:
    put(root, "site.yaml", "url: https://courant.example/archive\noutput: built\n")
    good = try_build(root, "spawn")
    assert (good.folder, good.prefix, good.problems, good.changed_nothing) == (root / "built", "/archive", (), False)
    assert try_build(root).changed_nothing
    put(root, "articles/ferry.md", BROKEN)
    failed = try_build(root)
    assert (failed.problems, failed.note, failed.summary) == ((PROBLEM,), "nothing was written.", None)


def test_an_interrupted_build_says_that_the_next_goes_on(root: Path) -> None:
    try_build(root)
    (root / "public" / STORY).unlink()
    (root / "public" / STORY).mkdir()
    put(root, "articles/ferry.md", GOOD.replace("back", "here"))
    stopped = try_build(root)
    assert stopped.note == "not all pages are written; the next build goes on from here."
    assert [problem.path for problem in stopped.problems] == [f"{root}/public/{STORY}"]


@pytest.mark.long
def test_a_locked_build_is_reported_once(root: Path) -> None:
    with hold_state(root):
        outcomes = build_until_free(root)
        assert next(outcomes).is_locked
    (last,) = outcomes
    assert last.summary


SUMMARY = Summary(Counts(1, 0, 0), 1, {}, {}, (), "")
SAME = Summary(Counts(0, 1, 0), 1, {}, {}, (), "")
GOOD_SITE = ServedSite(100).after_success(Path("public"), "")
FAILED_SITE = GOOD_SITE.after_failure([PROBLEM], "Nothing was written.")


@pytest.mark.parametrize(
    ("outcome", "site", "is_change", "is_news"),
    [
        (BuildOutcome(0, SUMMARY), GOOD_SITE, True, True),
        (BuildOutcome(0, SUMMARY), GOOD_SITE, False, True),
        (BuildOutcome(0, SAME), GOOD_SITE, True, False),
        (BuildOutcome(0, SAME), FAILED_SITE, True, True),
        (BuildOutcome(0, problems=(PROBLEM,)), GOOD_SITE, False, True),
        (BuildOutcome(0, problems=(PROBLEM,)), FAILED_SITE, True, True),
        (BuildOutcome(0, problems=(PROBLEM,)), FAILED_SITE, False, False),
    ],
)
def test_an_outcome_is_news_if_it_differs_for_viewers(
    outcome: BuildOutcome, site: ServedSite, is_change: bool, is_news: bool
) -> None:
    assert should_notify(outcome, site, is_change) is is_news


def test_the_next_site_follows_from_the_outcome() -> None:
    assert next_site(GOOD_SITE, BuildOutcome(0, SUMMARY, Path("built"), "/archive")) == GOOD_SITE.after_success(
        Path("built"), "/archive"
    )
    failed = BuildOutcome(0, problems=(PROBLEM,), note="nothing was written.")
    assert next_site(GOOD_SITE, failed) == GOOD_SITE.after_failure((PROBLEM,), "Nothing was written.")


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError):
        check_folder(tmp_path / "nowhere")


def test_the_newsroom_sees_what_is_withheld_from_the_public(root: Path) -> None:
    withheld = root / "articles/withheld.md"
    withheld.write_text("---\nheadline: Withheld\npublish: false\n---\nIt turns.\n", encoding="utf-8")
    public, private = try_build(root, "spawn"), try_build(root, "spawn", private=True)
    assert public.summary
    assert private.summary
    assert (public.folder, private.folder, private.prefix) == (root / "public", root / "private", "")
    assert private.summary.articles == public.summary.articles + 1
