from pathlib import Path
from typing import Any

import pytest

from newsgen.archive.archive import Archive
from newsgen.errors import NewsgenError
from newsgen.pages.page import Page
from newsgen.pages.site_frame import make_frame
from newsgen.render.fragments import FragmentCache
from newsgen.render.renderer import Renderer
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme
from tests.support.records import open_index


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are rendered, and not taken from those that were."""
    names: list[str] = []
    render = FragmentCache._render

    def count(parts: FragmentCache, name: str, context: Any) -> str:
        names.append(name)
        return render(parts, name, context)

    monkeypatch.setattr(FragmentCache, "_render", count)
    return names


def renderer(folder: Path, **templates: str) -> Renderer:
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return Renderer(Theme((folder,), ()), make_frame(Site(title="Quay"), Archive(open_index())))


def show(templates: Renderer, file: str = "a.html", **view: Any) -> str:
    return templates.render(Page(file, "page.html", "front:", lambda: b"", lambda: view)).decode()


INCLUDING = '{% include "masthead.html" %}'


def test_a_part_is_rendered_once_for_what_it_shows(tmp_path: Path, rendered: list[str]) -> None:
    templates = renderer(tmp_path, page=INCLUDING, masthead="{{ site.title }} {{ root }}index")
    shown = [show(templates, file) for file in ("a.html", "b.html", "c/d.html", "c/e.html")]
    assert shown == ["Quay index", "Quay index", "Quay ../index", "Quay ../index"]
    assert rendered == ["masthead.html", "masthead.html"]


def test_a_part_that_shows_what_is_each_pages_own_shows_it(tmp_path: Path, rendered: list[str]) -> None:
    templates = renderer(tmp_path, page=INCLUDING, masthead='{% include "inner.html" %}', inner="{{ href }} {{ name }}")
    assert [show(templates, file, name=file[0]) for file in ("a.html", "b.html")] == ["a.html a", "b.html b"]
    assert len(rendered) == 2


@pytest.mark.parametrize("masthead", ["{{ names | join }}", '{% include names[0] ~ ".html" %}'])
def test_a_part_of_which_nobody_can_tell_is_rendered_each_time(
    tmp_path: Path, rendered: list[str], masthead: str
) -> None:
    templates = renderer(tmp_path, page=INCLUDING, masthead=masthead, one="one", two="two")
    assert [show(templates, names=[name]) for name in ("one", "two", "one")] == ["one", "two", "one"]
    assert len(rendered) == 3


def test_a_part_sees_the_variables_around_it(tmp_path: Path) -> None:
    page = "{% set name = 'set' %}" + INCLUDING + "{% with name = 'local' %}" + INCLUDING + "{% endwith %}"
    templates = renderer(tmp_path, page=page, masthead="{{ name }} ")
    assert show(templates, name="own") == "set local "


def test_a_name_that_is_not_there_is_told_with_its_place(tmp_path: Path) -> None:
    templates = renderer(tmp_path, page=INCLUDING, masthead="\n{{ nonsense }}")
    with pytest.raises(NewsgenError) as failed:
        show(templates)
    assert [(problem.path, problem.line, problem.message) for problem in failed.value.problems] == [
        ("templates/masthead.html", 2, "template error: 'nonsense' is undefined")
    ]
