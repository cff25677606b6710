"""A build after edits equals a build from nothing, and what nothing changed is not touched."""

import os
import shutil
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from newsgen.output.files import Counts
from tests.support.edits import Edits, build_from_nothing, differences, outcome, tree
from tests.support.paths import ROOT
from tests.support.site_builder import SiteBuilder, make_site
from tests.support.tiers import tiers
from tests.support.topics import TOPICS, write_about


def follow(root: Path, seed: int, builds: int, workers: str = "1") -> None:
    """Edit and build in turn: the site is always what a build from nothing makes, and one build more writes nothing."""
    edits = Edits(root / "site", seed)
    log: list[str] = []
    for _ in range(builds):
        log += [edits.make() for _ in range(1 + seed % 3)]
        problems, summary = outcome(lambda: build_site(root / "site", BuildOptions(workers=workers)))
        clean_problems, clean = outcome(lambda: build_from_nothing(root / "site", root / "clean"))
        assert problems == clean_problems, log
        if summary is None or clean is None:
            log.append(edits.fix(problems))
            continue
        assert not list(differences(tree(root / "site/public"), clean)), log
        assert summary.counts.written + summary.counts.kept == len(clean) - 1, log
        again_counts = build_site(root / "site", BuildOptions(workers=workers)).counts
        assert again_counts == Counts(0, len(clean) - 1, 0), log


@pytest.mark.parametrize("seed", tiers(range(12), always=1, long=11))
def test_a_build_after_edits_equals_one_from_nothing(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Small sites go through the spool only where nothing is too little for it.
    monkeypatch.setattr("newsgen.build.pipeline.MIN_PARALLEL_WORK", seed % 2 * 400)
    follow(tmp_path, seed, builds=4)


@pytest.mark.parametrize("seed", tiers(range(100, 1100), always=0, long=25))
def test_a_build_after_many_edits_equals_one_from_nothing(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgen.build.pipeline.MIN_PARALLEL_WORK", seed % 2 * 400)
    follow(tmp_path, seed, builds=10, workers="2" if seed % 10 == 0 else "1")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteBuilder:
    """A site of thirty notes, built, and beside it a copy."""
    site = SiteBuilder(make_site(tmp_path_factory.mktemp("incremental") / "site"))
    site.build()
    shutil.copytree(site.root, site.root.with_name("kept"))
    return site


@pytest.fixture
def site(built: SiteBuilder) -> SiteBuilder:
    """The site of thirty notes as it was built, in its place: a build notes where it wrote."""
    shutil.rmtree(built.root)
    shutil.copytree(built.root.with_name("kept"), built.root)
    return built


def test_an_edited_body_writes_one_page(site: SiteBuilder) -> None:
    site.edit("articles/07.md", "Text 7.", "Text 7.\n\nMore of it.")
    assert site.written() == {"2020/03/note-7.html": "the text of articles/07.md changed"}


def test_an_edited_headline_writes_the_story_and_what_lists_it(site: SiteBuilder) -> None:
    site.edit("articles/07.md", "Note 7", "Note seven")
    reason = "the card of articles/07.md changed"
    found = site.written()
    assert (
        found["2020/03/note-7.html"]
        == found["sections/harbour/sheet-2.html"]
        == found["tags/tide/sheet-2.html"]
        == reason
    )
    assert found["2020/03/note-6.html"] == f"{reason}, which stands beside it"
    assert not found.keys() & {"index.html", "sections/harbour.html", "sections/harbour/sheet-1.html", "archive.html"}


def test_a_new_article_writes_the_newest_sheets_only(site: SiteBuilder) -> None:
    site.article("new.md", date="2020-03-30", section="Harbour", author="Ada Quill", tags="[tide]")
    found = site.written()
    assert found["2020/03/new.html"] == "articles/new.md is new"
    assert not [file for file in found if "sheet-1" in file or "sheet-2" in file]
    assert len(found) <= 25


def write_report(site: SiteBuilder, number: int) -> None:
    """Write an article about one of several matters, a day after the one before."""
    day = f"{2010 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    text = write_about(TOPICS[number % len(TOPICS)], number)
    site.article(f"{number:03}.md", text, title=f"Report {number}", date=day, slug=f"report-{number}")


@pytest.mark.parametrize("articles", tiers([100, 400], always=0, long=2))
def test_one_more_article_changes_few_stories_and_no_earlier_coverage(tmp_path: Path, articles: int) -> None:
    site = SiteBuilder(tmp_path / "site")
    site.settings("url: https://quay.example\n")
    for number in range(articles):
        write_report(site, number)
    site.build()
    write_report(site, articles)
    stories = [file for file in site.written() if "/report-" in file]
    (new,) = (file for file in stories if file.endswith(f"/report-{articles}.html"))
    assert len(stories) <= 10
    assert '<h2 id="earlier">Earlier coverage</h2>' in site.read(new)
    assert not list(differences(site.files(), site.files_from_nothing()))


def test_a_file_whose_time_alone_changed_changes_nothing(site: SiteBuilder) -> None:
    for file in (site.root / "articles").iterdir():
        file.touch()
    assert site.written() == {}


def test_only_the_closure_of_an_edited_template_is_rendered(site: SiteBuilder) -> None:
    story = (ROOT / "templates/story_text.html").read_text(encoding="utf-8")
    site.write("templates/story_text.html", story.replace("<h1>", '<h1 class="edited">'))
    found = site.written()
    assert len(found) == 30
    assert set(found.values()) == {"template story_text.html changed"}


def test_an_edit_that_neither_size_nor_time_shows_is_found_by_verify(site: SiteBuilder) -> None:
    file = site.root / "articles/07.md"
    stamp = file.stat()
    site.edit("articles/07.md", "Text 7", "Word 7")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert site.written() == {}
    assert list(site.written(verify=True)) == ["2020/03/note-7.html"]


def test_pages_that_somebody_changed_or_deleted_are_mended_by_verify(site: SiteBuilder) -> None:
    before = site.files()
    site.write("public/index.html", b"defaced")
    (site.output / "2020/03/note-7.html").unlink()
    reason = "the output was not as the last build left it"
    assert site.written() == {}
    assert site.written(verify=True) == {"2020/03/note-7.html": reason, "index.html": reason}
    assert site.files() == before


def test_a_state_that_is_deleted_costs_time_only(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path / "site")
    site.notes(range(8))
    site.settings("ledger: false\n")
    site.build()
    shutil.rmtree(site.root / ".newsgen")
    (site.root / "articles/03.md").unlink()
    site.build()
    assert not (site.output / "2020/03/note-3.html").exists()
    assert not list(differences(site.files(), site.files_from_nothing()))


def test_an_output_that_somebody_deleted_is_written_again(site: SiteBuilder) -> None:
    before = site.files()
    shutil.rmtree(site.output)
    site.build()
    assert site.files() == before


def test_the_metadata_table_touches_the_articles_whose_rows_changed(site: SiteBuilder) -> None:
    site.write("articles/metadata.csv", "path,rights\n03.md,Free\n04.md,Free\n")
    assert sorted(site.written()) == ["2020/03/note-3.html", "2020/03/note-4.html"]
    site.write("articles/metadata.csv", "path,rights\n04.md,Free\n")
    assert list(site.written()) == ["2020/03/note-3.html"]


def test_a_row_of_the_metadata_table_goes_over_to_the_article_whose_path_it_spells(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path / "site")
    site.settings("ledger: false\n")
    site.notes([3])
    site.write("articles/metadata.csv", "path,rights\n./03.md,First\n03.MD,Second\n")
    site.build()
    assert "First" in site.read("2020/03/note-3.html")
    site.write("articles/03.MD", "---\ntitle: Another\ndate: 2020-03-09\n---\nText.\n")
    site.build()
    assert "Second" in site.read("2020/03/another.html")
    assert not list(differences(site.files(), site.files_from_nothing()))


def test_a_state_that_is_damaged_in_the_middle_is_set_aside_when_it_shows(site: SiteBuilder) -> None:
    before = site.files()
    file = site.root / ".newsgen/state.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    (site.root / "articles/03.md").touch()
    summary = site.build(verify=True)
    assert summary.warning == "The state in .newsgen/ was damaged and is set aside; all pages are looked at anew."
    assert site.files() == before
    assert (site.root / ".newsgen/state-aside.sqlite").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.notes([1])
    site.write("static/docs", b"a file")
    site.write("static/more/a.txt", b"in a folder")
    site.build()
    shutil.rmtree(tmp_path / "static")
    site.write("static/docs/a.txt", b"in a folder")
    site.write("static/more", b"a file")
    site.build()
    assert site.read("docs/a.txt") == "in a folder"
    assert site.read("more") == "a file"


def test_a_foreign_file_in_the_place_of_a_new_page_is_told(site: SiteBuilder) -> None:
    site.write("public/2020/03/new.html", b"mine")
    site.article("new.md", date="2020-03-30")
    with pytest.raises(NewsgenError) as failed:
        site.build()
    assert [problem.message for problem in failed.value.problems] == [
        "was not written by newsgen, which has a page for this place"
    ]
    assert site.read("2020/03/new.html") == "mine"


def test_notes_name_the_line_on_which_a_link_stands_now(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.article("01.md", "See [there](nowhere.md).")
    ((_, before),) = site.build().findings
    site.edit("articles/01.md", "---\ntitle", "---\n# Seen again in 2024.\ntitle")
    ((_, after),) = site.build().findings
    assert (before.path, after.path, after.line - before.line) == ("articles/01.md", "articles/01.md", 1)
