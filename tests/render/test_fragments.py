from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from newsgen.errors import NewsgenError
from newsgen.render.renderer import Renderer
from newsgen.settings.site import Site
from tests.support.rendering import no_text
from tests.support.templates import a_page, make_renderer, write_templates

INCLUDING = '{% include "masthead.html" %}'


def renderings(renderer: Renderer, *pages: tuple[str, dict[str, Any]]) -> list[str]:
    """The pages of these files and views."""
    return [renderer.render(a_page(view, file=file), no_text).decode() for file, view in pages]


def counting_renderer(folder: Path, **templates: str) -> Renderer:
    """A renderer whose templates may call `tick`, which tells how often it was called before."""
    tick: Callable[[], int] = count().__next__
    theme = write_templates(folder, {f"{name}.html": text for name, text in templates.items()})
    return Renderer(theme, {"site": Site(title="Quay"), "tick": tick})


def test_a_fragment_is_rendered_once_for_the_values_it_shows(tmp_path: Path) -> None:
    renderer = counting_renderer(tmp_path, page=INCLUDING, masthead="{{ tick() }} {{ site.title }} {{ root }}index")
    files = ("a.html", "b.html", "c/d.html", "c/e.html")
    assert renderings(renderer, *((file, {}) for file in files)) == [
        "0 Quay index",
        "0 Quay index",
        "1 Quay ../index",
        "1 Quay ../index",
    ]


def test_a_fragment_shows_what_differs_between_pages_in_its_includes_too(tmp_path: Path) -> None:
    templates = {"masthead": '{% include "inner.html" %}', "inner": "{{ href }} {{ name }}"}
    renderer = counting_renderer(tmp_path, page=INCLUDING, **templates)
    pages = [(file, {"name": file[0]}) for file in ("a.html", "b.html")]
    assert renderings(renderer, *pages) == ["a.html a", "b.html b"]


@pytest.mark.parametrize("masthead", ["{{ names | join }}", '{% include names[0] ~ ".html" %}'])
def test_a_fragment_of_unknown_variables_or_values_without_a_hash_is_rendered_each_time(
    tmp_path: Path, masthead: str
) -> None:
    renderer = counting_renderer(tmp_path, page=INCLUDING, masthead="{{ tick() }} " + masthead, one="one", two="two")
    pages = [("a.html", {"names": [name]}) for name in ("one", "two", "one")]
    assert renderings(renderer, *pages) == ["0 one", "1 two", "2 one"]


def test_the_cache_does_not_grow_with_the_pages(tmp_path: Path) -> None:
    renderer = counting_renderer(tmp_path, page=INCLUDING, masthead="{{ tick() }} {{ href }}")
    files = [f"{number}.html" for number in range(250)]
    renderings(renderer, *((file, {}) for file in files))
    # The first was dropped, the last was not.
    assert renderings(renderer, (files[0], {}), (files[-1], {})) == ["250 0.html", "249 249.html"]


def test_an_undefined_name_is_reported_with_its_fragment_and_line(tmp_path: Path) -> None:
    renderer = make_renderer(tmp_path, {"page.html": INCLUDING, "masthead.html": "\n{{ nonsense }}"})
    with pytest.raises(NewsgenError) as failed:
        renderer.render(a_page({}), no_text)
    assert [(problem.path, problem.line, problem.message) for problem in failed.value.problems] == [
        ("templates/masthead.html", 2, "template error: 'nonsense' is undefined")
    ]
