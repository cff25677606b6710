"""Ids of pages and links to them."""

from pathlib import Path

import pytest

from newsgen.commands.check.anchors import anchor_links, ids_of, is_there, theme_ids
from newsgen.settings.theme import Theme, find_theme


def test_ids_and_links_to_places_are_found() -> None:
    links = '<a href="#x">1</a> <a href="#x">2</a> <a href="y.html#z">3</a> <a title="t" href="#&amp;">4</a>'
    body = f'<p id="a&amp;b">{links}'
    assert (list(ids_of(body)), list(anchor_links(body))) == (["a&b"], ["x", "&"])
    assert (list(ids_of("<p>")), list(anchor_links("<p>"))) == ([], [])


def test_templates_have_ids_of_their_own_and_some_that_are_made(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text("<main id=\"main\"><li id='note-{{ loop.index }}'>", encoding="utf-8")
    themed = theme_ids(Theme((tmp_path,), ()))
    found = {
        place: is_there(place, frozenset(("own",)), themed) for place in ("main", "note-7", "own", "own%20", "mai", "")
    }
    assert found == {"main": True, "note-7": True, "own": True, "own%20": False, "mai": False, "": True}


@pytest.mark.parametrize("place", ["top", "TOP", "main", "related", ":~:text=ferry", "main:~:text=ferry"])
def test_every_page_of_the_default_theme_has_some_places(place: str, tmp_path: Path) -> None:
    assert is_there(place, frozenset(), theme_ids(find_theme(tmp_path)))
