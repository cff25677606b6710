"""URLs: slugs in every script, permalinks by pattern, and the files that answer them."""

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

from newsgen.archive.permalinks.urls import (
    file_of,
    former_slugs,
    former_urls,
    make_name_slug,
    make_permalink,
    make_slug,
    redirect_files,
)
from newsgen.record.article import Article
from newsgen.record.dates import PartialDate, parse_date
from newsgen.record.names import path_fault
from newsgen.record.paths import case_folded_path
from newsgen.settings.site import Site
from newsgen.sources.address_values import read_permalink

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
        ("/{language}/{slug}", "2014", "/cy/heron-returns/"),
        ("/{slug}.aspx", "2014", "/heron-returns.aspx/"),
        ("/{id}/{slug}.html", "2014", "/heron-returns.html"),
        ("/{year}/{id}.html", "2014", "/2014/heron-returns.html"),
        ("/{slug}-{id}.html", "2014", "/heron-returns.html"),
        ("/{name}/", "2014", "/heron/"),
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
    assert make(date="2014-02-03", permalink="/old/heron.htm", slug="other") == "/old/heron.htm"


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"slug": "The_Heron.2"}, "The_Heron.2"),
        ({"slug": "смерть"}, "смерть"),
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
        ("/2014/02/heron", "2014/02/heron/index.html"),
        ("/heron.php", "heron.php/index.html"),
        ("/v1.2", "v1.2/index.html"),
        ("/heron.HTML", "heron.HTML/index.html"),
        ("/2014", "2014.html"),
        ("/2014/02", "2014/02.html"),
        ("/tags", "tags.html"),
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
    assert not path_fault(file)
    for _ in range(4):
        file = unquote(file)
        assert posixpath.normpath(f"/public/{file}").startswith("/public/")


def test_a_date_of_a_month_only_names_no_day() -> None:
    article = Article("a.md", "Heron", published=PartialDate(2014, 2))
    assert make_permalink(article, Site(permalink="/{year}-{month}/{day}/{slug}")) == "/2014-02/heron/"


@given(st.text(alphabet="abcXYZ019 -", min_size=1, max_size=90), st.sampled_from(["", "en", "de", "ar"]))
def test_plain_text_becomes_what_slugify_makes_of_it(text: str, language: str) -> None:
    assume(language != "ar" or not set(text) & set("Yy"))
    assert make_slug(text, language) == slugify(text, max_length=70, word_boundary=True, save_order=True)


@given(st.lists(st.text("abcé 鷺ß-", min_size=1, max_size=30), max_size=30).map(" ".join), STYLES)
def test_a_shortened_slug_is_a_beginning_of_the_headline(text: str, style: Literal["ascii", "unicode"]) -> None:
    words = [slug for word in text.replace("-", " ").split() if (slug := make_slug(word, style=style))]
    assert "-".join(words).startswith(make_slug(text, style=style))


@pytest.mark.parametrize(
    ("fields", "permalink"),
    [
        ({"headline": "CON"}, "/undated/con-@.html"),
        ({"headline": "Heron", "section": "Aux"}, "/undated/heron.html"),
        ({"headline": "Heron", "language": "../../x"}, "/undated/heron.html"),
    ],
)
def test_what_windows_or_a_host_would_not_take_is_changed(fields: dict[str, Any], permalink: str) -> None:
    mark = hashlib.sha256(b"con.html").hexdigest()[:6]
    assert make(**fields) == permalink.replace("@", mark)


@given(st.text() | st.sampled_from(["../../x", "%2e%2e/x", "..\\x", "aux", "a/../b", "_x", "."]), STYLES)
def test_no_value_of_an_article_leads_out_of_the_output(text: str, style: Literal["ascii", "unicode"]) -> None:
    pattern = "/{language}/{section}/{id}/{name}/{year}"
    site = Site(permalink_undated=pattern, slugs=style, aliases=("/old/{id}", "/{language}/{path}.html"))
    article = Article(f"{text or 'a'}.md", text, language=text, section=text, id=text)
    assert not path_fault(file_of(make_permalink(article, site)))
    for file in redirect_files("/a.html", former_urls(article, site)):
        assert posixpath.normpath(f"/public/{unquote(file)}").startswith("/public/")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=90), LANGUAGES, STYLES)
def test_a_declared_slug_is_known_by_what_was_once_made_of_it(
    text: str, language: str, style: Literal["ascii", "unicode"]
) -> None:
    if style == "ascii" and len(make_slug(text, language)) < LONGEST // 2:
        assert make_slug(text, language, style) in former_slugs(text, language, style)


def test_a_long_declared_slug_once_lost_its_long_words() -> None:
    slug = "court-finds-that-the-harbour-master-of-the-lower-quay-was-wrongly-convicted-of-theft"
    assert "court-finds-that-the-harbour-master-of-the-lower-quay-was-wrongly-of" in former_slugs(slug, "en", "ascii")
    assert set(former_slugs("смерть", "ru", "ascii")) == {"smert", "d1-81-d0-bc-d0-b5-d1-80-d1-82-d1-8c"}


@pytest.mark.parametrize(
    ("permalink", "moved", "files"),
    [
        ("/a.html", [], ()),
        ("/a.html", ["/old.html", "/older/", "/oldest"], ("old.html", "older/index.html", "oldest/index.html")),
        ("/a.html", ["/A.html", "/b.html", "/B.html"], ("b.html",)),
        ("/a/", ["/a", "/A/"], ()),
        ("/a", [], ("a.html",)),
        ("/a", ["/b.aspx"], ("b.aspx/index.html", "a.html")),
        ("/2020", ["/b.html"], ("b.html",)),
        ("/a.html", ["/a:b.html", "/con", "/_b/", "/b./c.html", "/b.html"], ("b.html",)),
    ],
)
def test_older_permalinks_are_answered_by_files_of_their_own(
    permalink: str, moved: list[str], files: tuple[str, ...]
) -> None:
    assert redirect_files(permalink, moved) == files
