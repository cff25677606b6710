"""Input files: where they lie, and what changed since they were last saved."""

import os
from pathlib import Path

import pytest

from newsgen.build.inputs import (
    ARTICLES,
    SETTINGS,
    STATIC,
    TEMPLATES,
    InputSnapshot,
    InputTable,
    ReadSource,
    SourceTable,
    input_areas,
    is_area_of,
    row_digest,
    scan_inputs,
)
from newsgen.record.article import Origin
from newsgen.record.dates import PartialDate
from newsgen.settings.theme import Theme
from newsgen.sources.fields import FieldValue
from newsgen.sources.scan import Changes
from tests.support.state import open_state

NONE = Changes((), (), ())


def put(folder: Path, path: str, content: str = "x") -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(content, encoding="utf-8")


def places_of(root: Path) -> dict[str, Path]:
    """The areas of a site with templates of its own and no static files."""
    theme = Theme((root / "templates", root / "theme" / "templates"), (root / "theme" / "static",))
    return input_areas(root, "clippings", theme)


def save(table: InputTable, snapshot: InputSnapshot) -> None:
    table.save(snapshot, table.find_changes(snapshot))


def test_settings_articles_and_every_folder_of_the_theme_are_areas(tmp_path: Path) -> None:
    assert places_of(tmp_path) == {
        "settings": tmp_path / "site.yaml",
        "redirects": tmp_path / "redirects.tsv",
        "reading": tmp_path / "reading.yaml",
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
    table = InputTable(open_state())
    changes = table.find_changes(scan_inputs(places_of(tmp_path)))
    assert changes == {
        "settings": Changes(("",), (), ()),
        "redirects": NONE,
        "reading": NONE,
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
    table = InputTable(open_state())
    save(table, scan_inputs(places_of(tmp_path)))
    assert set(table.find_changes(scan_inputs(places_of(tmp_path))).values()) == {NONE}


def test_changes_are_told_once_and_then_known(tmp_path: Path) -> None:
    for path in ("clippings/a.md", "clippings/b.md", "clippings/c.md", "site.yaml"):
        put(tmp_path, path)
    table = InputTable(open_state())
    save(table, scan_inputs(places_of(tmp_path)))
    (tmp_path / "clippings" / "a.md").unlink()
    put(tmp_path, "clippings/b.md", "longer")
    put(tmp_path, "clippings/d.md")
    (tmp_path / "site.yaml").unlink()
    inputs = scan_inputs(places_of(tmp_path))
    changes = table.find_changes(inputs)
    assert changes[ARTICLES] == Changes(("d.md",), ("b.md",), ("a.md",))
    assert changes[SETTINGS] == Changes((), (), ("",))
    save(table, inputs)
    assert set(table.find_changes(inputs).values()) == {NONE}


def test_an_area_that_is_no_more_is_forgotten(tmp_path: Path) -> None:
    put(tmp_path, "templates/base.html")
    put(tmp_path, "clippings/a.md")
    table = InputTable(open_state())
    save(table, scan_inputs(places_of(tmp_path)))
    without = {area: place for area, place in places_of(tmp_path).items() if area != "own templates"}
    save(table, scan_inputs(without))
    again = table.find_changes(scan_inputs(places_of(tmp_path)))
    changed = {area: change for area, change in again.items() if change}
    assert changed == {"own templates": Changes(("base.html",), (), ())}


def test_a_row_of_the_metadata_table_is_its_fields_on_whatever_line() -> None:
    date = PartialDate(2024, 2)
    digest = row_digest({"published": FieldValue(date, Origin("articles/metadata.csv", 2))})
    assert digest == row_digest({"published": FieldValue(date, Origin("articles/metadata.csv", 9))})
    assert digest != row_digest({"updated": FieldValue(date, Origin("articles/metadata.csv", 2))})
    assert row_digest(None) == row_digest({}) == b""


def test_sources_whose_row_changed_are_found() -> None:
    table = SourceTable(open_state())
    dek = {"dek": FieldValue("D", Origin("articles/metadata.csv", 2))}
    paths = ["a.md", "caf\udce9.md", "c.md", "draft.md"]
    table.save(
        ReadSource(path, dek if path == "c.md" else None, "draft" if path == "draft.md" else "") for path in paths
    )
    assert sorted(table.with_other_rows({"c.md": dek, "a.md": dek}, paths)) == ["a.md"]
    assert sorted(table.with_other_rows({}, paths)) == ["c.md"]
    assert sorted(table.with_other_rows({}, ["a.md"])) == []
    assert table.article_paths() == {"a.md", "caf\udce9.md", "c.md"}
    assert table.count_unpublished() == {"draft": 1}
    table.remove(["caf\udce9.md"])
    assert sorted(table.paths()) == ["a.md", "c.md", "draft.md"]
