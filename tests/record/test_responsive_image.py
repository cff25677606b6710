"""The sources of a responsive image, and its HTML, equal in texts and in templates."""

from html import escape

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsgen.pages.media_html import picture_html
from newsgen.record.responsive_image import ResponsiveImage
from tests.support.paths import ROOT

TEMPLATES = ROOT / "templates"
FAIR = ResponsiveImage("media/2021/fair.jpg", 1600, 1000, "media/2021/fair", (480, 1600), ("avif", "webp"))
DRAWING = ResponsiveImage("media/map.svg", 300, 200)
SIZES = "(min-width: 40rem) 37rem, 94vw"


def from_template(call: str, picture: ResponsiveImage, alt: str, root: str) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    source = f'{{% from "picture.html" import show_picture %}}{{{{ {call} }}}}'
    return environment.from_string(source).render(picture=picture, alt=alt, root=root, sizes=SIZES)


def test_each_format_is_a_source_of_all_widths() -> None:
    assert FAIR.sources("../") == (
        ("image/avif", "../media/2021/fair-480.avif 480w, ../media/2021/fair-1600.avif 1600w"),
        ("image/webp", "../media/2021/fair-480.webp 480w, ../media/2021/fair-1600.webp 1600w"),
    )
    assert DRAWING.sources("../") == ()


def test_an_image_is_shown_with_its_sources_and_its_size() -> None:
    assert picture_html(FAIR, "A &amp; B", "../", SIZES) == (
        "<picture>"
        '<source type="image/avif" srcset="../media/2021/fair-480.avif 480w, ../media/2021/fair-1600.avif 1600w"'
        f' sizes="{SIZES}">'
        '<source type="image/webp" srcset="../media/2021/fair-480.webp 480w, ../media/2021/fair-1600.webp 1600w"'
        f' sizes="{SIZES}">'
        '<img src="../media/2021/fair.jpg" width="1600" height="1000" alt="A &amp; B" loading="lazy" decoding="async">'
        "</picture>"
    )


def test_an_image_published_as_it_is_has_no_sources() -> None:
    assert picture_html(DRAWING, "", "", SIZES) == (
        '<img src="media/map.svg" width="300" height="200" alt="" loading="lazy" decoding="async">'
    )
    assert picture_html(ResponsiveImage("media/a.jxl"), "", "", SIZES) == (
        '<img src="media/a.jxl" alt="" loading="lazy" decoding="async">'
    )


@pytest.mark.parametrize(
    "picture", [FAIR, DRAWING, ResponsiveImage("media/a.jxl"), ResponsiveImage("a&b.jpg", 2, 1, "a&b", (2,), ("webp",))]
)
@pytest.mark.parametrize("alt", ["", 'A "grey" <heron> & more'])
def test_a_text_and_a_template_show_an_image_alike(picture: ResponsiveImage, alt: str) -> None:
    html = from_template("show_picture(picture, alt, root, sizes)", picture, alt, "../../")
    # Jinja and Python escape quotes differently.
    assert html.replace("&#34;", "&quot;") == picture_html(picture, escape(alt), "../../", SIZES)


def test_the_first_image_of_a_page_is_loaded_at_once() -> None:
    assert from_template("show_picture(picture, alt, root, sizes, lazy=false)", DRAWING, "A map", "") == (
        '<img src="media/map.svg" width="300" height="200" alt="A map" fetchpriority="high">'
    )
