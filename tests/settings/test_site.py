"""Settings: their defaults, the values each accepts, and the problem of a wrong one."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from newsgen.errors import NewsgenError
from newsgen.settings.appearance import Colours, Logo, ThemeSettings
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.markdown import MarkdownSettings, Replacement
from newsgen.settings.site import FrontMatterSettings, Site, load_site

KNOWN = ", ".join(sorted(Site.model_fields))
FIX = "newsgen's docs/settings.md shows what it may hold."
OF_THEME = "dark, light, logo, measure, sans, serif"
OF_COLOURS = "accent, ink, line, paper, soft, wash"
COLOUR = 'A colour is a name, such as "navy", a hash, such as "#1b1a18", or a function, such as "hsl(7 75% 32%)".'
HASH = 'A colour that begins with # needs quotes, such as "#1b1a18", for YAML takes it for a comment.'
FONTS = "Fonts are names with commas between them, such as \"Georgia, 'Times New Roman', serif\"."


def load(folder: Path, text: str) -> Site:
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    return load_site(folder)


def load_or_fail(folder: Path, text: str) -> Site | NewsgenError:
    try:
        return load(folder, text)
    except NewsgenError as failed:
        return failed


def problems_of(folder: Path, text: str) -> list[str]:
    with pytest.raises(NewsgenError) as failed:
        load(folder, text)
    return [str(problem) for problem in failed.value.problems]


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    assert load_site(tmp_path) == Site()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "title:\nurl:\nsections:\nsheet_size: ~\n"])
def test_a_setting_left_blank_has_its_default(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == Site()


def test_defaults() -> None:
    site = Site()
    assert (site.title, site.language, site.articles, site.output) == ("News archive", "en", "articles", "public")
    assert (site.permalink, site.permalink_undated) == ("/{year}/{month}/{slug}.html", "/undated/{slug}.html")
    assert (site.sheet_size, site.feed_size, site.slugs, site.missing_images) == (50, 30, "ascii", "note")
    assert site.suggestions == 5
    assert (site.feeds, site.news_sitemap, site.robots) == (FeedSettings(), False, "all")
    assert site.day_pages
    assert site.on_this_day
    assert site.theme == ThemeSettings()
    assert (site.image_widths, site.image_formats) == ((480, 960, 1600), ("avif", "webp"))
    assert site.dates_from_names
    assert not site.markdown.html


@pytest.mark.parametrize("code", ["English", "", "e", "en GB"])
def test_a_language_is_a_code(tmp_path: Path, code: str) -> None:
    assert problems_of(tmp_path, f'language: "{code}"') == [
        f'site.yaml:1: cannot use language: "{code}"\n'
        f"    A language is its ISO code, such as en, ar or pt-BR.\n    {FIX}"
    ]


def test_a_language_may_be_written_with_an_underscore(tmp_path: Path) -> None:
    assert load(tmp_path, "language: pt_BR").language == "pt-BR"


@pytest.mark.parametrize(
    ("text", "widths", "formats"),
    [
        ("image_widths: [960, 480, 960]\nimage_formats: [webp, avif]\n", (480, 960), ("avif", "webp")),
        ("image_widths: [1600]\nimage_formats: []\n", (1600,), ()),
    ],
)
def test_widths_and_formats_of_images_are_sorted(
    tmp_path: Path, text: str, widths: tuple[int, ...], formats: tuple[str, ...]
) -> None:
    site = load(tmp_path, text)
    assert (site.image_widths, site.image_formats) == (widths, formats)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    text = """
title: "Cove End Tide: the archive"
description: Eighty years of a small paper
url: https://tide.example/archive/
original_url: http://old.example
language: cy
rights: Cove End Press
articles: clippings
output: site
ignore: [drafts/*, "README.md"]
sections: [News, Sport]
default_section: News
authors:
  ap: Ada Pell
permalink: /{language}/{section}/{year}/{month}/{day}/{slug}/
permalink_undated: /old/{slug}.html
slugs: unicode
dates_from_names: false
sheet_size: 20
feed_size: 10
feeds: {formats: [json], tags: all, history: false}
news_sitemap: true
robots: no-ai
suggestions: 0
day_pages: false
on_this_day: false
missing_images: note
theme:
  light:
    paper: "#fffdf8"
    accent: hsl(7 75% 32%)
  dark: {ink: snow}
  serif: Georgia, 'Times New Roman', serif
  sans: Arial
  measure: 66
  logo:
    file: style.css
    width: 320
    height: 64
front_matter:
  rename:
    standfirst: dek
  keep: [x_*]
markdown:
  html: true
  replace:
    - pattern: '\\[gallery\\]'
    - pattern: "{{<(.*?)>}}"
      by: '\\1'
"""
    assert load(tmp_path, text) == Site(
        title="Cove End Tide: the archive",
        description="Eighty years of a small paper",
        url="https://tide.example/archive",
        original_url="http://old.example",
        language="cy",
        rights="Cove End Press",
        articles="clippings",
        output="site",
        ignore=("drafts/*", "README.md"),
        sections=("News", "Sport"),
        default_section="News",
        authors={"ap": "Ada Pell"},
        permalink="/{language}/{section}/{year}/{month}/{day}/{slug}/",
        permalink_undated="/old/{slug}.html",
        slugs="unicode",
        dates_from_names=False,
        sheet_size=20,
        feed_size=10,
        feeds=FeedSettings(formats=("json",), tags="all", history=False),
        news_sitemap=True,
        robots="no-ai",
        suggestions=0,
        day_pages=False,
        on_this_day=False,
        missing_images="note",
        theme=ThemeSettings(
            light=Colours(paper="#fffdf8", accent="hsl(7 75% 32%)"),
            dark=Colours(ink="snow"),
            serif="Georgia, 'Times New Roman', serif",
            sans="Arial",
            measure=66,
            logo=Logo(file="style.css", width=320, height=64),
        ),
        front_matter=FrontMatterSettings(rename={"standfirst": "dek"}, keep=("x_*",)),
        markdown=MarkdownSettings(
            html=True,
            replace=(Replacement(pattern=r"\[gallery\]"), Replacement(pattern="{{<(.*?)>}}", by=r"\1")),
        ),
    )


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Site().title = "Another"


def test_an_unknown_setting_is_reported_with_the_one_probably_meant(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "title: Tide\nlanguge: cy\n") == [
        'site.yaml:2: unknown setting "languge". Did you mean "language"?\n'
        "    A setting that newsgen does not know would have no effect.\n"
        f"    Settings are: {KNOWN}."
    ]


def test_an_unknown_setting_that_resembles_none_is_reported_without_a_guess(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "zzz: 1\n") == [
        'site.yaml:1: unknown setting "zzz".\n'
        "    A setting that newsgen does not know would have no effect.\n"
        f"    Settings are: {KNOWN}."
    ]


@pytest.mark.parametrize(
    ("text", "name", "meant", "known"),
    [
        ("front_matter:\n  renam: {a: b}", "front_matter.renam", "rename", "keep, rename, statuses"),
        ("markdown:\n  htm: true", "markdown.htm", "html", "html, replace"),
        (
            "markdown:\n  replace:\n    - pattern: x\n      bye: y",
            "markdown.replace.0.bye",
            "by",
            "by, pattern",
        ),
        ("theme:\n  ligth: {}", "theme.ligth", "light", "dark, light, logo, measure, sans, serif"),
        ("theme: {dark: {inc: white}}", "theme.dark.inc", "ink", "accent, ink, line, paper, soft, wash"),
        (
            "theme: {logo: {file: style.css, width: 9, height: 9, widht: 9}}",
            "theme.logo.widht",
            "width",
            "file, height, width",
        ),
    ],
)
def test_an_unknown_setting_inside_another_is_reported_by_its_whole_name(
    tmp_path: Path, text: str, name: str, meant: str, known: str
) -> None:
    assert problems_of(tmp_path, text) == [
        f'site.yaml:1: unknown setting "{name}". Did you mean "{meant}"?\n'
        "    A setting that newsgen does not know would have no effect.\n"
        f"    Settings are: {known}."
    ]


@pytest.mark.parametrize(
    ("text", "message", "reason"),
    [
        ("url: tide.example", 'url: "tide.example"', "An address begins with https:// or http://."),
        ("url: ftp://tide.example", 'url: "ftp://tide.example"', "An address begins with https:// or http://."),
        ("url: https://", 'url: "https://"', "An address begins with https:// or http://."),
        ("url: https://a b/", 'url: "https://a b/"', "An address begins with https:// or http://."),
        ("url: 'https://[tide'", 'url: "https://[tide"', "An address begins with https:// or http://."),
        ("original_url: javascript:x", 'original_url: "javascript:x"', "An address begins with https:// or http://."),
        (
            "original_url: 'http://[tide'",
            'original_url: "http://[tide"',
            "An address begins with https:// or http://.",
        ),
        ("articles: '  '", 'articles: "  "', "A folder needs a name."),
        ("output: ''", 'output: ""', "A folder needs a name."),
        ("sheet_size: '4'", 'sheet_size: "4"', "Input should be greater than or equal to 5."),
        ("sheet_size: 1001", 'sheet_size: "1001"', "Input should be less than or equal to 1000."),
        ("feed_size: 0", 'feed_size: "0"', "Input should be greater than or equal to 1."),
        (
            "feeds: atom",
            'feeds: "atom"',
            "It holds settings of its own: authors, formats, groups, history, people, places, publications, sections,"
            " tags.",
        ),
        ("robots: some", 'robots: "some"', "Input should be 'all', 'no-training', 'no-ai' or 'none'."),
        (
            "news_sitemap: perhaps",
            'news_sitemap: "perhaps"',
            "Input should be a valid boolean, unable to interpret input.",
        ),
        ("suggestions: 21", 'suggestions: "21"', "Input should be less than or equal to 20."),
        ("image_widths: []", "image_widths", "Pictures need one width at least."),
        ("image_widths: '480'", 'image_widths: "480"', "Input should be a valid tuple."),
        ("image_widths: [480, 15]", 'image_widths.1: "15"', "Input should be greater than or equal to 16."),
        ("image_widths: [9000]", 'image_widths.0: "9000"', "Input should be less than or equal to 8000."),
        (
            "image_widths: [wide]",
            'image_widths.0: "wide"',
            "Input should be a valid integer, unable to parse string as an integer.",
        ),
        ("image_formats: [jpeg]", 'image_formats.0: "jpeg"', "Input should be 'avif' or 'webp'."),
        ("suggestions: -1", 'suggestions: "-1"', "Input should be greater than or equal to 0."),
        (
            "sheet_size: many",
            'sheet_size: "many"',
            "Input should be a valid integer, unable to parse string as an integer.",
        ),
        ("slugs: latin", 'slugs: "latin"', "Input should be 'ascii' or 'unicode'."),
        ("missing_images: ignore", 'missing_images: "ignore"', "Input should be 'error' or 'note'."),
        (
            "dates_from_names: perhaps",
            'dates_from_names: "perhaps"',
            "Input should be a valid boolean, unable to interpret input.",
        ),
        (
            "day_pages: some",
            'day_pages: "some"',
            "Input should be a valid boolean, unable to interpret input.",
        ),
        (
            "on_this_day: '2'",
            'on_this_day: "2"',
            "Input should be a valid boolean, unable to interpret input.",
        ),
        ("theme: dark", 'theme: "dark"', f"It holds settings of its own: {OF_THEME}."),
        ("theme:\n  light: white", 'theme.light: "white"', f"It holds settings of its own: {OF_COLOURS}."),
        ("theme:\n  logo: logo.svg", 'theme.logo: "logo.svg"', "It holds settings of its own: file, height, width."),
        ("theme:\n  light:\n    ink: '#12'", 'theme.light.ink: "#12"', COLOUR),
        ("theme:\n  dark:\n    wash: 'red; color: blue'", 'theme.dark.wash: "red; color: blue"', COLOUR),
        ("theme:\n  dark:\n    paper: url(/x)", 'theme.dark.paper: "url(/x)"', COLOUR),
        ("theme:\n  light:\n    ink: #1b1a18", "theme.light.ink", HASH),
        ("theme: {light: {ink: [navy]}}", "theme.light.ink", "Input should be a valid string."),
        ("theme:\n  serif: Georgia; color", 'theme.serif: "Georgia; color"', FONTS),
        ('theme:\n  sans: "\'Arial"', 'theme.sans: "\'Arial"', FONTS),
        ("theme:\n  measure: 80", 'theme.measure: "80"', "Input should be less than or equal to 75."),
        ("theme:\n  measure: 29", 'theme.measure: "29"', "Input should be greater than or equal to 30."),
        ("theme:\n  logo: {file: style.css, width: 9}", "theme.logo.height", "Field required."),
        (
            "theme:\n  logo: {file: style.css, width: 9, height: 0}",
            'theme.logo.height: "0"',
            "Input should be greater than or equal to 1.",
        ),
        ("title: [Tide]", "title", "Input should be a valid string."),
        ("ignore: drafts", 'ignore: "drafts"', "Input should be a valid tuple."),
        ("sections:\n- [News]", "sections.0", "Input should be a valid string."),
        ("authors: Ada", 'authors: "Ada"', "Input should be a valid dictionary."),
        ("authors: {ap: [Ada]}", "authors.ap", "Input should be a valid string."),
        (
            "markdown: {replace: [{pattern: '(x'}]}",
            'markdown.replace.0.pattern: "(x"',
            "Not a regular expression: missing ), unterminated subpattern at position 0.",
        ),
        ("markdown: {replace: [{by: x}]}", "markdown.replace.0.pattern", "Field required."),
    ],
)
def test_a_value_a_setting_cannot_hold_is_refused(tmp_path: Path, text: str, message: str, reason: str) -> None:
    assert problems_of(tmp_path, f"language: en\n{text}\n") == [
        f"site.yaml:2: cannot use {message}\n    {reason}\n    {FIX}"
    ]


@pytest.mark.parametrize(
    ("replacement", "message", "reason"),
    [
        (
            "pattern: 'x{99999999999}'",
            'pattern: "x{99999999999}"',
            "Not a regular expression: the repetition number is too large.",
        ),
        (
            "pattern: '(x)', by: '\\2'",
            'by: "\\2"',
            "Not what a regular expression can put: invalid group reference 2 at position 1.",
        ),
        (
            "pattern: x, by: '\\g<name>'",
            'by: "\\g<name>"',
            "Not what a regular expression can put: unknown group name 'name'.",
        ),
    ],
)
def test_a_replacement_that_cannot_be_made_is_refused(
    tmp_path: Path, replacement: str, message: str, reason: str
) -> None:
    assert problems_of(tmp_path, f"markdown: {{replace: [{{{replacement}}}]}}") == [
        f"site.yaml:1: cannot use markdown.replace.0.{message}\n    {reason}\n    {FIX}"
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        "{slug}.html",
        "/{year}/{month}.html",
        "/{slug}/../x",
        "/%2e%2E/{slug}",
        "/%252e%252e/{slug}",
        "/{slug}?x=1",
        "/{slug}%3Fx=1",
        "/{slug}#top",
        "/a\\b/{slug}",
        "/%E3%82/{slug}",
        "/%7Bx%7D/{slug}",
    ],
)
@pytest.mark.parametrize("setting", ["permalink", "permalink_undated"])
def test_a_permalink_names_one_path_inside_the_site(tmp_path: Path, setting: str, pattern: str) -> None:
    assert problems_of(tmp_path, f"{setting}: '{pattern}'") == [
        f'site.yaml:1: cannot use {setting}: "{pattern}"\n'
        f'    A permalink begins with "/", holds {{slug}}, {{id}} or {{name}} and stays inside the site.\n    {FIX}'
    ]


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("/..{slug}", '"..x" begins with ".", and GitHub Pages leaves such names out'),
        ("/_posts/{slug}/", '"_posts" begins with "_", and GitHub Pages leaves such names out'),
        ("/aux/{slug}/", '"aux" is the name of a device on Windows'),
        ("/a:b/{name}/", '"a:b" holds :, which Windows does not take'),
        ("/{id}.", '"x." ends with ".", which Windows does not keep'),
    ],
)
def test_a_permalink_is_a_path_that_every_disk_and_host_takes(tmp_path: Path, pattern: str, fault: str) -> None:
    assert problems_of(tmp_path, f"permalink: '{pattern}'") == [
        f'site.yaml:1: cannot use permalink: "{pattern}"\n'
        f"    Not every disk and host takes this path: {fault}.\n    {FIX}"
    ]


@pytest.mark.parametrize("setting", ["permalink", "permalink_undated"])
def test_a_permalink_may_be_written_with_percent_codes(setting: str) -> None:
    assert getattr(Site.model_validate({setting: "/%E6%97%A5/{slug}.html"}), setting) == "/日/{slug}.html"


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("/{yaer}/{slug}", "{yaer}"),
        ("/{}/{slug}", "{}"),
        ("/{0}/{slug}", "{0}"),
        ("/{slug.__class__}", "{slug.__class__}"),
        ("/{slug[0]}", "{slug[0]}"),
        ("/{Slug}", "{Slug}"),
    ],
)
def test_an_unknown_part_of_a_permalink_is_named(tmp_path: Path, pattern: str, part: str) -> None:
    assert problems_of(tmp_path, f"permalink: '{pattern}'") == [
        f'site.yaml:1: cannot use permalink: "{pattern}"\n'
        f"    {part} is not one of {{year}}, {{month}}, {{day}}, {{section}}, {{language}}, {{slug}}, {{id}}, {{name}}."
        f"\n    {FIX}"
    ]


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("/{slug", "Expected '}' before end of string."),
        ("/{slug}}", "Single '}' encountered in format string."),
        *(
            (f"/{{slug{form}}}", "A part of a permalink is a name in braces and nothing else.")
            for form in ("!z", "!r", ":d", ":{year}", ":>9999")
        ),
    ],
)
def test_a_permalink_that_cannot_be_filled_is_refused(tmp_path: Path, pattern: str, reason: str) -> None:
    assert problems_of(tmp_path, f"permalink: '{pattern}'") == [
        f'site.yaml:1: cannot use permalink: "{pattern}"\n    {reason}\n    {FIX}'
    ]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://tide.example", "https://tide.example"),
        ("https://tide.example/", "https://tide.example"),
        ("http://localhost:8000/archive/", "http://localhost:8000/archive"),
        ("''", ""),
    ],
)
def test_a_url_loses_its_final_slash(tmp_path: Path, written: str, url: str) -> None:
    assert load(tmp_path, f"url: {written}").url == url


@pytest.mark.parametrize(
    "file", ["logo.svg", "/style.css", "../site.yaml", "https://far.example/a.svg", ".hidden.svg", ""]
)
def test_a_logo_missing_from_the_folder_static_is_reported(tmp_path: Path, file: str) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static/.hidden.svg").write_bytes(b"<svg/>")
    text = f"title: Tide\ntheme:\n  measure: 60\n  logo: {{file: '{file}', width: 320, height: 64}}\n"
    assert problems_of(tmp_path, text) == [
        f'site.yaml:2: cannot use theme.logo.file: "{file}"\n'
        "    There is no such file in the folder static.\n"
        "    Put the picture there, or correct its name."
    ]


def test_a_logo_may_be_in_a_folder_below_static(tmp_path: Path) -> None:
    (tmp_path / "static/img").mkdir(parents=True)
    (tmp_path / "static/img/our logo.svg").write_bytes(b"<svg/>")
    site = load(tmp_path, "theme: {logo: {file: img/our logo.svg, width: 320, height: 64}}")
    assert site.theme.logo == Logo(file="img/our logo.svg", width=320, height=64)


def test_blank_settings_of_the_theme_have_their_defaults(tmp_path: Path) -> None:
    text = "theme:\n  light:\n    # ink: navy\n  dark:\n  serif:\n  sans: ''\n  measure:\n  logo:\n"
    assert load(tmp_path, text) == Site()


def test_a_repeated_setting_is_reported_at_its_second_line(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "title: One\nlanguage: cy\ntitle: Two\n") == [
        'site.yaml:3: the setting "title" stands twice\n    Only one of them can count.\n    Keep one of the two.'
    ]


def test_all_wrong_settings_are_reported_at_once(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, "slugs: latin\ntitel: Tide\nsheet_size: 2\n")
    assert [problem.split("\n")[0] for problem in problems] == [
        'site.yaml:1: cannot use slugs: "latin"',
        'site.yaml:2: unknown setting "titel". Did you mean "title"?',
        'site.yaml:3: cannot use sheet_size: "2"',
    ]


def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "- title\n") == [
        "site.yaml:1: is not a list of keys and values\n"
        "    Its fields cannot be read until the YAML is.\n"
        '    Write one "key: value" a line.'
    ]


def test_a_folder_named_like_the_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").mkdir()
    with pytest.raises(NewsgenError) as failed:
        load_site(tmp_path)
    assert failed.value.problems[0].message == "cannot be read: Is a directory"


@given(
    st.dictionaries(
        st.sampled_from(list(Site.model_fields)) | st.text(max_size=8),
        st.recursive(
            st.none() | st.booleans() | st.text(max_size=8),
            lambda value: st.lists(value, max_size=2) | st.dictionaries(st.text(max_size=4), value, max_size=2),
            max_leaves=4,
        ),
        max_size=4,
    )
)
def test_no_settings_crash_the_reader(tmp_path_factory: pytest.TempPathFactory, settings: dict[str, Any]) -> None:
    # JSON is YAML, so this writes any value as text that the file may hold.
    outcome = load_or_fail(tmp_path_factory.getbasetemp(), json.dumps(settings))
    if isinstance(outcome, NewsgenError):
        assert {problem.path for problem in outcome.problems} == {"site.yaml"}
    else:
        assert isinstance(outcome, Site)


@pytest.mark.parametrize(
    ("setting", "path", "codec"),
    [
        ("", "one.txt", ""),
        ("encoding: Windows-1252", "2003/one.txt", "cp1252"),
        ("encoding: {1994/: Mac Roman}", "1994/one.txt", "mac_roman"),
        ("encoding: {1994: Mac Roman}", "1994/05/one.txt", "mac_roman"),
        ("encoding: {1994/: Mac Roman}", "1995/one.txt", ""),
        ('encoding: {"*.dos.txt": CP437, "*": KOI8-R}', "a/one.dos.txt", "cp437"),
        ('encoding: {"*.dos.txt": CP437, "*": KOI8-R}', "a/one.txt", "koi8_r"),
    ],
)
def test_the_first_pattern_that_fits_gives_the_encoding(tmp_path: Path, setting: str, path: str, codec: str) -> None:
    (tmp_path / "site.yaml").write_text(setting, encoding="utf-8")
    assert load_site(tmp_path).encoding_of(path) == codec


def test_a_name_that_no_encoding_has_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("encoding: {1994/: base64}", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        load_site(tmp_path)
    assert str(failed.value) == (
        "site.yaml:1: cannot use encoding\n"
        '    "base64" is no encoding; names are WINDOWS-1252, MACINTOSH, CP437, KOI8-R, SHIFT_JIS.\n'
        "    newsgen's docs/settings.md shows what it may hold."
    )


def test_a_time_zone_is_a_name_of_the_database(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("timezone: Europe/Berlin\n", encoding="utf-8")
    assert load_site(tmp_path).timezone == "Europe/Berlin"
    (told,) = problems_of(tmp_path, f"timezone: {'a/b.' * 1_000}\n")
    assert "A time zone is a name of the tz database" in told
    assert problems_of(tmp_path, "timezone: Sorrel/Quay\n") == [
        'site.yaml:1: cannot use timezone: "Sorrel/Quay"\n'
        "    A time zone is a name of the tz database, such as Europe/Berlin; a system without that database needs the "
        "package tzdata.\n"
        "    newsgen's docs/settings.md shows what it may hold."
    ]
