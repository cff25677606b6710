"""A build after edits equals a build from nothing, and what nothing changed is not touched."""

import os
import shutil
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

import pytest

from newsgen.build.build import build_site
from newsgen.errors import NewsgenError
from newsgen.output.files import Counts
from tests.support.edits import Edits, build_from_nothing, differences, tree
from tests.support.paths import ROOT
from tests.support.topics import TOPICS, write_about

Outcome = TypeVar("Outcome")


def outcome(build: Callable[[], Outcome]) -> tuple[str, Outcome | None]:
    """What a build says of its input, and what it gives where there is nothing to say."""
    try:
        return "", build()
    except NewsgenError as failed:
        return str(failed), None


def follow(root: Path, seed: int, builds: int, workers: str = "1") -> None:
    """Edit and build in turn: the site is always what a build from nothing makes, and one build more writes nothing."""
    edits = Edits(root / "site", seed)
    log: list[str] = []
    for _ in range(builds):
        log += [edits.make() for _ in range(1 + seed % 3)]
        problems, summary = outcome(lambda: build_site(root / "site", workers=workers))
        clean_problems, clean = outcome(lambda: build_from_nothing(root / "site", root / "clean"))
        assert problems == clean_problems, log
        if summary is None or clean is None:
            log.append(edits.fix(problems))
            continue
        assert not list(differences(tree(root / "site/public"), clean)), log
        assert summary.counts.written + summary.counts.kept == len(clean) - 1, log
        again_counts = build_site(root / "site", workers=workers).counts
        assert again_counts == Counts(0, len(clean) - 1, 0), log


@pytest.mark.parametrize("seed", range(12))
def test_a_build_after_edits_equals_one_from_nothing(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Small sites go through the spool only where nothing is too little for it.
    monkeypatch.setattr("newsgen.build.pipeline.WORTH_PROCESSES", seed % 2 * 400)
    follow(tmp_path, seed, builds=4)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 1100))
def test_a_build_after_many_edits_equals_one_from_nothing(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgen.build.pipeline.WORTH_PROCESSES", seed % 2 * 400)
    follow(tmp_path, seed, builds=10, workers="2" if seed % 10 == 0 else "1")


_FOLLOWING = ("archive.jsonl.gz", "archive.csv.gz", "manifest-sha256.txt")


def make_site(root: Path, articles: int = 30) -> Path:
    """A site of a few articles of one section, a day apart."""
    for number in range(articles):
        file = root / f"articles/{number:02}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f"---\ntitle: Note {number}\ndate: 2020-03-{number % 28 + 1:02}\nsection: Harbour\nauthor: Ada Quill\n"
            f"tags: [tide]\nslug: note-{number}\n---\nText {number}.\n",
            encoding="utf-8",
        )
    (root / "site.yaml").write_text("sheet_size: 5\nurl: https://quay.example\n", encoding="utf-8")
    return root


def written(root: Path, **wishes: object) -> dict[str, str]:
    """The files that a build writes, each with the reason, but for those that follow from every change of a text."""
    found: dict[str, str] = {}
    build_site(root, tell=found.__setitem__, workers="1", **wishes)  # type: ignore[arg-type]
    return {file: reason for file, reason in found.items() if file not in _FOLLOWING and not file.startswith("search/")}


def test_an_edited_body_writes_one_page(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    with (tmp_path / "articles/07.md").open("a", encoding="utf-8") as file:
        file.write("\nMore of it.\n")
    assert written(tmp_path) == {"2020/03/note-7.html": "the text of articles/07.md changed"}


def test_an_edited_headline_writes_the_story_and_what_lists_it(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    file = tmp_path / "articles/07.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Note 7", "Note seven"), encoding="utf-8")
    reason = "the card of articles/07.md changed"
    found = written(tmp_path)
    assert (
        found["2020/03/note-7.html"]
        == found["sections/harbour/sheet-2.html"]
        == found["tags/tide/sheet-2.html"]
        == reason
    )
    assert found["2020/03/note-6.html"] == f"{reason}, which stands beside it"
    assert not found.keys() & {"index.html", "sections/harbour.html", "sections/harbour/sheet-1.html", "archive.html"}


def test_a_new_article_writes_the_newest_sheets_only(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    (tmp_path / "articles/new.md").write_text(
        "---\ntitle: New\ndate: 2020-03-30\nsection: Harbour\nauthor: Ada Quill\ntags: [tide]\n---\nText.\n",
        encoding="utf-8",
    )
    found = written(tmp_path)
    assert found["2020/03/new.html"] == "articles/new.md is new"
    assert not [file for file in found if "sheet-1" in file or "sheet-2" in file]
    assert len(found) <= 25


def make_coverage(root: Path, articles: int) -> Path:
    """A site of articles about several matters, one a day, that tell more of them each time."""
    (root / "articles").mkdir(parents=True)
    for number in range(articles):
        write_report(root, number)
    (root / "site.yaml").write_text("url: https://quay.example\n", encoding="utf-8")
    return root


def write_report(root: Path, number: int) -> None:
    year, month, day = 2010 + number // 336, number // 28 % 12 + 1, number % 28 + 1
    text = write_about(TOPICS[number % len(TOPICS)], number)
    (root / f"articles/{number:03}.md").write_text(
        f"---\ntitle: Report {number}\ndate: {year}-{month:02}-{day:02}\nslug: report-{number}\n---\n{text}\n",
        encoding="utf-8",
    )


def stories(files: Collection[str]) -> set[str]:
    return {file for file in files if "/report-" in file}


def test_one_more_article_changes_few_stories_and_no_earlier_coverage(tmp_path: Path) -> None:
    build_site(make_coverage(tmp_path, 400))
    write_report(tmp_path, 400)
    found = written(tmp_path)
    new = "2011/03/report-400.html"
    assert new in found
    assert len(stories(found)) <= 10
    assert '<h2 id="earlier">Earlier coverage</h2>' in (tmp_path / "public" / new).read_text(encoding="utf-8")
    assert tree(tmp_path / "public") == build_from_nothing(tmp_path, tmp_path.parent / f"{tmp_path.name}-clean")


def test_a_file_whose_time_alone_changed_changes_nothing(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    for file in (tmp_path / "articles").iterdir():
        file.touch()
    assert written(tmp_path) == {}


def test_only_the_closure_of_an_edited_template_is_rendered(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    default = ROOT / "templates/story.html"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/story.html").write_text(
        default.read_text(encoding="utf-8").replace("<h1>", '<h1 class="edited">'), encoding="utf-8"
    )
    found = written(tmp_path)
    assert len(found) == 30
    assert set(found.values()) == {"template story.html changed"}


def test_an_edit_that_neither_size_nor_time_shows_is_found_by_verify(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    file = tmp_path / "articles/07.md"
    stamp = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("Text 7", "Word 7"), encoding="utf-8")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert written(tmp_path) == {}
    assert list(written(tmp_path, verify=True)) == ["2020/03/note-7.html"]


def test_pages_that_somebody_changed_or_deleted_are_mended_by_verify(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    before = tree(tmp_path / "public")
    (tmp_path / "public/index.html").write_bytes(b"defaced")
    (tmp_path / "public/2020/03/note-7.html").unlink()
    reason = "the output was not as the last build left it"
    assert written(tmp_path) == {}
    assert written(tmp_path, verify=True) == {"2020/03/note-7.html": reason, "index.html": reason}
    assert tree(tmp_path / "public") == before


def test_a_state_that_is_deleted_costs_time_only(tmp_path: Path) -> None:
    make_site(tmp_path)
    with (tmp_path / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("ledger: false\n")
    build_site(tmp_path)
    shutil.rmtree(tmp_path / ".newsgen")
    (tmp_path / "articles/03.md").unlink()
    build_site(tmp_path, workers="1")
    assert not (tmp_path / "public/2020/03/note-3.html").exists()
    assert tree(tmp_path / "public") == build_from_nothing(tmp_path, tmp_path.parent / f"{tmp_path.name}-clean")


def test_an_output_that_somebody_deleted_is_written_again(tmp_path: Path) -> None:
    before = (build_site(make_site(tmp_path)), tree(tmp_path / "public"))[1]
    shutil.rmtree(tmp_path / "public")
    build_site(tmp_path, workers="1")
    assert tree(tmp_path / "public") == before


def test_the_metadata_table_touches_the_articles_whose_rows_changed(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    table = tmp_path / "articles/metadata.csv"
    table.write_text("path,rights\n03.md,Free\n04.md,Free\n", encoding="utf-8")
    assert sorted(written(tmp_path)) == ["2020/03/note-3.html", "2020/03/note-4.html"]
    table.write_text("path,rights\n04.md,Free\n", encoding="utf-8")
    assert list(written(tmp_path)) == ["2020/03/note-3.html"]


def test_a_state_that_is_damaged_in_the_middle_is_set_aside_when_it_shows(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    before = tree(tmp_path / "public")
    file = tmp_path / ".newsgen/state.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    (tmp_path / "articles/03.md").touch()
    summary = build_site(tmp_path, workers="1", verify=True)
    assert summary.notice == "The state in .newsgen/ was damaged and is set aside; all pages are looked at anew."
    assert tree(tmp_path / "public") == before
    assert (tmp_path / ".newsgen/state-aside.sqlite").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    make_site(tmp_path)
    (tmp_path / "static").mkdir()
    (tmp_path / "static/docs").write_bytes(b"a file")
    (tmp_path / "static/more").mkdir()
    (tmp_path / "static/more/a.txt").write_bytes(b"in a folder")
    build_site(tmp_path, workers="1")
    shutil.rmtree(tmp_path / "static")
    (tmp_path / "static/docs").mkdir(parents=True)
    (tmp_path / "static/docs/a.txt").write_bytes(b"in a folder")
    (tmp_path / "static/more").write_bytes(b"a file")
    build_site(tmp_path, workers="1")
    assert (tmp_path / "public/docs/a.txt").read_bytes() == b"in a folder"
    assert (tmp_path / "public/more").read_bytes() == b"a file"


def test_a_foreign_file_in_the_place_of_a_new_page_is_told(tmp_path: Path) -> None:
    build_site(make_site(tmp_path))
    (tmp_path / "public/2020/03/new.html").write_bytes(b"mine")
    (tmp_path / "articles/new.md").write_text("---\ntitle: New\ndate: 2020-03-30\n---\nText.\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, workers="1")
    assert [problem.message for problem in failed.value.problems] == [
        "was not written by newsgen, which has a page for this place"
    ]
    assert (tmp_path / "public/2020/03/new.html").read_bytes() == b"mine"


def test_notes_name_the_line_on_which_a_link_stands_now(tmp_path: Path) -> None:
    make_site(tmp_path, articles=2)
    file = tmp_path / "articles/01.md"
    text = file.read_text(encoding="utf-8") + "\nSee [there](nowhere.md).\n"
    file.write_text(text, encoding="utf-8")
    (before,) = build_site(tmp_path, workers="1").dangling
    file.write_text(text.replace("---\n", "---\n# Seen again in 2024.\n", 1), encoding="utf-8")
    (after,) = build_site(tmp_path, workers="1").dangling
    assert (before.path, after.path, after.line - before.line) == ("articles/01.md", "articles/01.md", 1)
