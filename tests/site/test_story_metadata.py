"""What the stories of the sample site tell programs, read by other people's parsers and held against the record."""

import json
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import extruct
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html

from newsgen.archive.permalinks.urls import file_of, make_permalink
from newsgen.build.build import build_site
from newsgen.record.article import Article
from newsgen.record.paths import href_of
from newsgen.record.plain_text import text_of
from newsgen.settings.site import Site, load_site
from newsgen.sources.files import find_sources
from newsgen.sources.load import LoadedArticle, load_article
from newsgen.sources.metadata_table import load_metadata
from tests.support.paths import ROOT
from tests.support.zotero import read_as_zotero

# ISO 8601 at any precision, as schema.org's Date and DateTime are.
DATE = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?$"}
TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https://[^/]+(/[!-~]*)?$"}


def node(kind: str | list[str], needed: list[str], **properties: object) -> dict[str, object]:
    kinds = [kind] if isinstance(kind, str) else kind
    return {
        "type": "object",
        "properties": {"@type": {"enum": kinds}, **properties},
        "required": ["@type", *needed],
        "additionalProperties": False,
    }


# What Google's page on article structured data asks for and schema.org says of each property.
NEWS_ARTICLE = node(
    "NewsArticle",
    ["headline", "inLanguage", "url", "mainEntityOfPage", "publisher", "isPartOf"],
    headline=TEXT,
    description=TEXT,
    datePublished=DATE,
    dateModified=DATE,
    author={
        "type": "array",
        "minItems": 1,
        "items": node(["Person", "Organization"], ["name", "url"], name=TEXT, url=ADDRESS),
    },
    dateline=TEXT,
    articleSection=TEXT,
    keywords={"type": "array", "minItems": 1, "items": TEXT, "uniqueItems": True},
    inLanguage={"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    image={
        "type": "array",
        "minItems": 1,
        "items": node(
            "ImageObject",
            ["url", "width", "height"],
            url=ADDRESS,
            width={"type": "integer", "minimum": 1},
            height={"type": "integer", "minimum": 1},
            caption=TEXT,
            creditText=TEXT,
        ),
    },
    url=ADDRESS,
    mainEntityOfPage=ADDRESS,
    sameAs=ADDRESS,
    printPage=TEXT,
    correction={
        "type": "array",
        "minItems": 1,
        "items": node("CorrectionComment", ["text"], text=TEXT, datePublished=DATE),
    },
    publisher=node("NewsMediaOrganization", ["name", "url"], name=TEXT, url=ADDRESS),
    isPartOf=node("WebSite", ["name", "url"], name=TEXT, url=ADDRESS),
    copyrightNotice=TEXT,
    license=ADDRESS,
)
BREADCRUMBS = node(
    "BreadcrumbList",
    ["itemListElement"],
    itemListElement={
        "type": "array",
        "minItems": 2,
        "items": node("ListItem", ["position", "name", "item"], position={"type": "integer"}, name=TEXT, item=ADDRESS),
    },
)
SCHEMA = {
    "type": "object",
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {"type": "array", "prefixItems": [NEWS_ARTICLE, BREADCRUMBS], "minItems": 2, "items": False},
    },
    "required": ["@context", "@graph"],
    "additionalProperties": False,
}


class Story:
    """A page of the sample site, with the record that it shows."""

    def __init__(self, article: Article, site: Site, public: Path) -> None:
        self.article = article
        permalink = make_permalink(article, site)
        self.url = site.url + href_of(permalink)
        self.text = (public / file_of(permalink)).read_text(encoding="utf-8")
        self.page = html.document_fromstring(self.text)

    @property
    def facts(self) -> dict[str, Any]:
        """What remains of the record in its own words, where it says anything."""
        article = self.article
        facts = {
            "headline": article.headline,
            "description": article.dek,
            "datePublished": str(article.published or ""),
            "dateModified": str(article.updated or ""),
            "dateline": article.dateline,
            "articleSection": article.section,
            "keywords": list(article.tags),
            "inLanguage": article.language,
            "sameAs": article.original_url,
            "printPage": article.print_page,
            "copyrightNotice": article.rights or SITE.rights,
        }
        return {name: value for name, value in facts.items() if value}


SITE = load_site(ROOT)
OTHERS = ("@type", "author", "image", "url", "mainEntityOfPage", "correction", "publisher", "isPartOf")


def read_articles(site: Site) -> Iterator[Article]:
    sources = find_sources(ROOT / SITE.articles, SITE.articles, SITE.ignore)
    rows = load_metadata(ROOT, SITE, {source.path for source in sources}).rows
    for source in sources:
        loaded = load_article(source, rows.get(source.path, {}), site)
        if isinstance(loaded, LoadedArticle):
            yield loaded.declared


@pytest.fixture(scope="module")
def stories(sample: Path) -> list[Story]:
    # The sample's pasted pages are read by what they taught when it was built.
    site = SITE.with_learnt(load_site(sample.parent).learnt)
    found = [Story(article, SITE, sample) for article in read_articles(site)]
    assert len(found) > 40
    return found


def data_of(story: Story) -> Any:
    (script,) = story.page.xpath("//script")
    assert script.get("type") == "application/ld+json"
    return json.loads(script.text)


def test_the_data_of_every_story_keeps_to_the_schema(stories: list[Story]) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    Draft202012Validator.check_schema(SCHEMA)
    assert {story.url: [error.message for error in validator.iter_errors(data_of(story))] for story in stories} == {
        story.url: [] for story in stories
    }


def test_the_data_of_every_story_is_its_record(stories: list[Story]) -> None:
    for story in stories:
        article = story.article
        told, way = data_of(story)["@graph"]
        assert {name: value for name, value in told.items() if name not in OTHERS} == story.facts
        assert told["url"] == told["mainEntityOfPage"] == story.url
        assert [author["name"] for author in told.get("author", [])] == list(article.byline)
        assert told["publisher"]["name"] == told["isPartOf"]["name"] == SITE.title
        assert [(each["text"], each.get("datePublished")) for each in told.get("correction", [])] == [
            (each.text, str(each.date) if each.date else None) for each in article.corrections
        ]
        assert [step["name"] for step in way["itemListElement"]] == [SITE.title, article.section, article.headline]


def test_all_addresses_in_the_data_lead_to_files_of_the_site(stories: list[Story], sample: Path) -> None:
    def addresses(value: Any) -> Iterator[str]:
        if isinstance(value, Mapping):
            # Where an article was first published may have been the same server, but not the same files.
            value = [each for name, each in value.items() if name != "sameAs"]
        for each in value if isinstance(value, list) else ():
            yield from addresses(each)
        if isinstance(value, str) and value.startswith(f"{SITE.url}/"):
            yield value

    found = {address for story in stories for address in addresses(data_of(story)["@graph"])}
    files = {address.removeprefix(f"{SITE.url}/") or "index.html" for address in found}
    assert [file for file in sorted(files) if not (sample / file).is_file()] == []
    assert {file.split("/")[0] for file in files} >= {"authors", "sections", "media", "index.html"}


@pytest.mark.long
def test_extruct_reads_open_graph_and_dublin_core_as_the_record_has_them(stories: list[Story]) -> None:
    for story in stories:
        article = story.article
        read = extruct.extract(story.text, base_url=story.url, uniform=False)
        assert (read["microdata"], len(read["json-ld"])) == ([], 1)
        assert read["json-ld"] == [data_of(story)]
        (graph,) = read["opengraph"]
        tags: dict[str, list[str]] = {}
        for name, value in graph["properties"]:
            tags.setdefault(name, []).append(value)
        told = {
            "og:type": ["article"],
            "og:title": [article.headline],
            "og:site_name": [SITE.title],
            "og:description": [article.dek] if article.dek else [],
            "og:url": [story.url],
            "article:published_time": [str(article.published)] if article.published and article.published.day else [],
            "article:modified_time": [str(article.updated)] if article.updated and article.updated.day else [],
            "article:section": [article.section],
            "article:author": list(article.byline),
            "article:tag": list(article.tags),
        }
        assert {name: tags.get(name, []) for name in told} == told
        (core,) = read["dublincore"]
        elements = sorted((each["name"], each["content"]) for each in core["elements"] if each["name"][:3] == "DC.")
        assert elements == sorted(
            [
                ("DC.type", "newspaperArticle"),
                ("DC.title", article.headline),
                ("DC.publisher", SITE.title),
                ("DC.language", article.language),
                ("DC.rights", article.rights or SITE.rights),
                *(("DC.creator", name) for name in article.byline),
                *([("DC.date", str(article.published)[:10])] if article.published else []),
            ]
        )


def test_zotero_makes_a_newspaper_article_of_every_story(stories: list[Story]) -> None:
    for story in stories:
        article = story.article
        known = {
            "itemType": "newspaperArticle",
            "title": article.headline,
            "creators": list(article.byline),
            "date": str(article.published or "")[:10].replace("-", "/"),
            "publicationTitle": SITE.title,
            "publisher": SITE.title,
            "section": article.section,
            "language": article.language,
            "url": story.url,
            "rights": article.rights or SITE.rights,
            "abstractNote": article.dek,
            "pages": article.print_page,
        }
        assert read_as_zotero(story.page) == {field: value for field, value in known.items() if value}


@pytest.mark.parametrize(
    ("tags", "item"),
    [
        ({"citation_title": "A"}, "journalArticle"),
        ({"citation_title": "A", "DC.type": "newspaperArticle"}, "newspaperArticle"),
        ({"citation_title": "A", "dc.Type": "newspaperArticle"}, "newspaperArticle"),
        ({"citation_title": "A", "DC.type": "Text"}, "journalArticle"),
        ({"DC.type": "newspaperArticle", "citation_journal_title": "B"}, "journalArticle"),
        ({"description": "A"}, "webpage"),
    ],
)
def test_the_table_of_zoteros_rules_tells_types_apart(tags: dict[str, str], item: str) -> None:
    head = "".join(f'<meta name="{name}" content="{content}">' for name, content in tags.items())
    assert read_as_zotero(html.document_fromstring(f"<head>{head}</head>"))["itemType"] == item


def test_zotero_takes_another_source_for_the_paper() -> None:
    head = '<meta name="DC.type" content="newspaperArticle"><meta property="og:site_name" content="The Quay">'
    paper = [
        read_as_zotero(html.document_fromstring(f"<head>{head}{more}</head>"))["publicationTitle"]
        for more in ("", '<meta name="DC.source" content="https://old.example">')
    ]
    assert paper == ["The Quay", "https://old.example"]


def test_every_story_has_one_lasting_address(stories: list[Story]) -> None:
    for story in stories:
        links = [story.page.xpath(f"//link[@rel='{rel}']/@href") for rel in ("canonical", "cite-as")]
        assert links == [[story.url], [story.url]]


def test_every_story_shows_the_digest_of_its_text(stories: list[Story]) -> None:
    for story in stories:
        (shown,) = story.page.xpath("//details[@class='cite']//dd[last()]/code/text()")
        assert shown == sha256(text_of(story.article).encode()).hexdigest()


def test_a_build_never_changes_when_an_article_was_published_or_modified(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "site.yaml").write_text("url: https://quay.example\nsearch: false\n", encoding="utf-8")
    sources = {
        "a.md": "---\ntitle: A\ndate: 2020-02-03\nupdated: 2020-02-04\n---\nText.\n",
        "b.md": "---\ntitle: B\ndate: 2020-02\n---\nText.\n",
        "c.md": "---\ntitle: C\n---\nText.\n",
    }
    for name, text in sources.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")

    def dates() -> list[tuple[str | None, str | None]]:
        pages = [tmp_path / "public" / file for file in ("2020/02/a.html", "2020/02/b.html", "undated/c.html")]
        scripts = [html.parse(page).xpath("//script/text()")[0] for page in pages]
        articles = [json.loads(script)["@graph"][0] for script in scripts]
        return [(article.get("datePublished"), article.get("dateModified")) for article in articles]

    build_site(tmp_path)
    first = dates()
    assert first == [("2020-02-03", "2020-02-04"), ("2020-02", None), (None, None)]
    for name in sources:
        os.utime(tmp_path / "articles" / name, (2_000_000_000, 2_000_000_000))
    assert build_site(tmp_path).counts.written == 0
    assert dates() == first
    for name, text in sources.items():
        (tmp_path / "articles" / name).write_text(text + "\nMore.\n", encoding="utf-8")
    # Their pages, the two parts of two dumps that they are in, and the manifest.
    assert build_site(tmp_path).counts.written == len(sources) + 5
    assert dates() == first
