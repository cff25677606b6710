"""Which sources a build reads again, and that a state stays as it was where an input is wrong."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsgen.archive.database import FOLDER, state_file
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.build.site_inputs import find_inputs, sources_to_read
from newsgen.build.state import hold_state
from newsgen.errors import NewsgenError
from newsgen.settings.site import load_site
from tests.support.site_builder import add_articles


def to_read(root: Path, verify: bool = False) -> list[str]:
    """The sources that the next build reads."""
    with hold_state(root) as (state, _):
        inputs = find_inputs(root, load_site(root), state, None)
        return sources_to_read(state, inputs, BuildOptions(verify=verify))


def dump(root: Path) -> list[str]:
    with closing(sqlite3.connect(state_file(root / FOLDER))) as state:
        return list(state.iterdump())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    add_articles(tmp_path, range(5))
    build_site(tmp_path, BuildOptions(workers="1"))
    return tmp_path


def test_when_nothing_changed_nothing_is_read(site: Path) -> None:
    assert to_read(site) == []


def test_new_and_changed_sources_are_read(site: Path) -> None:
    add_articles(site, range(5, 7))
    (site / "articles/0002.md").touch()
    assert to_read(site) == ["0002.md", "0005.md", "0006.md"]


def test_all_sources_are_read_to_verify_and_for_other_settings(site: Path) -> None:
    everything = [f"000{number}.md" for number in range(5)]
    assert to_read(site, verify=True) == everything
    (site / "site.yaml").write_text("slugs: unicode\n", encoding="utf-8")
    assert to_read(site) == everything


def test_a_comment_in_site_yaml_reads_nothing_again(site: Path) -> None:
    (site / "site.yaml").write_text("# The paper closed in 2024.\n", encoding="utf-8")
    assert to_read(site) == []


@pytest.mark.long
def test_a_source_that_was_ignored_is_read_when_it_is_no_more(site: Path) -> None:
    (site / "site.yaml").write_text('ignore: ["0003.md"]\nledger: false\n', encoding="utf-8")
    build_site(site, BuildOptions(workers="1"))
    assert not (site / "public/2000/01/note-3.html").exists()
    (site / "site.yaml").unlink()
    build_site(site, BuildOptions(workers="1"))
    assert (site / "public/2000/01/note-3.html").exists()


def test_where_the_input_is_wrong_the_index_stays_as_it_was(site: Path) -> None:
    before = dump(site)
    add_articles(site, range(5, 7))
    (site / "articles/0006.md").write_text("---\ntitle: T\ndraft: soon\n---\n", encoding="utf-8")
    (site / "articles/metadata.csv").write_text("article,dek\n0005.md,D\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(site, BuildOptions(workers="1"))
    assert [problem.message for problem in failed.value.problems] == [
        '"draft" is neither true nor false',
        'has no column "path"',
    ]
    assert dump(site) == before


def test_without_search_no_text_of_an_article_is_in_the_state(site: Path) -> None:
    (site / "articles/0001.md").write_text("---\ntitle: T\n---\nAn unmistakable phrase.\n", encoding="utf-8")
    (site / "site.yaml").write_text("search: false\n", encoding="utf-8")
    build_site(site, BuildOptions(workers="1"))
    assert b"unmistakable" not in b"".join(file.read_bytes() for file in (site / FOLDER).iterdir() if file.is_file())
