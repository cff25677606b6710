"""theme.css, the stylesheet of the theme settings in site.yaml, beside the theme's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive.targets import Target
from newsgen.pages.page import Page, View, viewed_page
from newsgen.settings.site import Site

THEME_FILE = "theme.css"


def plan_theme(site: Site) -> Iterator[Page]:
    """The stylesheet; none if site.yaml changes no colour, font or measure."""
    if site.theme.changes_style:
        yield viewed_page(THEME_FILE, "theme.css", Target("theme"), partial(_style_view, site))


def _style_view(site: Site) -> View:
    theme = site.theme
    return {"properties": theme.properties(), "light": theme.light.properties(), "dark": theme.dark.properties()}
