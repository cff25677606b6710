"""Reading sources: every problem of all of them at once."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from tests.support.site_builder import add_articles


def test_the_problems_of_all_batches_are_reported_together(tmp_path: Path) -> None:
    add_articles(tmp_path, range(120))
    for number in (3, 60, 119):
        (tmp_path / f"articles/{number:04}.md").write_text("---\ntitle: T\ndraft: soon\n---\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert [(problem.path, problem.line) for problem in failed.value.problems] == [
        ("articles/0003.md", 3),
        ("articles/0060.md", 3),
        ("articles/0119.md", 3),
    ]


def test_permalinks_that_are_taken_are_reported_once_all_texts_can_be_read(tmp_path: Path) -> None:
    add_articles(tmp_path, range(3))
    build_site(tmp_path, BuildOptions(workers="1"))
    for number, field in ((0, "permalink: /2000/01/note-1.html"), (2, "draft: soon")):
        file = tmp_path / f"articles/{number:04}.md"
        file.write_text(f"---\ntitle: T\n{field}\n---\nText.\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert [problem.message for problem in failed.value.problems] == ['"draft" is neither true nor false']
    add_articles(tmp_path, range(2, 3))
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert [problem.message for problem in failed.value.problems] == [
        "its address /2000/01/note-1.html belongs to articles/0001.md"
    ]
