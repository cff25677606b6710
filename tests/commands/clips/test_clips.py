"""`newsgen clips` collects one author's articles as a site of their own, with a page for print."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.archive.groups import Group
from newsgen.cli import main
from newsgen.commands.clips.authors import near_names
from newsgen.pages.clips import prefix_places
from tests.support.photographs import a_photograph, encode
from tests.support.site_builder import SiteBuilder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteBuilder:
    found = SiteBuilder(tmp_path_factory.mktemp("clips") / "site")
    found.settings("title: The Quay Post\nurl: https://quay.example\nday_pages: false\nmarkdown: {html: true}\n")
    own = {"author": "Ada Quill", "section": "Harbour"}
    found.article(
        "2020/flood.md",
        "The river rose.[^1]\n\n[The gale](gale.md), [the mill](mill.md).\n\n![A quay](quay.png)\n\n[^1]: At four.",
        date="2020-03-01",
        original_url="https://old.example/7",
        corrections="It rose at five.",
        anonymised="{Jan Doe: J. D.}",
        dek="Jan Doe was there",
        **own,
    )
    found.write("articles/2020/quay.png", encode(a_photograph(), "PNG"))
    both = "[Ada Quill, Bo Fenn]"
    found.article("2020/mill.md", "The wheel turns.[^1]\n\n[^1]: Again.", date="2020-04-01", author=both)
    found.article("2020/old.md", "An early piece.", date="2019-04-01", author="A. Quill")
    found.article("2020/gale.md", "The gale.", date="2020-05-01", author="Bo Fenn")
    found.article("2020/secret.md", "Secret words.", date="2020-05-02", author="Ada Quill", publish=False)
    found.article("2020/draft.md", "Draft words.", date="2020-05-03", author="Ada Quill", draft=True)
    found.article("2020/withdrawn.md", "Withdrawn words.", author="Ada Quill", withdrawn="untrue")
    found.article("2020/removed.md", "Removed words.", author="Ada Quill", removed="untrue")
    found.article("2020/quiet.md", "Delisted words.", author="Ada Quill", delisted=True)
    found.build()
    return found


def run(site: SiteBuilder, folder: Path, *names: str) -> Result:
    options = [part for name in names for part in ("--author", name)]
    return CliRunner().invoke(main, ["clips", *options, "--root", str(site.root), "--workers", "1", str(folder)])


@pytest.fixture(scope="module")
def clips(site: SiteBuilder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "ada"
    done = run(site, folder, "ada quill", "A. Quill")
    assert done.exit_code == 0, done.output
    assert done.output == (
        f"3 articles by Ada Quill, A. Quill, 1 of them with others: {folder}\n"
        "index.html is their site, and clips.html has them all on one page, to print or to save as PDF.\n"
    )
    return folder


def text_of(folder: Path) -> str:
    return "".join(file.read_text("utf-8", "replace") for file in sorted(folder.rglob("*")) if file.is_file())


def test_each_article_stays_at_its_address_and_names_the_original(site: SiteBuilder, clips: Path) -> None:
    stories = {"2020/03/flood.html", "2020/04/mill.html", "2019/04/old.html"}
    for file in stories:
        assert (site.output / file).is_file()
        assert f'<link rel="canonical" href="https://quay.example/{file}">' in (clips / file).read_text()
    assert not (clips / "2020/05").exists()
    gone = ("sitemap*.xml", "robots.txt", "manifest-sha256.txt", "feed.xml", "data/*", ".newsgen-files")
    assert [file for pattern in gone for file in clips.glob(pattern)] == []


def test_nothing_is_in_it_that_is_not_for_the_public_or_by_others(clips: Path) -> None:
    whole = text_of(clips)
    for words in ("Secret words", "Draft words", "Withdrawn words", "Removed words", "Delisted words", "Jan Doe"):
        assert words not in whole
    assert "The gale." not in whole
    assert "J. D. was there" in whole


def test_the_page_for_print_has_all_articles_with_their_proof(clips: Path) -> None:
    page = (clips / "clips.html").read_text()
    heads = re.findall(r'<a href="#(\d\.article\.)">([^<]*)</a>\s*<p><time datetime="([\d-]+)">', page)
    assert heads == [
        ("1.article.", "Mill", "2020-04-01"),
        ("2.article.", "Flood", "2020-03-01"),
        ("3.article.", "Old", "2019-04-01"),
    ]
    assert 'href="https://quay.example/2020/03/flood.html"' in page
    assert 'First published at <bdi dir="ltr"><a href="https://old.example/7">' in page
    assert hashlib.sha256(b"An early piece.").hexdigest() in page
    assert "It rose at five." in page
    ids = Counter(re.findall(r' id="([^"]+)"', page))
    assert [name for name, count in ids.items() if count > 1] == []
    assert set(re.findall(r' href="#([^"]+)"', page)) <= ids.keys()
    assert (clips / "clips.css").is_file()
    assert "@media print" in (clips / "clips.css").read_text()


def test_links_lead_within_the_collection_or_to_the_archive(clips: Path) -> None:
    story, page = ((clips / file).read_text() for file in ("2020/03/flood.html", "clips.html"))
    assert '<a href="https://quay.example/2020/05/gale.html">The gale</a>' in story
    assert '<a href="../../2020/04/mill.html">the mill</a>' in story
    assert '<a href="https://quay.example/2020/05/gale.html">The gale</a>' in page
    assert '<a href="2020/04/mill.html">the mill</a>' in page
    for source in re.findall(r' src="([^"]+)"', page):
        assert (clips / source).is_file()


def test_the_site_itself_stays_as_it_is(site: SiteBuilder, clips: Path) -> None:
    assert site.build().counts.written == 0
    assert not (site.root / "clips").exists()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            ("Ada Quil",),
            'no listed article is by "Ada Quil"\n    There is nothing to collect.\n'
            "    Write one of: Ada Quill, A. Quill.",
        ),
        (("Fenn", "Ada Quill"), "Write one of: Bo Fenn."),
        (("Xyz",), "The index of authors has all names: authors/index.html."),
    ],
)
def test_a_name_that_nobody_has_is_told_with_those_near_it(
    site: SiteBuilder, tmp_path: Path, names: tuple[str, ...], told: str
) -> None:
    done = run(site, tmp_path / "out", *names)
    assert done.exit_code == 1
    assert told in done.output
    assert "1 problem: nothing was written." in done.output
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_used_is_left_alone(site: SiteBuilder, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    for folder, told in (
        (tmp_path, "is there already, and is not empty"),
        (tmp_path / "mine.txt", "is there already, and is not empty"),
        (site.root / "articles" / "ada", "lies in the folder articles of the site"),
        (site.output / "ada", "lies in the folder public of the site"),
    ):
        done = run(site, folder, "Ada Quill")
        assert (done.exit_code, told in done.output) == (1, True), done.output
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.long
def test_without_a_folder_it_goes_below_that_of_the_site(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.article("a.md", "Text [b](b.md).", author="Ada Quill", slug="own")
    site.article("b.md", "Other.", author="Bo Fenn")
    options = ["clips", "--author", "Ada Quill", "--root", str(tmp_path), "--workers", "1"]
    done = CliRunner().invoke(main, options)
    assert "no site was built here yet" in done.output
    site.build()
    assert CliRunner().invoke(main, options).exit_code == 0
    page = (tmp_path / "clips" / "ada-quill" / "clips.html").read_text()
    assert "Text b." in page or "Text <a>b</a>." in page
    # What became a draft since the last build is not collected.
    site.article("a.md", "Text.", author="Ada Quill", draft=True)
    done = CliRunner().invoke(main, [*options, str(tmp_path / "again")])
    assert done.exit_code == 1
    assert not (tmp_path / "again").exists()


@pytest.mark.long
def test_the_articles_may_lie_beside_the_folder_of_the_site(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path / "site")
    site.settings("articles: ../texts\n")
    site.write("../texts/2020/a.md", "---\ntitle: A\nauthor: Ada Quill\n---\nText.\n")
    site.write("../texts/b.md", "---\ntitle: B\nauthor: Bo Fenn\n---\nOther.\n")
    site.build()
    assert run(site, tmp_path / "out", "Ada Quill").exit_code == 0
    assert (tmp_path / "out" / "undated" / "a.html").is_file()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out", "site", "texts"]


def test_places_of_a_body_are_told_apart() -> None:
    body = '<p id="a"><a href="#a" aria-describedby="a b">1</a> <a href="/x#a">2</a></p>'
    assert prefix_places(body, "3.") == (
        '<p id="3.a"><a href="#3.a" aria-describedby="3.a 3.b">1</a> <a href="/x#a">2</a></p>'
    )


def test_near_names_are_the_likest_and_then_those_that_share_a_word() -> None:
    names = ("Ada Quill", "Ida Quill", "Maria Quill-Benn", "Bo Fenn", "Zoe Fenn")
    groups = [Group(n, "authors", name.lower().replace("-", " "), name, "", 1) for n, name in enumerate(names)]
    assert near_names("ada quil", groups) == ["Ada Quill", "Ida Quill"]
    assert near_names("Fenn", groups) == ["Bo Fenn", "Zoe Fenn"]
    assert near_names("xyz", groups) == []
