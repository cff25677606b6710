"""Ids of pages and links to them."""

from pathlib import Path

import pytest

from newsgen.commands.check.anchors import anchor_links, has_anchor, ids_of, theme_ids
from newsgen.settings.theme import Theme, find_theme


def test_ids_and_anchor_links_are_found() -> None:
    links = '<a href="#x">1</a> <a href="#x">2</a> <a href="y.html#z">3</a> <a title="t" href="#&amp;">4</a>'
    body = f'<p id="a&amp;b">{links}'
    assert (list(ids_of(body)), list(anchor_links(body))) == (["a&b"], ["x", "&"])
    assert (list(ids_of("<p>")), list(anchor_links("<p>"))) == ([], [])


def test_ids_of_templates_may_hold_expressions(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text("<main id=\"main\"><li id='note-{{ loop.index }}'>", encoding="utf-8")
    pattern = theme_ids(Theme((tmp_path,), ()))
    found = {
        anchor: has_anchor(anchor, frozenset(("own",)), pattern)
        for anchor in ("main", "note-7", "own", "own%20", "mai", "")
    }
    assert found == {"main": True, "note-7": True, "own": True, "own%20": False, "mai": False, "": True}


@pytest.mark.parametrize("anchor", ["top", "TOP", "main", "related", ":~:text=ferry", "main:~:text=ferry"])
def test_every_page_of_the_default_theme_has_these_anchors(anchor: str, tmp_path: Path) -> None:
    assert has_anchor(anchor, frozenset(), theme_ids(find_theme(tmp_path)))


@pytest.mark.parametrize("anchor", ["rooftop", "group", "what-is-related", "own"])
def test_no_id_of_the_default_theme_stands_for_those_of_headings(anchor: str, tmp_path: Path) -> None:
    assert not has_anchor(anchor, frozenset(), theme_ids(find_theme(tmp_path)))
