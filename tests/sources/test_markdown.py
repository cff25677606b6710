import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.record.article import Block, Origin
from newsgen.settings.markdown import MarkdownSettings, Replacement
from newsgen.sources.fields import FieldValue
from newsgen.sources.markdown import Markdown, read_markdown

FILE = "articles/mill.md"
PLAIN = MarkdownSettings()


def read(text: str, first_line: int = 1, settings: MarkdownSettings = PLAIN, headline: str = "") -> Markdown:
    return read_markdown(text, first_line, FILE, settings, headline)


def replacing(pattern: str, by: str) -> MarkdownSettings:
    return MarkdownSettings(replace=(Replacement(pattern=pattern, by=by),))


def headline_field(headline: str, line: int) -> dict[str, FieldValue]:
    return {"headline": FieldValue(headline, Origin(FILE, line))}


def test_the_body_is_one_block_without_the_blank_lines_around_it() -> None:
    assert read("\n\nWater *turns* it.\n\nAlways.\n\n", 5) == Markdown(
        {}, (Block("markdown", "Water *turns* it.\n\nAlways.", 7),)
    )


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "\n \n\t\n"])
def test_a_blank_text_has_no_body(text: str) -> None:
    assert read(text) == Markdown({}, ())


def test_a_heading_on_the_first_line_is_the_headline_and_not_part_of_the_body() -> None:
    assert read("\n# The mill turns\n\n\nWater.\n", 4) == Markdown(
        headline_field("The mill turns", 5), (Block("markdown", "Water.", 8),)
    )


def test_a_text_that_is_only_a_heading_has_no_body() -> None:
    assert read("# The mill turns") == Markdown(headline_field("The mill turns", 1), ())


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("#   The mill turns  ", "The mill turns"),
        ("# The mill turns ##", "The mill turns"),
        ("#\tThe mill turns", "The mill turns"),
        ("# Item #1 for sale", "Item #1 for sale"),
    ],
)
def test_the_signs_of_a_heading_are_not_part_of_the_headline(line: str, headline: str) -> None:
    assert read(f"{line}\n\nWater.") == Markdown(headline_field(headline, 1), (Block("markdown", "Water.", 3),))


def test_a_number_sign_of_the_last_word_stays() -> None:
    assert read("# The mill teaches C#\n\nWater.").fields == headline_field("The mill teaches C#", 1)


def test_a_heading_below_a_line_of_white_space_is_still_the_first() -> None:
    assert read("  \n# The mill turns\n\nWater.") == Markdown(
        headline_field("The mill turns", 2), (Block("markdown", "Water.", 4),)
    )


@pytest.mark.parametrize("text", ["## The mill\n\nWater.", "#The mill\n\nWater.", "Water.\n\n# The mill", "#"])
def test_other_lines_are_not_the_headline(text: str) -> None:
    assert read(text) == Markdown({}, (Block("markdown", text, 1),))


def test_a_heading_that_repeats_the_declared_headline_is_removed_from_the_body() -> None:
    assert read("# The mill\n\nWater.", 4, headline="The mill") == Markdown(
        headline_field("The mill", 4), (Block("markdown", "Water.", 6),)
    )


def test_a_heading_that_differs_from_the_declared_headline_stays_in_the_body() -> None:
    assert read("# The mill\n\nWater.", headline="Tide power") == Markdown(
        {}, (Block("markdown", "# The mill\n\nWater.", 1),)
    )


def test_the_sites_replacements_are_applied_in_order_before_the_text_is_read() -> None:
    settings = MarkdownSettings(
        replace=(
            Replacement(pattern=r"\{\{<\s*note\s*(.*?)>\}\}", by=r"Note: \1"),
            Replacement(pattern="Note", by="Remark"),
            Replacement(pattern=r"(?m)^@@ ", by="# "),
        )
    )
    assert read("@@ The mill\n\n{{< note wet>}}", settings=settings) == Markdown(
        headline_field("The mill", 1), (Block("markdown", "Remark: wet", 3),)
    )


def test_line_numbers_are_the_sources_own_even_if_a_replacement_removes_lines() -> None:
    (block,) = read("[gallery]\n\nWater.", settings=replacing(r"\[gallery\]\n", "")).body
    assert block == Block("markdown", "Water.", 3)


@given(st.lists(st.sampled_from(["", "# Mill", "Water.", "- item", "    code", "# Mill #"])), st.integers(1, 9))
def test_the_headline_and_the_body_are_on_the_lines_they_name(lines: list[str], first_line: int) -> None:
    fields, body = read("\n".join(lines), first_line)
    if fields:
        assert lines[fields["headline"].origin.line - first_line].strip("# ") == "Mill"
    for block in body:
        start = block.line - first_line
        assert "\n".join(lines[start : start + block.text.count("\n") + 1]) == block.text
    accounted = len(fields) + sum(bool(line) for block in body for line in block.text.split("\n"))
    assert accounted == sum(bool(line) for line in lines)


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("A *starred* [link](https://e.example) `code`", "A starred link code"),
        ("Fish &amp; chips {#fish .news}", "Fish & chips"),
        ("Why 2 * 3 < 7", "Why 2 * 3 < 7"),
        ("snake_case [sic]", "snake_case [sic]"),
        ("A <b>bold</b> night", "A <b>bold</b> night"),
    ],
)
def test_a_headline_of_markdown_is_its_words(heading: str, headline: str) -> None:
    assert read(f"# {heading}").fields == headline_field(headline, 1)
    assert read(f"# {heading}\n\nText.", headline=headline).body == (Block("markdown", "Text.", 3),)
