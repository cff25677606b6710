"""The theme's settings: values that they take, and the stylesheet that is made of them."""

from typing import Any

from newsgen.pages.page import Page
from newsgen.pages.theme_css import plan_theme
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive
from tests.support.rendering import render

COLOURS = [
    *("navy", "CanvasText", "transparent", "#123", "#1234", "#1b1a18", "#1B1A18cc"),
    *("rgb(27 26 24)", "rgba(27, 26, 24, .5)", "hsl(7 75% 32%)", "hsl(7deg 75% 32% / 50%)", "hwb(12 50% 0%)"),
    *("lab(52.2% 40.2 -59.9)", "oklch(40.1% 0.123 21.57)"),
]
FONTS = [
    *("serif", "Georgia, serif", "Georgia,serif", "\"Times New Roman\", 'Noto Serif CJK SC', serif", "Source Serif 4"),
    *("Überschrift, sans-serif", "明朝, serif", "-apple-system, system-ui"),
]
_ARCHIVE = make_archive([an_article()], Site())


def site_with(**theme: Any) -> Site:
    return Site.model_validate({"theme": theme})


def styled(**theme: Any) -> Page:
    (page,) = plan_theme(site_with(**theme))
    return page


def style(**theme: Any) -> str:
    return render(styled(**theme), _ARCHIVE, site_with(**theme)).decode()
