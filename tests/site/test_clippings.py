"""An archive of clippings from several newspapers, built whole: its pages, its data, its search and its way back."""

import csv
import io
import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import html

from newsgen.cli import main
from newsgen.settings.site import load_site
from newsgen.sources.importers.dump import restore_articles
from tests.support.dumps import dumped
from tests.support.edits import build_from_nothing, differences, tree
from tests.support.site_builder import SiteBuilder
from tests.support.zotero import read_as_zotero

pytestmark = pytest.mark.long

SETTINGS = """title: Clippings
url: https://clips.example
language: en
data: [jsonl, csv, sqlite]
groups: {people: Person, events: {one: Event, many: All events}}
feeds: {publications: all, groups: {events: [Flood]}}
day_pages: false
on_this_day: false
suggestions: 0
"""
FERRY, STORY = "1998/03/ferry-returns.html", "2001/05/mill-turns.html"


def write_clippings(site: SiteBuilder) -> None:
    site.settings(SETTINGS)
    site.article(
        "ferry.md",
        title="Ferry returns",
        publication="The Lenne Herald",
        page="A4",
        date="1998-03-14",
        author="Ada Quill",
        people=["Bo Fenn", "Mira Tolland"],
        place="Old Quay",
        event="Flood",
    )
    site.article("mill.md", title="Mill turns", newspaper="Courier", page="2", date="2001-05-02", person="bo fenn")
    site.article("bell.md", title="Bell rings", publication="the lenne herald", date="1999-11", events=["Flood"])
    site.article("dam.md", title="Dam breaks", publication="The Lenne Herald", date="1999")
    site.article("own.md", title="Own story", date="2001-05-03", page="7")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteBuilder:
    site = SiteBuilder(tmp_path_factory.mktemp("clippings") / "site")
    write_clippings(site)
    site.build()
    return site


@pytest.fixture
def site(built: SiteBuilder, tmp_path: Path) -> SiteBuilder:
    """A copy of the archive that a test may change."""
    shutil.copytree(built.root / "articles", tmp_path / "site/articles")
    copied = SiteBuilder(tmp_path / "site")
    copied.settings(SETTINGS)
    copied.build()
    return copied


def page(site: SiteBuilder, file: str) -> Any:
    return html.fromstring((site.output / file).read_bytes())


def words(page: Any, path: str) -> list[str]:
    """The text of each element, with single blanks."""
    return [" ".join(element.text_content().split()) for element in page.xpath(path)]


def links(page: Any, path: str) -> list[tuple[str, str]]:
    return [(" ".join(link.text_content().split()), link.get("href")) for link in page.xpath(path)]


def test_each_group_has_an_index_and_a_page_for_each_name(built: SiteBuilder) -> None:
    files = {
        file.relative_to(built.output).as_posix()
        for kind in ("publications", "places", "people", "events")
        for file in (built.output / kind).rglob("*")
        if file.is_file()
    }
    assert files == {
        *(f"{kind}/index.html" for kind in ("publications", "places", "people", "events")),
        *("places/old-quay.html", "people/bo-fenn.html", "people/mira-tolland.html", "events/flood.html"),
        *("events/flood/feed.xml", "events/flood/feed.json"),
        *("publications/courier.html", "publications/courier/2001/index.html"),
        *("publications/courier/2001/05/index.html", "publications/courier/feed.xml"),
        *("publications/courier/feed.json", "publications/the-lenne-herald.html"),
        *("publications/the-lenne-herald/feed.xml", "publications/the-lenne-herald/feed.json"),
        *(f"publications/the-lenne-herald/{period}/index.html" for period in ("1998", "1998/03", "1999", "1999/11")),
    }


def test_an_index_lists_the_names_by_letter_with_their_numbers(built: SiteBuilder) -> None:
    index = page(built, "people/index.html")
    assert words(index, "//h1") == ["People"]
    assert words(index, "//section/h2") == ["B", "M"]
    assert words(index, "//main//li[span]") == ["Bo Fenn 2", "Mira Tolland 1"]
    assert words(page(built, "events/index.html"), "//h1") == ["All events"]


def test_every_page_leads_to_the_indexes(built: SiteBuilder) -> None:
    assert links(page(built, "index.html"), "//footer//a[contains(@href, '/index.html')]") == [
        *(("Sections", "sections/index.html"), ("Authors", "authors/index.html"), ("Tags", "tags/index.html")),
        *(("Newspapers", "publications/index.html"), ("Places", "places/index.html")),
        *(("People", "people/index.html"), ("All events", "events/index.html")),
    ]


def test_a_story_shows_its_newspaper_its_page_and_its_groups_with_links(built: SiteBuilder) -> None:
    story = page(built, FERRY)
    assert words(story, "//header//p[not(@class)]") == ["March 14, 1998 The Lenne Herald Page A4 1 minute to read"]
    assert links(story, "//article//header//span/a") == [
        ("The Lenne Herald", "../../publications/the-lenne-herald.html")
    ]
    assert words(story, "//article/footer/p[@class='kicker']") == ["Place", "People", "Event"]
    assert links(story, "//article/footer//ul[@class='tags']//a") == [
        ("Old Quay", "../../places/old-quay.html"),
        *(("Bo Fenn", "../../people/bo-fenn.html"), ("Mira Tolland", "../../people/mira-tolland.html")),
        ("Flood", "../../events/flood.html"),
    ]


def test_a_newspaper_has_a_calendar_of_its_own(built: SiteBuilder) -> None:
    paper = page(built, "publications/the-lenne-herald.html")
    assert words(paper, "//h1") == ["The Lenne Herald"]
    assert links(paper, "//table//a") == [
        ("1999", "../publications/the-lenne-herald/1999/index.html"),
        ("November 1999: 1", "../publications/the-lenne-herald/1999/11/index.html"),
        ("1998", "../publications/the-lenne-herald/1998/index.html"),
        ("March 1998: 1", "../publications/the-lenne-herald/1998/03/index.html"),
    ]
    assert words(paper, "//article/div//a") == ["Bell rings", "Dam breaks", "Ferry returns"]
    year = page(built, "publications/the-lenne-herald/1999/index.html")
    assert words(year, "//title") == ["1999 – The Lenne Herald – Clippings"]
    assert links(year, "//header[@class='listing-head']//a") == [
        ("The Lenne Herald", "../../../publications/the-lenne-herald.html")
    ]
    assert words(year, "//section//h2") == ["November 1", "Some time in 1999"]
    assert words(year, "//article//h3") == ["Dam breaks"]
    assert links(year, "//nav[@class='sheets']/a") == [
        ("1998", "../../../publications/the-lenne-herald/1998/index.html")
    ]
    month = page(built, "publications/the-lenne-herald/1999/11/index.html")
    assert words(month, "//title") == ["November 1999 – The Lenne Herald – Clippings"]
    assert words(month, "//article//h2") == ["Bell rings"]
    assert links(month, "//nav[@class='sheets']/a") == [
        ("March 1998", "../../../../publications/the-lenne-herald/1998/03/index.html")
    ]
    assert not page(built, "publications/courier/2001/index.html").xpath("//nav[@class='sheets']")


@pytest.mark.parametrize(
    ("file", "paper"), [(FERRY, "The Lenne Herald"), (STORY, "Courier"), ("2001/05/own-story.html", "Clippings")]
)
def test_an_article_is_cited_under_its_own_newspaper(built: SiteBuilder, file: str, paper: str) -> None:
    story = page(built, file)
    assert set(words(story, "//details//cite")) == {paper}
    records = "\n".join(words(story, "//details//pre"))
    assert f"journal = {{{paper}}}" in records
    assert f"T2 - {paper}" in records
    item = read_as_zotero(story)
    assert (item["itemType"], item["publicationTitle"], item["publisher"]) == ("newspaperArticle", paper, paper)
    (data,) = story.xpath("//script[@type='application/ld+json']/text()")
    article = json.loads(data)["@graph"][0]
    assert article["publisher"]["name"] == paper
    site = {"@type": "WebSite", "name": "Clippings", "url": "https://clips.example"}
    address = f"https://clips.example/publications/{paper.lower().replace(' ', '-')}.html"
    own = [{"@type": "Newspaper", "name": paper, "url": address}, site]
    assert article["isPartOf"] == (site if paper == "Clippings" else own)


def test_people_and_places_are_told_to_search_engines(built: SiteBuilder) -> None:
    (data,) = page(built, FERRY).xpath("//script[@type='application/ld+json']/text()")
    article = json.loads(data)["@graph"][0]
    assert article["mentions"] == [{"@type": "Person", "name": name} for name in ("Bo Fenn", "Mira Tolland")]
    assert article["contentLocation"] == [{"@type": "Place", "name": "Old Quay"}]


def records(site: SiteBuilder) -> dict[str, dict[str, Any]]:
    lines = dumped(site.output).decode().splitlines()
    return {record["path"]: record for record in map(json.loads, lines)}


def test_the_dumps_have_the_newspaper_and_the_groups(built: SiteBuilder) -> None:
    ferry, own = records(built)["ferry.md"], records(built)["own.md"]
    names = ("publication", "people", "places", "events")
    assert [ferry[name] for name in names] == [
        *("The Lenne Herald", ["Bo Fenn", "Mira Tolland"], ["Old Quay"], ["Flood"])
    ]
    assert not set(own) & set(names)
    table = dumped(built.output, "csv").decode()
    rows = {row["path"]: row for row in csv.DictReader(io.StringIO(table, newline=""))}
    assert [rows["ferry.md"][name] for name in names] == [
        *("The Lenne Herald", "Bo Fenn | Mira Tolland", "Old Quay", "Flood")
    ]
    assert [rows["own.md"][name] for name in names] == [""] * 4
    assert rows["own.md"]["text"] == "Text."
    with closing(sqlite3.connect(built.output / "archive.sqlite")) as database:
        query = (
            "SELECT a.publication, p.name FROM articles a JOIN article_people ON article_id = a.id"
            " JOIN people p ON p.id = people_id ORDER BY a.path, place"
        )
        assert database.execute(query).fetchall() == [
            *(("The Lenne Herald", "Bo Fenn"), ("The Lenne Herald", "Mira Tolland"), ("Courier", "bo fenn"))
        ]
        assert database.execute("SELECT name FROM events").fetchall() == [("Flood",)]


@pytest.mark.parametrize(
    ("arguments", "headlines"),
    [
        (["--group", "people=BO FENN"], ["Mill turns", "Ferry returns"]),
        (["--group", "newspaper=the lenne herald", "--group", "event=Flood"], ["Bell rings", "Ferry returns"]),
        (["--group", "places=Old Quay"], ["Ferry returns"]),
        (["Tolland"], ["Ferry returns"]),
        (["courier"], ["Mill turns"]),
    ],
)
def test_a_search_is_narrowed_by_groups_and_finds_their_names(
    built: SiteBuilder, arguments: list[str], headlines: list[str]
) -> None:
    command = ["search", "--root", str(built.root), "--json", "--sort", "date", *arguments]
    result = CliRunner().invoke(main, command)
    assert [found["headline"] for found in json.loads(result.output)] == headlines


@pytest.mark.parametrize("group", ["poeple=Bo Fenn", "people", "people=", "=Bo Fenn", "tags=tide"])
def test_a_group_that_the_site_does_not_have_is_refused(built: SiteBuilder, group: str) -> None:
    result = CliRunner().invoke(main, ["search", "--root", str(built.root), "--group", group])
    assert result.exit_code == 2
    said = " ".join(re.sub("[│╭╮╰╯─]", " ", result.output).split())
    assert (
        f'Cannot read --group "{group}". Write a key and a name, such as people="Ada Quill".'
        " Keys are publications, places, people, events." in said
    )


def test_the_search_page_has_a_field_for_each_group(built: SiteBuilder) -> None:
    search = page(built, "search.html")
    assert [(label.text, label.get("for")) for label in search.xpath("//div[@class='filters']//label[@for]")] == [
        *(("Order", "sort"), ("Section", "section"), ("Author", "author"), ("Tag", "tag")),
        *(("Newspaper", "in-publications"), ("Place", "in-places"), ("Person", "in-people"), ("Event", "in-events")),
        ("Language", "language"),
    ]


def test_a_restored_dump_gives_the_same_site(built: SiteBuilder, tmp_path: Path) -> None:
    shutil.copy(built.root / "site.yaml", tmp_path / "site.yaml")
    restore_articles(built.output / "data", tmp_path / "articles", load_site(tmp_path))
    assert not list(differences(tree(built.output), build_from_nothing(tmp_path, tmp_path.with_name("again"))))


CHANGES = {
    "a newspaper is renamed": ("articles/mill.md", "newspaper: Courier", "newspaper: The Courier"),
    "an article moves to another newspaper": ("articles/dam.md", "The Lenne Herald", "Courier"),
    "a year comes": ("articles/mill.md", "date: 2001-05-02", "date: 1998-04-01"),
    "a person goes": ("articles/ferry.md", '["Bo Fenn", "Mira Tolland"]', '["Bo Fenn"]'),
    "a label changes": ("site.yaml", "people: Person", "people: Someone"),
    "a group is listed": ("site.yaml", "groups: {people", "front_matter: {keep: [x]}\ngroups: {ships: Ship, people"),
    "an article is delisted": ("articles/mill.md", "---\n", "---\ndelisted: true\n"),
    "an article is withdrawn": ("articles/ferry.md", "---\n", "---\nwithdrawn: Untrue\n"),
    "a name is anonymised": ("articles/ferry.md", "---\n", "---\nanonymised: {Mira Tolland: M. T.}\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_build_after_a_change_equals_one_from_nothing(site: SiteBuilder, tmp_path: Path, change: str) -> None:
    path, old, new = CHANGES[change]
    text = (site.root / path).read_text(encoding="utf-8")
    assert old in text
    site.write(path, text.replace(old, new, 1))
    site.build()
    assert not list(differences(tree(site.output), build_from_nothing(site.root, tmp_path / "clean")))


@pytest.mark.parametrize("settings", ["groups: {people: Person}\n", ""])
def test_nothing_is_left_of_a_group_that_site_yaml_does_not_name_any_more(
    site: SiteBuilder, tmp_path: Path, settings: str
) -> None:
    site.settings(f"url: https://clips.example\nfront_matter: {{keep: ['event*']}}\n{settings}")
    site.build()
    assert not (site.output / "events").exists()
    assert records(site)["ferry.md"]["extra"] == {"event": "Flood"}
    assert not list(differences(tree(site.output), build_from_nothing(site.root, tmp_path / "clean")))


def test_a_name_that_is_anonymised_is_nowhere(site: SiteBuilder) -> None:
    site.edit("articles/ferry.md", "---\ntitle", "---\nanonymised: {Mira Tolland: M. T.}\ntitle")
    site.build()
    assert records(site)["ferry.md"]["people"] == ["Bo Fenn", "M. T."]
    assert [file for file, content in tree(site.output).items() if b"Tolland" in content] == []


def test_of_several_newspapers_the_first_is_cited_and_all_are_kept(site: SiteBuilder) -> None:
    site.edit("articles/mill.md", "newspaper: Courier", "newspaper: [Courier, The Lenne Herald]")
    site.build()
    record = records(site)["mill.md"]
    assert (record["publication"], record["extra"]) == ("Courier", {"publications": ["Courier", "The Lenne Herald"]})


def test_the_metadata_table_has_columns_for_all_of_them(site: SiteBuilder) -> None:
    site.write(
        "articles/metadata.csv", "path,newspaper,people,place,event\nown.md,Courier,Ada Quill; Bo Fenn,Lenne,Strike\n"
    )
    site.build()
    own = records(site)["own.md"]
    assert [own[name] for name in ("publication", "people", "places", "events")] == [
        *("Courier", ["Ada Quill", "Bo Fenn"], ["Lenne"], ["Strike"])
    ]
