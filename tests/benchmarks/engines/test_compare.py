"""Engines build their folders, and the costs are measured."""

import sys
from pathlib import Path

import pytest

from benchmarks.engines.folders import CASES, Folder, apply_case, make_engines, prepare_folder, undo_case
from benchmarks.engines.pages import find_differing, read_words
from benchmarks.support.corpus import write_corpus
from benchmarks.support.measure import CommandFailed, count_written, read_clock, run_timed

SIZE = 60
ENGINES = make_engines("hugo", "eleventy")


def make_folder(engine: str, to: Path, related: bool = False) -> Folder:
    write_corpus(to / "corpus", SIZE)
    folder = Folder(ENGINES[engine], to / "site", to / "corpus", SIZE, related)
    prepare_folder(folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def texts(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in folder.rglob("*.md")}


@pytest.mark.parametrize(
    "html",
    [
        "<p>One\n two</p>",
        '<p>One <b>two</b></p>\n<aside class="related"><ul>\n<li>Three</li></ul></aside>',
    ],
)
def test_pages_are_compared_by_their_words_without_related_articles(html: str) -> None:
    assert read_words(html) == ["One", "two"]


@pytest.mark.long
@pytest.mark.parametrize("engine", ENGINES)
def test_a_case_changes_the_site_but_not_the_corpus_and_is_undone(engine: str, tmp_path: Path) -> None:
    folder = make_folder(engine, tmp_path)
    before, corpus = contents(folder.root), texts(folder.corpus)
    for case in folder.engine.cases:
        apply_case(case, folder)
        changed = contents(folder.root)
        assert (changed != before) == (case not in ("cold", "unchanged"))
        undo_case(case, folder)
        assert contents(folder.root) == before
    assert texts(folder.corpus) == corpus


@pytest.mark.long
def test_what_newsgen_published_for_a_case_is_forgotten_with_it(tmp_path: Path) -> None:
    folder = make_folder("newsgen-default", tmp_path)
    ledgers = []
    for change in ("unchanged", "added"):
        apply_case(change, folder)
        run_timed(folder.engine.command, folder.root, {})
        undo_case(change, folder)
        run_timed(folder.engine.command, folder.root, {})
        ledgers.append((folder.root / "permalinks.tsv").read_text(encoding="utf-8"))
    assert ledgers[0] == ledgers[1]


@pytest.mark.long
def test_newsgen_builds_its_site_and_costs_are_measured(tmp_path: Path) -> None:
    folder = make_folder("newsgen", tmp_path)
    started = read_clock(folder.root)
    cost = run_timed(folder.engine.command, folder.root, {})
    assert cost.cpu > 0
    assert cost.wall > 0
    assert count_written(folder.output, started) == len(contents(folder.output)) > SIZE
    assert find_differing([folder, folder]) == []


def test_a_failed_command_is_reported_with_its_output(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(CommandFailed, match=r"ended with 3:\nno luck"):
        run_timed([sys.executable, "-c", "print('no luck'); exit(3)"], tmp_path / "site", {})


def test_newsgen_without_settings_builds_with_its_own_theme_and_only_what_its_ledger_allows(tmp_path: Path) -> None:
    folder = make_folder("newsgen-default", tmp_path)

    assert not (folder.root / "static").exists()
    assert not (folder.root / "templates").exists()
    assert set(CASES) - set(folder.engine.cases) == {"template", "deleted"}


@pytest.mark.parametrize("related", [True, False])
def test_all_engines_show_related_articles_or_none_does(related: bool, tmp_path: Path) -> None:
    folders = {engine: make_folder(engine, tmp_path / engine, related) for engine in ("newsgen", "hugo", "eleventy")}

    assert folders["hugo"].environment == {"HUGO_PARAMS_RELATED": "true" if related else "false"}
    assert folders["eleventy"].environment == {"RELATED": "1" if related else ""}
    assert ("suggestions: 0\n" in (folders["newsgen"].root / "site.yaml").read_text()) != related
