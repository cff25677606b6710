"""Making pages: only those whose keys changed are rendered."""

from pathlib import Path

import pytest

from newsgen.archive.targets import Target, article_target
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.build.tasks.pages import make_new_pages, make_pages
from newsgen.pages.page import Page
from newsgen.render.renderer import Renderer
from tests.support.site_builder import add_articles
from tests.support.workers import make_worker


def test_pages_whose_keys_are_as_before_are_not_rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def render(self: Renderer, page: Page, read: object) -> bytes:
        pytest.fail(f"{page.file} was rendered")

    add_articles(tmp_path, range(3))
    build_site(tmp_path, BuildOptions(workers="1"))
    monkeypatch.setattr(Renderer, "render", render)
    targets = [article_target("0000.md"), Target("sections", "harbour"), Target("front"), Target("index", "tags")]
    assert make_pages(make_worker(tmp_path), targets) == []
    assert make_new_pages(make_worker(tmp_path), targets) == []


def test_a_target_that_is_gone_has_no_pages(tmp_path: Path) -> None:
    add_articles(tmp_path, range(3))
    build_site(tmp_path, BuildOptions(workers="1"))
    gone = [article_target("gone.md"), Target("tags", "gone"), Target("years", "1066")]
    assert make_pages(make_worker(tmp_path), gone) == []
