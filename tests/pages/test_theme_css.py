from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.errors import NewsgenError
from newsgen.pages.front import plan_front
from newsgen.pages.not_found import plan_missing
from newsgen.pages.page import Page
from newsgen.pages.theme_css import plan_theme
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive
from tests.support.rendering import page_at, read_html, texts
from tests.support.site_builder import make_site
from tests.support.themes import site_with, style, styled

ARCHIVE = make_archive([an_article()], Site())


def sheets(site: Site, page: Page) -> list[str]:
    """The stylesheets that a page links to, in order."""
    return texts(read_html(page, ARCHIVE, site), "//link[@rel='stylesheet']/@href")


def test_a_site_that_changes_nothing_has_no_stylesheet() -> None:
    site = Site()
    assert list(plan_theme(site)) == []
    assert sheets(site, page_at("index.html", plan_front(ARCHIVE, site))) == ["style.css"]


def test_the_stylesheet_comes_after_the_themes_own_on_every_page() -> None:
    site = site_with(measure=60)
    page = styled(measure=60)
    assert (page.file, page.template, str(page.target)) == ("theme.css", "theme.css", "theme:")
    assert sheets(site, page_at("index.html", plan_front(ARCHIVE, site))) == ["style.css", "theme.css"]
    assert sheets(site, page_at("404.html", plan_missing(site))) == ["/style.css", "/theme.css"]


def test_fonts_and_the_measure_always_apply_and_colours_on_screens_of_their_scheme() -> None:
    assert (
        style(
            light={"ink": "navy", "paper": "#fffdf8"},
            dark={"accent": "hsl(7 75% 72%)"},
            serif="\"Times New Roman\", 'Noto Serif', serif",
            sans="Arial",
            measure=66,
        )
        == """\
@media all {
  :root {
    --serif: "Times New Roman", 'Noto Serif', serif;
    --sans: Arial;
    --characters: 66;
  }
}
@media screen and (prefers-color-scheme: light) {
  :root {
    --paper: #fffdf8;
    --ink: navy;
  }
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --accent: hsl(7 75% 72%);
  }
}
@media screen and (prefers-contrast: more) {
  :root { --soft: var(--ink); --line: var(--ink); }
}
"""
    )


def test_settings_that_are_not_set_are_left_out() -> None:
    assert style(sans="Arial") == "@media all {\n  :root {\n    --sans: Arial;\n  }\n}\n"


def test_the_stylesheet_changes_with_each_setting() -> None:
    digests = {styled(**theme).data() for theme in ({"measure": 60}, {"measure": 61}, {"light": {"ink": "navy"}})}
    digests.add(styled(dark={"ink": "navy"}).data())
    assert len(digests) == 4


def test_a_stylesheet_is_written_when_settings_are_added_and_deleted_when_they_are_removed(tmp_path: Path) -> None:
    settings = make_site(tmp_path, articles=1) / "site.yaml"
    settings.unlink()
    build_site(tmp_path)
    plain = (tmp_path / "public/index.html").read_bytes()
    settings.write_text('theme:\n  light:\n    ink: "#123"\n', encoding="utf-8")
    build_site(tmp_path)
    assert "--ink: #123;" in (tmp_path / "public/theme.css").read_text(encoding="utf-8")
    assert b'href="theme.css"' in (tmp_path / "public/index.html").read_bytes()
    settings.write_text("theme:\n  light:\n", encoding="utf-8")
    build_site(tmp_path)
    assert not (tmp_path / "public/theme.css").exists()
    assert (tmp_path / "public/index.html").read_bytes() == plain


def test_a_static_file_at_the_path_of_the_stylesheet_is_reported(tmp_path: Path) -> None:
    make_site(tmp_path, articles=1)
    (tmp_path / "static").mkdir()
    (tmp_path / "static/theme.css").write_text(":root { color: red }", encoding="utf-8")
    build_site(tmp_path)
    (tmp_path / "site.yaml").write_text("theme: {measure: 60}\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path)
    assert [problem.message for problem in failed.value.problems] == [
        "has the same address as the file theme.css: /theme.css"
    ]


def test_a_logo_replaces_the_papers_name() -> None:
    site = site_with(logo={"file": "img/our logo.svg", "width": 320, "height": 64})
    html = read_html(page_at("404.html", plan_missing(site)), ARCHIVE, site)
    (logo,) = html.xpath("//header//a/img")
    assert dict(logo.attrib) == {
        "src": "/img/our%20logo.svg",
        "alt": "News archive",
        "width": "320",
        "height": "64",
    }
    assert texts(html, "//header//a[img]") == [""]
