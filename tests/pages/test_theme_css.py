import json
import os
from pathlib import Path
from typing import Any

import pytest

from newsgen.build.build import build_site
from newsgen.errors import NewsgenError
from newsgen.pages.front import plan_front
from newsgen.pages.not_found import plan_missing
from newsgen.pages.page import Page
from newsgen.pages.theme_css import plan_theme
from newsgen.settings.site import Site
from tests.settings.test_appearance import COLOURS, FONTS
from tests.site.test_incremental import make_site
from tests.support.records import an_article, make_archive
from tests.support.rendering import page_at, read_html, render, texts

CHROMIUM = Path("/usr/bin/chromium")
ARCHIVE = make_archive([an_article()], Site())
# What a stylesheet holds as a browser reads it: the media, the selector and the declarations of each rule.
READ_RULES = """() => [...document.styleSheets[0].cssRules].map(media => [
    media.conditionText,
    [...media.cssRules].map(rule => [
        rule.selectorText, Object.fromEntries([...rule.style].map(name => [name, rule.style.getPropertyValue(name)]))
    ]),
])"""


def site_with(**theme: Any) -> Site:
    return Site.model_validate({"theme": theme})


def styled(**theme: Any) -> Page:
    (page,) = plan_theme(site_with(**theme))
    return page


def style(**theme: Any) -> str:
    return render(styled(**theme), ARCHIVE, site_with(**theme)).decode()


def sheets(site: Site, page: Page) -> list[str]:
    """The stylesheets that a page names, in their order."""
    return texts(read_html(page, ARCHIVE, site), "//link[@rel='stylesheet']/@href")


def test_a_site_that_changes_nothing_has_no_stylesheet_of_its_own() -> None:
    site = Site()
    assert list(plan_theme(site)) == []
    assert sheets(site, page_at("index.html", plan_front(ARCHIVE, site))) == ["style.css"]


def test_the_stylesheet_comes_after_the_themes_own_on_every_page() -> None:
    site = site_with(measure=60)
    page = styled(measure=60)
    assert (page.file, page.template, page.owner) == ("theme.css", "theme.css", "theme:")
    assert sheets(site, page_at("index.html", plan_front(ARCHIVE, site))) == ["style.css", "theme.css"]
    assert sheets(site, page_at("404.html", plan_missing(site))) == ["/style.css", "/theme.css"]


def test_fonts_and_the_measure_hold_always_and_colours_on_screens_of_their_scheme() -> None:
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


def test_what_is_not_set_is_not_told() -> None:
    assert style(sans="Arial") == "@media all {\n  :root {\n    --sans: Arial;\n  }\n}\n"


def test_the_stylesheet_changes_with_each_setting() -> None:
    digests = {styled(**theme).data() for theme in ({"measure": 60}, {"measure": 61}, {"light": {"ink": "navy"}})}
    digests.add(styled(dark={"ink": "navy"}).data())
    assert len(digests) == 4


def test_a_style_that_comes_and_goes_is_written_and_deleted_again(tmp_path: Path) -> None:
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


def test_a_static_file_in_the_place_of_the_stylesheet_is_told(tmp_path: Path) -> None:
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


def test_a_logo_stands_in_the_place_of_the_papers_name() -> None:
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


@pytest.mark.skipif(
    not CHROMIUM.exists() and "NEWSGEN_REQUIRE_BROWSER" not in os.environ, reason="there is no Chromium here"
)
def test_a_browser_reads_every_value_as_the_one_declaration_that_it_is() -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-component-update"]
        )
        page = browser.new_page()
        for colour, fonts in zip(COLOURS, FONTS * 2, strict=False):
            page.set_content(f"<style>{style(light={'ink': colour}, serif=fonts)}</style>")
            rules = page.evaluate(READ_RULES)
            assert rules == [
                ["all", [[":root", {"--serif": fonts}]]],
                ["screen and (prefers-color-scheme: light)", [[":root", {"--ink": colour}]]],
                ["screen and (prefers-contrast: more)", [[":root", {"--soft": "var(--ink)", "--line": "var(--ink)"}]]],
            ], json.dumps(rules)
        browser.close()
