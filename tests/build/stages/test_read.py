from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.stages.read import digest_row
from newsgen.errors import NewsgenError
from newsgen.record.article import Origin
from newsgen.record.dates import PartialDate
from newsgen.sources.fields import FieldValue
from tests.site.test_crash_safety import add_articles


def test_what_is_wrong_with_articles_of_all_batches_is_told_at_once(tmp_path: Path) -> None:
    add_articles(tmp_path, range(120))
    for number in (3, 60, 119):
        (tmp_path / f"articles/{number:04}.md").write_text("---\ntitle: T\ndate: soon\n---\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, workers="1")
    assert [(problem.path, problem.line) for problem in failed.value.problems] == [
        ("articles/0003.md", 3),
        ("articles/0060.md", 3),
        ("articles/0119.md", 3),
    ]


def test_addresses_that_are_taken_are_told_with_the_rest(tmp_path: Path) -> None:
    add_articles(tmp_path, range(3))
    build_site(tmp_path, workers="1")
    for number, field in ((0, "permalink: /2000/01/note-1.html"), (2, "date: soon")):
        file = tmp_path / f"articles/{number:04}.md"
        file.write_text(f"---\ntitle: T\n{field}\n---\nText.\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, workers="1")
    assert [problem.message for problem in failed.value.problems] == ['cannot read date "soon"']
    add_articles(tmp_path, range(2, 3))
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, workers="1")
    assert [problem.message for problem in failed.value.problems] == [
        "its address /2000/01/note-1.html belongs to articles/0001.md"
    ]


def test_a_row_of_the_metadata_table_is_what_its_fields_hold_wherever_it_stands() -> None:
    date = PartialDate(2024, 2)
    one = digest_row({"published": FieldValue(date, Origin("articles/metadata.csv", 2))})
    assert one == digest_row({"published": FieldValue(date, Origin("articles/metadata.csv", 9))})
    assert one != digest_row({"updated": FieldValue(date, Origin("articles/metadata.csv", 2))})
    assert digest_row(None) == digest_row({}) == b""
