"""Templates that a test writes, and pages rendered with them alone."""

from collections.abc import Mapping
from pathlib import Path

from newsgen.archive.targets import article_target
from newsgen.pages.page import Page
from newsgen.render.renderer import Renderer
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme
from tests.support.rendering import no_text

SITE = Site(title="The Quay", language="en-GB")


def write_templates(folder: Path, templates: Mapping[str, str]) -> Theme:
    """Write these templates into the site's folder; a theme of no others."""
    for name, text in templates.items():
        file = folder / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Theme((folder / "templates",), ())


def make_renderer(folder: Path, templates: Mapping[str, str], site: Site = SITE) -> Renderer:
    """A renderer of these templates."""
    return Renderer(write_templates(folder, templates), {"site": site})


def a_page(view: Mapping[str, object], template: str = "page.html", file: str = "2024/mill.html") -> Page:
    """A page of this view."""
    return Page(file, template, article_target("mill.md"), lambda: b"", lambda read: view)


def render_template(folder: Path, template: str, **view: object) -> str:
    """A page of this view and this one template."""
    return make_renderer(folder, {"page.html": template}).render(a_page(view), no_text).decode()
