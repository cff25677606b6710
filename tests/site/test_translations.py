"""Articles that are each other's translation lead to each other, for readers and for programs."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from newsgen.build.build import build_site
from newsgen.errors import NewsgenError, Problem
from tests.support.dumps import dumped
from tests.support.site_builder import SiteBuilder

ENGLISH, GERMAN, FRENCH = "The river rose in the night.", "Der Fluss stieg in der Nacht.", "Le fleuve est monté."


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    found = SiteBuilder(tmp_path / "site")
    found.settings("title: The Quay Post\nurl: https://quay.example\nday_pages: false\non_this_day: false\n")
    found.article("flood.md", ENGLISH, date="2024-02-03", slug="flood", language="en")
    return found


def german(site: SiteBuilder, path: str = "flut.md", /, **fields: object) -> None:
    site.article(path, GERMAN, **{"date": "2024-02-04", "slug": "flut", "language": "de", **fields})


def links(site: SiteBuilder, file: str) -> list[tuple[str, str]]:
    """The links to translations on a story's page: the label and where it leads."""
    shown = re.search(r'<p class="translations">(.*)</p>', site.read(file))
    found = (
        re.findall(r'<a rel="alternate" hreflang="[^"]*" lang="[^"]*" dir="[^"]*" href="([^"]*)">(.*?)</a>', shown[1])
        if shown
        else []
    )
    return [(label, href) for href, label in found]


def alternates(site: SiteBuilder, file: str) -> list[tuple[str, str]]:
    return re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', site.read(file))


def described(site: SiteBuilder, file: str) -> dict[str, object]:
    """What JSON-LD says of versions."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', site.read(file))
    assert found
    article = json.loads(found[1])["@graph"][0]
    return {key: article[key] for key in ("translationOfWork", "workTranslation") if key in article}


def findings(site: SiteBuilder) -> list[Problem]:
    return [found.problem for found in site.build().findings if found.rule == "translations"]


MORE_NAMES = (
    *("/2024/02/flood.html", "https://quay.example/2024/02/flood.html", "/old/flood", "./flood.md", '["flood.md"]'),
    "flood",
)
BOTH = [
    ("de", "https://quay.example/2024/02/flut.html"),
    ("en", "https://quay.example/2024/02/flood.html"),
    ("x-default", "https://quay.example/2024/02/flood.html"),
]


@pytest.mark.parametrize(
    "name",
    [
        *("flood.md", "https://old.example/news/7", "quay:7"),
        *(pytest.param(name, marks=pytest.mark.long) for name in MORE_NAMES),
    ],
)
def test_a_translation_may_be_named_by_id_address_or_file(site: SiteBuilder, name: str) -> None:
    site.edit(
        "articles/flood.md",
        "slug: flood",
        "slug: flood\nid: quay:7\naliases: /old/flood\noriginal_url: https://old.example/news/7",
    )
    german(site, translation_of=name)
    assert findings(site) == []
    assert links(site, "2024/02/flood.html") == [("Deutsch", "../../2024/02/flut.html")]
    assert links(site, "2024/02/flut.html") == [("English", "../../2024/02/flood.html")]
    assert alternates(site, "2024/02/flood.html") == alternates(site, "2024/02/flut.html") == BOTH


def test_articles_of_one_id_in_several_languages_are_translations(site: SiteBuilder) -> None:
    site.edit("articles/flood.md", "slug: flood", "slug: flood\nid: 7")
    german(site, id="7")
    site.article("crue.md", FRENCH, slug="crue", date="2024-02-05", language="fr", id="7")
    assert findings(site) == []
    assert [label for label, _ in links(site, "2024/02/flood.html")] == ["Deutsch", "Français"]
    assert [label for label, _ in links(site, "2024/02/crue.html")] == ["Deutsch", "English"]
    assert described(site, "2024/02/flood.html") == {}


def test_programs_are_told_which_is_the_original(site: SiteBuilder) -> None:
    german(site, translation_of="flood.md")
    site.build()
    original, translation = (
        {"@type": "NewsArticle", "inLanguage": language, "url": url} for language, url in BOTH[1::-1]
    )
    assert described(site, "2024/02/flut.html") == {"translationOfWork": [original]}
    assert described(site, "2024/02/flood.html") == {"workTranslation": [translation]}
    site.edit("articles/flood.md", "slug: flood", "slug: flood\ntranslation_of: flut.md")
    site.build()
    assert described(site, "2024/02/flut.html") == described(site, "2024/02/flood.html") == {}


def test_the_sitemap_has_all_versions_of_each(site: SiteBuilder) -> None:
    german(site, translation_of="flood.md")
    site.build()
    sitemap = site.read("sitemap-2024.xml")
    assert 'xmlns:xhtml="http://www.w3.org/1999/xhtml"' in sitemap
    told = "".join(f'<xhtml:link rel="alternate" hreflang="{language}" href="{url}"/>' for language, url in BOTH)
    assert sitemap.count(told) == 2
    assert "xhtml" not in site.read("sitemap-listings.xml")


def test_a_site_without_an_address_tells_its_readers_alone(site: SiteBuilder) -> None:
    site.settings("title: The Quay Post\n")
    german(site, translation_of="flood.md")
    site.build()
    assert links(site, "2024/02/flut.html") == [("English", "../../2024/02/flood.html")]
    assert alternates(site, "2024/02/flut.html") == []


def test_a_site_without_translations_says_nothing_of_them(site: SiteBuilder) -> None:
    site.build()
    assert "translations" not in site.read("2024/02/flood.html")
    assert "xhtml" not in site.read("sitemap-2024.xml")


@pytest.mark.long
def test_translations_of_translations_belong_together(site: SiteBuilder) -> None:
    german(site, translation_of="flood.md")
    site.article("crue.md", FRENCH, slug="crue", date="2024-02-05", language="fr", translation_of="flut.md")
    site.build()
    assert [label for label, _ in links(site, "2024/02/flood.html")] == ["Deutsch", "Français"]


@pytest.mark.long
def test_versions_of_one_language_are_told_apart(site: SiteBuilder) -> None:
    german(site, translation_of="flood.md", language="de-AT")
    german(site, "hochwasser.md", translation_of="flood.md", language="de-CH", slug="hochwasser")
    assert findings(site) == []
    assert [label for label, _ in links(site, "2024/02/flood.html")] == ["Deutsch (Österreich)", "Deutsch (Schweiz)"]
    german(site, "hochwasser.md", translation_of="flood.md", language="de-AT", slug="hochwasser")
    assert findings(site) == [
        Problem(
            "articles/hochwasser.md",
            0,
            "is a translation of the same text as articles/flut.md, into the same language: de-AT",
            "Pages link to both, and search engines are told of neither.",
            'Write the language of each, such as "language: de"; or take one of them out of translation_of.',
        )
    ]
    assert [label for label, _ in links(site, "2024/02/flood.html")] == ["Deutsch: Flut", "Deutsch: Hochwasser"]
    assert alternates(site, "2024/02/flood.html") == []


_UNLINKED = "Readers of the one would not find the other."


@pytest.mark.long
@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"translation_of": "floods.md"},
            Problem(
                "articles/flut.md",
                5,
                'translation_of names "floods.md", which the archive does not have',
                _UNLINKED,
                "Write the id, the address or the file of an article; or take it out.",
            ),
        ),
        (
            {"translation_of": "flut.md"},
            Problem(
                "articles/flut.md",
                5,
                'translation_of names the article itself: "flut.md"',
                _UNLINKED,
                "Write the id, the address or the file of the other article.",
            ),
        ),
        (
            {"translation_of": "flood.md", "language": "en"},
            Problem(
                "articles/flut.md",
                5,
                "translation_of names an article in the same language: articles/flood.md",
                "A translation is in another language.",
                'Write the language of each, such as "language: de".',
            ),
        ),
        (
            {"translation_of": "https://old.example/7"},
            Problem(
                "articles/flut.md",
                5,
                'translation_of names several articles by "https://old.example/7": articles/flood.md, articles/more.md',
                _UNLINKED,
                "Write the file of the one that is meant.",
            ),
        ),
    ],
)
def test_a_name_that_leads_to_no_translation_is_a_finding(
    site: SiteBuilder, fields: dict[str, str], problem: Problem
) -> None:
    site.edit("articles/flood.md", "slug: flood", "slug: flood\noriginal_url: https://old.example/7")
    site.article("more.md", "More of it.", language="en", original_url="https://old.example/7")
    german(site, **fields)
    assert findings(site) == [problem]
    assert links(site, "2024/02/flut.html") == links(site, "2024/02/flood.html") == []
    build_site(site.root)
    site.edit("articles/flut.md", "---\ndate", "---\nnotice: More.\ndate")
    assert [found.line for found in findings(site)] == [problem.line + 1]


@pytest.mark.long
@pytest.mark.parametrize(
    "kept",
    [{"withdrawn": "untrue"}, {"removed": "untrue"}, {"delisted": True}, {"draft": True}, {"publish": False}],
    ids=str,
)
def test_a_translation_that_is_taken_back_is_led_to_by_none(site: SiteBuilder, kept: dict[str, object]) -> None:
    german(site, translation_of="flood.md", title="Flut am Kai")
    site.article("crue.md", FRENCH, slug="crue", date="2024-02-05", language="fr", translation_of="flut.md")
    site.build()
    assert "Deutsch" in site.read("2024/02/flood.html")
    german(site, **{"translation_of": "flood.md", "title": "Flut am Kai", **kept})
    if "draft" in kept or "publish" in kept:
        (site.root / "permalinks.tsv").unlink()
    site.build()
    for file in ("2024/02/flood.html", "2024/02/crue.html"):
        assert "flut" not in site.read(file).lower()
        assert "Deutsch" not in site.read(file)
    assert "hreflang" not in site.read("2024/02/flut.html") if (site.output / "2024/02/flut.html").exists() else True
    sitemap = site.read("sitemap-2024.xml")
    assert "flut" not in sitemap
    # Those that are left are each other's translation still, where the archive has what joins them.
    joined = not {"draft", "publish"} & kept.keys() and "withdrawn" not in kept and "removed" not in kept
    assert bool(links(site, "2024/02/flood.html")) == joined
    assert site.files() == site.files_from_nothing()


STEPS: list[tuple[str, Callable[[SiteBuilder], object]]] = [
    ("a translation comes", lambda site: german(site, translation_of="flood.md")),
    ("its headline changes", lambda site: german(site, translation_of="flood.md", title="Hochwasser")),
    ("its language changes", lambda site: german(site, translation_of="flood.md", language="nl")),
    ("its address changes", lambda site: german(site, translation_of="flood.md", slug="flut-2")),
    (
        "a third comes",
        lambda site: site.article("crue.md", FRENCH, slug="crue", language="fr", translation_of="flut.md"),
    ),
    ("it names another", lambda site: german(site, translation_of="nothing.md")),
    ("it names none", german),
    ("the original gets an id", lambda site: site.edit("articles/flood.md", "slug: flood", "slug: flood\nid: 7")),
    ("it has the same id", lambda site: german(site, id="7")),
    ("and another", lambda site: german(site, id="8")),
    ("it is delisted", lambda site: german(site, translation_of="flood.md", delisted=True)),
    ("it is removed", lambda site: german(site, translation_of="flood.md", removed="untrue")),
    ("it is back", lambda site: german(site, translation_of="/2024/02/flood.html")),
]


@pytest.mark.long
def test_every_step_gives_what_a_clean_build_gives(site: SiteBuilder) -> None:
    site.build()
    for what, step in STEPS:
        step(site)
        site.build()
        assert site.files() == site.files_from_nothing(), what


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_steps_in_any_order_give_what_a_clean_build_gives(site: SiteBuilder, seed: int) -> None:
    random = Random(seed)
    site.build()
    for _ in range(8):
        for _, step in random.sample(STEPS[:7] + STEPS[8:], random.choice((1, 2))):
            step(site)
        site.build()
        assert site.files() == site.files_from_nothing()


def test_records_say_what_an_article_translates_and_restore_it(site: SiteBuilder) -> None:
    german(site, translation_of="[flood.md, /old]")
    settings = (site.root / "site.yaml").read_text()
    site.settings(settings + "data: [jsonl, csv, sqlite]\n")
    site.build()
    records = [json.loads(line) for line in dumped(site.output).splitlines()]
    assert [record.get("translation_of") for record in records] == [None, ["flood.md", "/old"]]
    header, *rows = dumped(site.output, "csv").decode().split("\r\n")
    assert header.endswith(",translation_of,text")
    assert '"flood.md | /old"' in rows[1]
    from newsgen.settings.site import load_site
    from newsgen.sources.importers.dump import restore_articles

    copy = SiteBuilder(site.root.parent / "copy")
    copy.settings(settings)
    (copy.root / "articles").mkdir()
    restore_articles(site.output, copy.root / "articles", load_site(copy.root))
    copy.build()
    assert links(copy, "2024/02/flut.html") == links(site, "2024/02/flut.html") != []


def ledger(site: SiteBuilder) -> list[str]:
    lines = (site.root / "permalinks.tsv").read_text().splitlines()
    return [" ".join(line.split("\t")[:3]) for line in lines if not line.startswith("#") and "listing:" not in line]


@pytest.mark.long
def test_an_article_keeps_its_address_when_a_translation_of_its_id_comes(site: SiteBuilder) -> None:
    german(site, "z.md", id="7", slug="flut")
    site.build()
    assert "/2024/02/flut.html id:7 current" in ledger(site)
    site.edit("articles/flood.md", "slug: flood", "id: 7\nslug: water")
    site.build(clean=True)
    assert ledger(site) == [
        "/2024/02/flood.html id@en:7 moved",
        "/2024/02/flut.html id:7 current",
        "/2024/02/water.html id@en:7 current",
    ]
    files = site.files()
    # Files may be called otherwise: each article is known by its id and its language.
    for old, new in (("z.md", "a.md"), ("flood.md", "m.md")):
        (site.root / "articles" / old).rename(site.root / "articles" / new)
    site.build(clean=True)
    assert {file for file in files if file.endswith(".html")} == {
        file for file in site.files() if file.endswith(".html")
    }
    site.edit("articles/m.md", ENGLISH, "Another opening altogether.")
    site.edit("articles/a.md", "language: de", "language: nl")
    site.build()
    assert ledger(site) == ledger_after_clean(site)
    assert "Another opening" in site.read("2024/02/water.html")


def ledger_after_clean(site: SiteBuilder) -> list[str]:
    site.build(clean=True)
    return ledger(site)


@pytest.mark.long
def test_an_article_that_is_gone_is_told_by_its_id_and_language(site: SiteBuilder) -> None:
    site.edit("articles/flood.md", "slug: flood", "id: 7\nslug: flood")
    german(site, id="7")
    site.build()
    (site.root / "articles" / "flut.md").unlink()
    for clean in (False, True):
        with pytest.raises(NewsgenError) as failed:
            site.build(clean=clean)
        assert [(problem.path, problem.message) for problem in failed.value.problems] == [
            ("the article with the id 7 in de", "is gone, and with it the published address /2024/02/flut.html")
        ]
