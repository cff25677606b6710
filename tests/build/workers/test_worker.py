"""What one process does: sources to entries, and owners to pages in place."""

from pathlib import Path

import pytest

from newsgen.archive.database import FOLDER, state_file
from newsgen.build.build import build_site
from newsgen.build.workers.worker import ImageSource, Job, Worker
from newsgen.images.metadata import ImageMetadata
from newsgen.settings.site import Site
from newsgen.settings.theme import find_theme
from tests.site.test_crash_safety import add_articles
from tests.support.photographs import a_photograph, save


def make_worker(root: Path, spooling: bool = False) -> Worker:
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    return Worker(Job(root, root / "public", Site(), find_theme(root), {}, state_file(folder), folder, spooling))


def test_sources_become_entries_with_what_is_wrong_in_their_place(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    (tmp_path / "articles/bad.md").write_text("---\ndate: soon\n---\n", encoding="utf-8")
    (tmp_path / "articles/draft.md").write_text("---\ntitle: D\ndraft: true\n---\n", encoding="utf-8")
    good, bad, draft = make_worker(tmp_path).read_articles(["0000.md", "bad.md", "draft.md"])
    assert good.entry is not None
    assert good.entry.row[4] == "Note 0"
    assert (good.problems, good.spooled) == ((), None)
    assert bad.entry is None
    assert [problem.message for problem in bad.problems] == ['cannot read date "soon"']
    assert (draft.entry, draft.problems) == (None, ())


def test_pictures_are_made_in_the_widths_of_the_site(tmp_path: Path) -> None:
    file = save(tmp_path / "articles/fair.jpg", a_photograph((600, 400)))
    pictures = [
        ImageSource("media/fair.jpg", file, "articles/fair.jpg"),
        ImageSource("gone.jpg", tmp_path / "gone.jpg", "gone"),
    ]
    (fair, made), (gone, lost) = make_worker(tmp_path).make_pictures(pictures, thorough=False)
    assert (fair, made.measures) == ("media/fair.jpg", ImageMetadata(600, 400, "jpg", (480, 600), ("avif", "webp")))
    assert (tmp_path / FOLDER / "pictures" / made.key / "480.webp").is_file()
    assert (gone, lost) == ("gone.jpg", (ImageMetadata(fault="No such file or directory"), ""))


def test_an_article_is_the_same_from_the_spool_and_from_its_source(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    build_site(tmp_path, workers="1")
    worker = make_worker(tmp_path, spooling=True)
    (loaded,) = worker.read_articles(["0000.md"])
    assert loaded.spooled is not None
    assert worker._spool.get(loaded.spooled) == worker.text_of("0000.md")


def test_pages_whose_key_is_as_it_was_are_not_rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_articles(tmp_path, range(3))
    build_site(tmp_path, workers="1")
    monkeypatch.setattr(
        "newsgen.render.renderer.Renderer.render", lambda self, page: pytest.fail(f"{page.file} was rendered")
    )
    owners = ["article:0000.md", "sections:harbour", "front:", "index:tags"]
    assert make_worker(tmp_path).make_pages(owners, only_fresh=False) == []


def test_an_owner_that_is_gone_has_no_pages(tmp_path: Path) -> None:
    add_articles(tmp_path, range(3))
    build_site(tmp_path, workers="1")
    assert make_worker(tmp_path).make_pages(["article:gone.md", "tags:gone", "years:1066"], only_fresh=False) == []
