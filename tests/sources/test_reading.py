from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.record.article import Block, Origin
from newsgen.record.dates import PartialDate
from newsgen.settings.site import FrontMatterSettings, Site
from newsgen.sources.fields import Fields, FieldValue
from newsgen.sources.files import Source
from newsgen.sources.reading import LineReading, Reading, read_source, read_source_with_lines

PARAGRAPHS = (
    "The chain ferry returned to the quay on Tuesday morning after ten years in the yard at Sorrel.\n\n"
    "Several hundred people watched it cross, and the school band played on the upper deck.\n"
)


def write(folder: Path, name: str, text: str) -> Source:
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return Source(name, f"articles/{name}", file)


def read(folder: Path, name: str, text: str, row: Fields | None = None, site: Site | None = None) -> Reading:
    return read_source(write(folder, name, text), row or {}, site or Site())


def read_lines(folder: Path, name: str, text: str, site: Site | None = None) -> tuple[LineReading, ...]:
    return read_source_with_lines(write(folder, name, text), {}, site or Site())[1]


def failure(folder: Path, name: str, text: str) -> str:
    with pytest.raises(NewsgenError) as failed:
        read(folder, name, text)
    return str(failed.value)


def roles(lines: Iterable[LineReading]) -> list[tuple[int, str]]:
    return [(line.number, line.role) for line in lines]


def test_a_markdown_source_is_its_front_matter_and_its_body(tmp_path: Path) -> None:
    text = "---\ntitle: The mill\nlayout: post\n---\n\nWater.\n\n- turns\n"
    site = Site(front_matter=FrontMatterSettings(keep=("layout",)))
    assert read(tmp_path, "mill.md", text, site=site) == Reading(
        fields={"headline": FieldValue("The mill", Origin("articles/mill.md", 2))},
        extra={"layout": "post"},
        body=(Block("markdown", "Water.\n\n- turns", 6),),
    )
    assert read_lines(tmp_path, "mill.md", text, site) == (
        LineReading(1, "---", "front matter", "fence"),
        LineReading(2, "title: The mill", "headline", "front matter"),
        LineReading(3, "layout: post", "front matter", "front matter"),
        LineReading(4, "---", "front matter", "fence"),
        LineReading(6, "Water.", "body", "Markdown"),
        LineReading(8, "- turns", "body", "Markdown"),
    )


@pytest.mark.parametrize("name", ["mill.md", "MILL.MD"])
def test_the_first_heading_of_a_markdown_source_is_its_headline(tmp_path: Path, name: str) -> None:
    text = "# The mill\n\nWater.\n"
    assert read(tmp_path, name, text).fields == {"headline": FieldValue("The mill", Origin(f"articles/{name}", 1))}
    assert read_lines(tmp_path, name, text) == (
        LineReading(1, "# The mill", "headline", "first heading"),
        LineReading(3, "Water.", "body", "Markdown"),
    )


def test_a_field_comes_from_front_matter_then_from_the_table_then_from_the_text(tmp_path: Path) -> None:
    table = Origin("articles/metadata.csv", 4)
    row = {"headline": FieldValue("Of the table", table), "dek": FieldValue("Of the table", table)}
    text = "---\ndek: Of the front matter\n---\n# Of the text\n\nWater.\n"
    reading = read(tmp_path, "mill.md", text, row)
    assert {name: field.value for name, field in reading.fields.items()} == {
        "headline": "Of the table",
        "dek": "Of the front matter",
    }
    assert reading.body == (Block("markdown", "# Of the text\n\nWater.", 4),)


def test_a_heading_that_repeats_the_tables_headline_is_not_part_of_the_body(tmp_path: Path) -> None:
    row = {"headline": FieldValue("The mill", Origin("articles/metadata.csv", 4))}
    reading = read(tmp_path, "mill.md", "# The mill\n\nWater.\n", row)
    assert reading.body == (Block("markdown", "Water.", 3),)
    assert reading.fields["headline"].origin == Origin("articles/metadata.csv", 4)


def test_a_pasted_source_may_have_front_matter_too(tmp_path: Path) -> None:
    text = f"---\ntitle: The ferry\ndate: 2024-02\n---\n{PARAGRAPHS}"
    reading = read(tmp_path, "ferry.txt", text)
    assert reading.fields["headline"] == FieldValue("The ferry", Origin("articles/ferry.txt", 2))
    assert reading.fields["published"] == FieldValue(PartialDate(2024, 2), Origin("articles/ferry.txt", 3))
    assert [(block.kind, block.line) for block in reading.body] == [("paragraph", 5), ("paragraph", 7)]
    assert roles(read_lines(tmp_path, "ferry.txt", text)) == [
        (1, "front matter"),
        (2, "headline"),
        (3, "published"),
        (4, "front matter"),
        (5, "body"),
        (7, "body"),
    ]


def test_a_pasted_source_may_begin_with_a_rule_that_is_not_a_fence(tmp_path: Path) -> None:
    text = f"---\nThe ferry is back on the river\n\n{PARAGRAPHS}"
    assert [line.number for line in read_lines(tmp_path, "ferry.txt", text)] == [1, 2, 4, 6]
    assert read(tmp_path, "ferry.txt", text).fields["headline"].value == "The ferry is back on the river"


def test_lines_below_a_key_belong_to_its_field(tmp_path: Path) -> None:
    text = (
        "---\ntags:\n  - mill\n\n  - tide\nx_id: 7\nimages:\n  file: a.jpg\n# a remark\ntitle: >\n  The\n  mill\n---\n"
    )
    site = Site(front_matter=FrontMatterSettings(keep=("x_id",)))
    assert roles(read_lines(tmp_path, "mill.md", text, site)) == [
        (1, "front matter"),
        (2, "tags"),
        (3, "tags"),
        (5, "tags"),
        (6, "front matter"),
        (7, "images"),
        (8, "images"),
        (9, "front matter"),
        (10, "headline"),
        (11, "headline"),
        (12, "headline"),
        (13, "front matter"),
    ]


@pytest.mark.parametrize("yaml", ["tags:\n- mill\n- tide", "tags: [\nmill,\n  tide]", "tags: [mill,\ntide\n]"])
def test_lines_of_a_value_that_are_not_indented_belong_to_their_field_too(tmp_path: Path, yaml: str) -> None:
    text = f"---\n{yaml}\n---\nWater.\n"
    assert read(tmp_path, "mill.md", text).fields["tags"].value == ("mill", "tide")
    inner = [line.role for line in read_lines(tmp_path, "mill.md", text) if line.rule == "front matter"]
    assert inner == ["tags"] * len(yaml.split("\n"))


def test_a_closing_fence_of_dots_is_shown_as_written(tmp_path: Path) -> None:
    lines = read_lines(tmp_path, "mill.md", "---\ntitle: Mill\n...\nWater.\n")
    assert lines[2] == LineReading(3, "...", "front matter", "fence")


@pytest.mark.parametrize("name", ["ferry.txt", "ferry.md"])
@pytest.mark.parametrize("text", ["", "\n\n", " \t\n", "\ufeff"])
def test_an_empty_source_is_refused(tmp_path: Path, name: str, text: str) -> None:
    assert failure(tmp_path, name, text) == (
        f"articles/{name}: is empty\n"
        "    There is nothing in it to publish.\n"
        "    Put the text in, or take the file away."
    )


def test_all_wrong_fields_of_a_source_are_reported_with_their_lines(tmp_path: Path) -> None:
    assert failure(tmp_path, "mill.md", "\n---\ntitle: Mill\ndraft: May\nslug: [a]\n---\nWater.\n") == (
        'articles/mill.md:4: "draft" is neither true nor false\n'
        "    The key asks a question of yes or no.\n"
        "    Write true or false.\n"
        'articles/mill.md:5: "slug" needs one line of text\n'
        "    A list or a nested value has no place in this field.\n"
        "    Write it as key: text."
    )


def test_broken_yaml_is_reported_with_its_line_in_the_file(tmp_path: Path) -> None:
    assert failure(tmp_path, "mill.md", "---\ntitle: Mill: a\n  story\n---\n") == (
        "articles/mill.md:2: cannot read YAML: mapping values are not allowed in this context\n"
        "    Its fields cannot be read until the YAML is.\n"
        '    Put the value in quotes: a ": " inside a plain value ends it.'
    )


def test_a_value_that_needs_quotes_is_read_and_reported(tmp_path: Path) -> None:
    file = tmp_path / "mill.md"
    file.write_text("---\ntitle: Mill: a story\n---\nWater.\n", encoding="utf-8")
    reading = read_source(Source("mill.md", "articles/mill.md", file), {}, Site())
    assert reading.fields["headline"].value == "Mill: a story"
    assert [(rule, found.line) for rule, found in reading.findings] == [("yaml-slips", 2)]


def test_front_matter_without_a_closing_fence_is_refused_in_markdown(tmp_path: Path) -> None:
    assert failure(tmp_path, "mill.md", "---\ntitle: Mill\n") == (
        'articles/mill.md:1: front matter has no closing "---"\n'
        "    The whole article would be taken for fields.\n"
        '    Put a line "---" after the last field.'
    )


@given(
    st.lists(st.sampled_from(["title: Mill", "", "tags:", "  - a", "  - b", "dek: Tide"]), unique=True, max_size=6),
    st.lists(st.sampled_from(["", "# Mill", "Water turns it.", "---", "  indented", "\u2028"]), max_size=6),
)
def test_every_line_that_is_not_blank_is_accounted_for(
    tmp_path_factory: pytest.TempPathFactory, yaml: list[str], body: list[str]
) -> None:
    text = "\n".join(["---", *yaml, "---", *body])
    try:
        lines = read_lines(tmp_path_factory.getbasetemp(), "any.md", text)
    except NewsgenError:
        return
    numbered = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert [(line.number, line.text) for line in lines] == numbered
    assert all(line.role and line.rule for line in lines)
