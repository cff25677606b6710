"""Inputs: what a site is made of, and what of it changed since it was last recorded."""

import os
import sqlite3
from pathlib import Path

import pytest

from newsgen.build.inputs import (
    ARTICLES,
    SETTINGS,
    STATIC,
    TEMPLATES,
    InputSnapshot,
    find_changes,
    input_areas,
    is_area_of,
    save_snapshot,
    scan_inputs,
)
from newsgen.settings.theme import Theme
from newsgen.sources.scan import Changes
from tests.support.records import open_index

NONE = Changes((), (), ())


def put(folder: Path, path: str, content: str = "x") -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(content, encoding="utf-8")


def places_of(root: Path) -> dict[str, Path]:
    """The areas of a site with templates of its own and no static files."""
    theme = Theme((root / "templates", root / "theme" / "templates"), (root / "theme" / "static",))
    return input_areas(root, "clippings", theme)


def record(state: sqlite3.Connection, inputs: InputSnapshot) -> None:
    save_snapshot(state, inputs, find_changes(state, inputs))


def test_settings_articles_and_every_folder_of_the_theme_are_areas(tmp_path: Path) -> None:
    assert places_of(tmp_path) == {
        "settings": tmp_path / "site.yaml",
        "ledger": tmp_path / "permalinks.tsv",
        "articles": tmp_path / "clippings",
        "own templates": tmp_path / "templates",
        "default templates": tmp_path / "theme" / "templates",
        "own static": tmp_path / "static",
        "default static": tmp_path / "theme" / "static",
    }


@pytest.mark.parametrize(
    ("area", "kind"), [("own templates", TEMPLATES), ("default static", STATIC), ("settings", None), ("articles", None)]
)
def test_an_area_is_one_of_templates_or_of_static_files_or_of_neither(area: str, kind: str | None) -> None:
    assert [known for known in (TEMPLATES, STATIC) if is_area_of(known, area)] == ([kind] if kind else [])


def test_everything_is_new_before_the_first_build(tmp_path: Path) -> None:
    put(tmp_path, "site.yaml")
    put(tmp_path, "clippings/2014/a.md")
    put(tmp_path, "templates/base.html")
    state = open_index()
    changes = find_changes(state, scan_inputs(places_of(tmp_path)))
    assert changes == {
        "settings": Changes(("",), (), ()),
        "ledger": NONE,
        "articles": Changes(("2014/a.md",), (), ()),
        "own templates": Changes(("base.html",), (), ()),
        "default templates": NONE,
        "own static": NONE,
        "default static": NONE,
    }


def test_nothing_changed_since_it_was_recorded(tmp_path: Path) -> None:
    put(tmp_path, "site.yaml")
    put(tmp_path, f"clippings/{os.fsdecode('café'.encode('latin-1'))}.md")
    state = open_index()
    record(state, scan_inputs(places_of(tmp_path)))
    assert set(find_changes(state, scan_inputs(places_of(tmp_path))).values()) == {NONE}


def test_changes_are_told_once_and_then_known(tmp_path: Path) -> None:
    for path in ("clippings/a.md", "clippings/b.md", "clippings/c.md", "site.yaml"):
        put(tmp_path, path)
    state = open_index()
    record(state, scan_inputs(places_of(tmp_path)))
    (tmp_path / "clippings" / "a.md").unlink()
    put(tmp_path, "clippings/b.md", "longer")
    put(tmp_path, "clippings/d.md")
    (tmp_path / "site.yaml").unlink()
    inputs = scan_inputs(places_of(tmp_path))
    changes = find_changes(state, inputs)
    assert changes[ARTICLES] == Changes(("d.md",), ("b.md",), ("a.md",))
    assert changes[SETTINGS] == Changes((), (), ("",))
    record(state, inputs)
    assert set(find_changes(state, inputs).values()) == {NONE}


def test_an_area_that_is_no_more_is_forgotten(tmp_path: Path) -> None:
    put(tmp_path, "templates/base.html")
    put(tmp_path, "clippings/a.md")
    state = open_index()
    record(state, scan_inputs(places_of(tmp_path)))
    without = {area: place for area, place in places_of(tmp_path).items() if area != "own templates"}
    record(state, scan_inputs(without))
    again = find_changes(state, scan_inputs(places_of(tmp_path)))
    changed = {area: change for area, change in again.items() if change}
    assert changed == {"own templates": Changes(("base.html",), (), ())}
