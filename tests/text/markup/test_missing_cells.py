"""Tables whose rows lack more cells than are filled: the further ones are shown as they are written, and told."""

from newsgen.record.article import Block
from newsgen.record.limits import MISSING_CELLS
from newsgen.sources.omitted import find_omitted
from newsgen.text.markup.html import render_body


def lacking(rows: int) -> str:
    """A table of 200 columns, of whose rows each has one cell."""
    return f"{'|a' * 200}|\n{'|-' * 200}|\n" + "|b|\n" * rows


def test_the_tables_after_the_limit_are_shown_as_they_are_written_and_told() -> None:
    text = f"Before.\n\n{lacking(MISSING_CELLS // 197 + 6)}\n\n|c|d|\n|-|-|\n|e|f|\n\nAfter.\n"
    block = Block("markdown", text, 3)
    html = render_body([block])
    assert html.count("<table>") == 1
    assert html.endswith("</table>\n<p>|c|d|\n|-|-|\n|e|f|</p>\n<p>After.</p>\n")
    (found,) = find_omitted([block], "articles/a.md", allow_html=False)
    assert found.rule == "left-out-markup"
    assert str(found.problem) == (
        'articles/a.md:116: shows the table "|c|d|" as it is written\n'
        "    The rows of the text's tables lack more than 20,000 cells, and filling them would have no end.\n"
        "    Give each row as many cells as the first one has."
    )


def test_cells_that_are_written_blank_are_not_missing() -> None:
    row = "| " * 200 + "|\n"
    text = f"{'|a' * 200}|\n{'|-' * 200}|\n{row * 150}\n\n|c|d|\n|-|-|\n|e|f|\n"
    block = Block("markdown", text, 1)
    assert render_body([block]).count("<table>") == 2
    assert list(find_omitted([block], "articles/a.md", allow_html=False)) == []


def test_tables_that_lack_fewer_cells_are_whole() -> None:
    text = "\n\n".join(lacking(20) for _ in range(5))
    assert render_body([Block("markdown", text, 1)]).count("<table>") == 5
