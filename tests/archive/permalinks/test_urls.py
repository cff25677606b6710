"""URLs: slugs in every script, permalinks by pattern, the files that answer them, and links to those."""

import hashlib
import os
import posixpath
import re
import unicodedata
from typing import Any, Literal
from urllib.parse import unquote

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError
from slugify import slugify

from newsgen.archive.permalinks.urls import file_of, make_name_slug, make_permalink, make_slug
from newsgen.record.article import Article
from newsgen.record.dates import PartialDate, parse_date
from newsgen.record.paths import case_folded_path, href_of, root_from
from newsgen.settings.site import Site
from newsgen.sources.field_values import read_permalink

STYLES = st.sampled_from(["ascii", "unicode"])
LANGUAGES = st.sampled_from(["", "en", "de", "de-AT", "ar", "AR-eg", "ja", "xx-x"])
LONGEST = 70
# Bytes of a file name that ext4, APFS and NTFS can all hold.
LONGEST_NAME = 255
PATHS = st.text() | st.lists(
    st.sampled_from(
        ["..", ".", "...", "a", "b.html", "%2e%2e", "&#46;&#46;", "&period;.", " ", "\t", "\\", "~", "é", ""]
    )
).map("/".join)


def read_or_skip(path: str) -> str:
    """The permalink that front matter may declare with this text; other texts are no example."""
    try:
        return read_permalink(path)
    except PydanticCustomError:
        assume(False)
        raise


def make(site: Site | None = None, date: str = "", **fields: Any) -> str:
    published = parse_date(date) if date else None
    article = Article(**{"path": "2014/heron.md", "headline": "Heron returns", **fields}, published=published)
    return make_permalink(article, site or Site())


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Heron returns", "en", "heron-returns"),
        ("  -- Heron --  ", "en", "heron"),
        ("Heron/returns\\twice", "en", "heron-returns-twice"),
        ("50% off: 1,200 reeds", "en", "50-off-1200-reeds"),
        ("C++ & C#", "en", "c-c"),
        ("🐦 heron", "en", "heron"),
        ("Ça va, Nîmes", "fr", "ca-va-nimes"),
        ("Ærø Øst Łódź", "da", "aero-ost-lodz"),
        ("Größe über Öl", "de", "groesse-ueber-oel"),
        ("ÄRGER", "de-AT", "aerger"),
        ("Größe", "sv", "grosse"),
        ("Αθήνα", "el", "athena"),
        ("Привет мир", "ru", "privet-mir"),
        ("한국 소식", "ko", "hangug-sosig"),
        ("القارب في الميناء", "ar", "alqarb-fi-almina"),
        ("القارب في الميناء", "ar-EG", "alqarb-fi-almina"),
        ("نور", "ar", "nur"),
        ("早上", "zh", "zao-shang"),
        ("かさ", "ja", "kasa"),
        ("がざ", "ja", "gaza"),
        ("", "en", ""),
        ("!?", "en", ""),
        ("🐦", "en", ""),
    ],
)
def test_an_ascii_slug_writes_every_script_in_latin_letters(text: str, language: str, slug: str) -> None:
    assert make_slug(text, language) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Heron returns", "heron-returns"),
        ("Ça va, Nîmes", "ça-va-nîmes"),
        ("STRASSE & Straße", "strasse-strasse"),
        ("القارب في الميناء", "القارب-في-الميناء"),
        ("नमस्ते दुनिया", "नमस्ते-दुनिया"),
        ("早上好!", "早上好"),
        ("1,200 reeds_and mud", "1-200-reeds-and-mud"),
        ("a/b\\c?d#e%f:g", "a-b-c-d-e-f-g"),
        ("../..", ""),
        ("", ""),
        ("🐦", ""),
    ],
)
def test_a_unicode_slug_keeps_every_script(text: str, slug: str) -> None:
    assert make_slug(text, style="unicode") == slug


@pytest.mark.parametrize("style", ["ascii", "unicode"])
def test_a_long_headline_is_cut_between_words(style: Literal["ascii", "unicode"]) -> None:
    assert make_slug("reeds " * 11 + "her", style=style) == "reeds-" * 11 + "her"
    assert make_slug("reeds " * 11 + "herons gather", style=style) == "-".join(["reeds"] * 11)
    assert make_slug("x" * 90, style=style) == "x" * LONGEST


@given(st.text(), LANGUAGES)
def test_an_ascii_slug_is_short_and_of_plain_letters_digits_and_single_hyphens(text: str, language: str) -> None:
    slug = make_slug(text, language)
    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= LONGEST


@given(st.text(max_size=200))
@example("ǰ" * 90)
def test_a_unicode_slug_is_short_composed_and_of_letters_digits_and_single_hyphens(text: str) -> None:
    slug = make_slug(text, style="unicode")
    assert all(c.isalnum() or unicodedata.category(c)[0] == "M" for part in slug.split("-") for c in part)
    assert "--" not in slug
    assert slug.strip("-") == slug
    assert slug == case_folded_path(slug)
    assert len(slug) <= LONGEST


@pytest.mark.parametrize("letter", ["a", "é", "鷺", "न", pytest.param("𞤀", id="adlam"), pytest.param("𠀀", id="han-b")])
@pytest.mark.parametrize("style", ["ascii", "unicode"])
def test_a_slug_is_short_enough_for_a_file_name(letter: str, style: Literal["ascii", "unicode"]) -> None:
    slug = make_slug(f"{letter * 300} {letter * 300}", style=style)
    assert len(file_of(f"/{slug}").encode()) <= LONGEST_NAME


@given(st.text(), LANGUAGES, STYLES)
def test_the_slug_of_a_slug_is_itself(text: str, language: str, style: Literal["ascii", "unicode"]) -> None:
    slug = make_slug(text, language, style)
    assert make_slug(slug, language, style) == slug


@given(st.text(alphabet="aeouäöüÄÖÜßéñçайёάυ한국أؤいがパ -"), LANGUAGES, STYLES)
@example("Größe über Öl", "de", "ascii")
def test_a_slug_is_the_same_for_both_normal_forms(text: str, language: str, style: Literal["ascii", "unicode"]) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert make_slug(composed, language, style) == make_slug(decomposed, language, style)


@pytest.mark.parametrize("style", ["ascii", "unicode"])
def test_a_name_without_letters_has_a_slug_from_its_digest(style: Literal["ascii", "unicode"]) -> None:
    digest = hashlib.sha256("🐦".encode()).hexdigest()
    assert make_name_slug("🐦", style) == f"name-{digest[:8]}"


def test_a_name_with_letters_has_its_slug() -> None:
    assert make_name_slug("Wind & Waves") == "wind-waves"
    assert make_name_slug("鷺", "unicode") == "鷺"


@given(st.text(), STYLES)
def test_every_name_has_a_slug(name: str, style: Literal["ascii", "unicode"]) -> None:
    assert make_name_slug(name, style)


@pytest.mark.parametrize(
    ("pattern", "date", "permalink"),
    [
        ("/{year}/{month}/{slug}.html", "2014-02-03", "/2014/02/heron-returns.html"),
        ("/{year}/{month}/{slug}.html", "2014-02", "/2014/02/heron-returns.html"),
        ("/{year}/{month}/{slug}.html", "2014", "/2014/heron-returns.html"),
        ("/{year}/{month}/{day}/{slug}/", "2014-02-03", "/2014/02/03/heron-returns/"),
        ("/{year}/{month}/{day}/{slug}/", "2014", "/2014/heron-returns/"),
        ("/{section}/{slug}.html", "2014", "/nature-notes/heron-returns.html"),
        ("/{language}/{slug}", "2014", "/cy/heron-returns"),
        ("/{slug}.html", "0945", "/heron-returns.html"),
        ("/{year}/{slug}.html", "0945", "/0945/heron-returns.html"),
        ("/{slug}/{slug}.html", "2014", "/heron-returns/heron-returns.html"),
        ("//a//{slug}.html", "2014", "/a/heron-returns.html"),
        ("/{{a}}/{slug}.html", "2014", "/{a}/heron-returns.html"),
    ],
)
def test_a_permalink_is_made_by_the_sites_pattern(pattern: str, date: str, permalink: str) -> None:
    assert make(Site(permalink=pattern), date, section="Nature notes", language="cy") == permalink


def test_a_part_that_the_article_lacks_is_left_out() -> None:
    pattern = "/{language}/{section}/{year}/{month}/{day}/{slug}.html"
    assert make(Site(permalink=pattern), "2014") == "/2014/heron-returns.html"


def test_an_undated_article_has_its_own_pattern() -> None:
    assert make() == "/undated/heron-returns.html"
    assert make(Site(permalink_undated="/{section}/{year}/{slug}/"), section="Nature") == "/nature/heron-returns/"


def test_a_declared_permalink_counts_more_than_every_pattern() -> None:
    assert make(date="2014-02-03", permalink="/old/heron.php", slug="other") == "/old/heron.php"


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"slug": "The Heron!"}, "the-heron"),
        ({"headline": "Öl", "language": "de"}, "oel"),
        ({"headline": "!!!"}, "heron"),
        ({"headline": "!!!", "path": "2014/🐦.md"}, make_name_slug("🐦")),
    ],
)
def test_a_slug_is_declared_or_made_from_headline_or_file_name(fields: dict[str, Any], slug: str) -> None:
    assert make(**fields) == f"/undated/{slug}.html"


def test_a_site_may_keep_every_script_in_its_permalinks() -> None:
    site = Site(permalink="/{section}/{slug}.html", slugs="unicode")
    assert make(site, "2014", headline="鷺が戻る", section="自然") == "/自然/鷺が戻る.html"


def test_a_file_name_that_is_not_utf_8_still_gives_a_permalink() -> None:
    name = os.fsdecode(b"\xe9\xe8")
    assert re.fullmatch("/undated/name-[0-9a-f]{8}.html", make(headline="!!!", path=f"{name}.md"))


@given(st.text(), st.sampled_from(["", "2014", "2014-02", "2014-02-03"]), STYLES)
def test_every_headline_has_a_permalink_whose_file_is_inside_the_output(
    headline: str, date: str, style: Literal["ascii", "unicode"]
) -> None:
    permalink = make(Site(slugs=style), date, headline=headline)
    file = file_of(permalink)
    assert permalink == f"/{file}"
    assert posixpath.normpath(file) == file
    assert not file.startswith((".", "/"))


@pytest.mark.parametrize(
    ("permalink", "file"),
    [
        ("/2014/02/heron.html", "2014/02/heron.html"),
        ("/2014/02/heron.htm", "2014/02/heron.htm"),
        ("/2014/02/heron/", "2014/02/heron/index.html"),
        ("/2014/02/heron", "2014/02/heron.html"),
        ("/heron.php", "heron.php.html"),
        ("/v1.2", "v1.2.html"),
        ("/heron.HTML", "heron.HTML.html"),
        ("/.html", ".html.html"),
        ("/", "index.html"),
        ("", "index.html"),
        ("/a b/é.html", "a b/é.html"),
    ],
)
def test_a_permalink_is_answered_by_a_file(permalink: str, file: str) -> None:
    assert file_of(permalink) == file


@given(PATHS.map(lambda path: f"/{path}"))
@example("/a/&#46;&#46;/&#46;&#46;/b")
@example("/a/..\n/b")
def test_no_permalink_that_is_accepted_leaves_the_output_folder(path: str) -> None:
    file = file_of(read_or_skip(path))
    assert file.endswith((".html", ".htm"))
    assert posixpath.normpath(file) == file
    assert not file.startswith("/")
    assert not {"..", ".", ""} & set(file.split("/"))
    assert not set("\0\\\n") & set(file)


@pytest.mark.parametrize(
    ("file", "href"),
    [
        ("2014/02/heron.html", "2014/02/heron.html"),
        ("a b/é.html", "a%20b/%C3%A9.html"),
        ("100%.html", "100%25.html"),
        ("why?.html", "why%3F.html"),
        ("no#1.html", "no%231.html"),
        ("a:b.html", "a%3Ab.html"),
        ('"<>&.html', "%22%3C%3E&.html"),
        ("it's (1)+2,3;~@$!=*.html", "it's%20(1)+2,3;~@$!=*.html"),
    ],
)
def test_a_link_escapes_what_an_address_cannot_hold(file: str, href: str) -> None:
    assert href_of(file) == href


@given(st.text())
def test_a_link_leads_back_to_its_file(file: str) -> None:
    href = href_of(file)
    assert unquote(href) == file
    assert re.fullmatch(r"[A-Za-z0-9/~!$&'()*+,;=@._%-]*", href)


@pytest.mark.parametrize(
    ("file", "root"), [("index.html", ""), ("2014/index.html", "../"), ("2014/02/heron.html", "../../")]
)
def test_the_root_is_one_step_up_for_each_folder(file: str, root: str) -> None:
    assert root_from(file) == root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2014/Heron.html", "2014/heron.HTML"),
        ("th\u00e9.html", "the\u0301.html"),
        ("TH\u00c9.html", "the\u0301.html"),
        ("straße.html", "STRASSE.html"),
        ("ΟΔΟΣ.html", "οδος.html"),
        ("한국.html", unicodedata.normalize("NFD", "한국.html")),
    ],
)
def test_files_that_some_file_system_cannot_tell_apart_have_one_key(one: str, other: str) -> None:
    assert case_folded_path(one) == case_folded_path(other)


@pytest.mark.parametrize(
    ("one", "other"), [("heron.html", "herons.html"), ("the.html", "thé.html"), ("a/b.html", "a-b.html"), ("x²", "x2")]
)
def test_files_that_differ_have_different_keys(one: str, other: str) -> None:
    assert case_folded_path(one) != case_folded_path(other)


@given(st.text())
def test_a_key_does_not_depend_on_normal_form_or_case(file: str) -> None:
    key = case_folded_path(file)
    assert case_folded_path(unicodedata.normalize("NFC", file)) == key
    assert case_folded_path(unicodedata.normalize("NFD", file)) == key
    assert case_folded_path(file.casefold()) == key
    assert case_folded_path(key) == key


def test_a_date_of_a_month_only_names_no_day() -> None:
    article = Article("a.md", "Heron", published=PartialDate(2014, 2))
    assert make_permalink(article, Site(permalink="/{year}-{month}/{day}/{slug}")) == "/2014-02/heron"


@given(st.text(alphabet="abcXYZ019 -", min_size=1, max_size=90), st.sampled_from(["", "en", "de", "ar"]))
def test_plain_text_becomes_what_slugify_makes_of_it(text: str, language: str) -> None:
    assume(language != "ar" or not set(text) & set("Yy"))
    assert make_slug(text, language) == slugify(text, max_length=70, word_boundary=True)
