"""Pages that set paragraphs apart by line breaks have headline, byline and date above the text, a line each."""

import pytest

from newsgen.importers.html.page.line_breaks import part_lines
from newsgen.importers.html.page.read import read_page
from newsgen.text.html_markdown.convert import convert_html
from tests.importers.html.page.pages import HEADLINE, PARAGRAPHS

TEXT = "<br><br>".join(PARAGRAPHS)
ABOVE = f"<b>{HEADLINE}</b><br>By Ada Quill<br>March 5, 1997"


@pytest.mark.parametrize(
    "around", ["{}", "<table><tr><td><font size=2>{}</font></td></tr></table>", "<center>{}</center>"]
)
def test_the_lines_above_the_text_are_headline_byline_and_date(around: str) -> None:
    story = around.format(f"{ABOVE}<br><br>{TEXT}")
    reading = read_page(f"<html><head><title>{HEADLINE}</title></head><body>{story}</body></html>")
    assert (reading.headline, reading.byline, str(reading.published)) == (HEADLINE, ("Ada Quill",), "1997-03-05")
    text = " ".join(convert_html(reading.body_html).markdown.replace("\\", " ").split())
    assert text == " ".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("html", "parted"),
    [
        (f"{ABOVE}<br><br>{TEXT}", f"<b>{HEADLINE}</b><p>By Ada Quill<p>March 5, 1997<p>{TEXT}"),
        (f"<p>One<p>Two<p>Three{ABOVE}<br><br>{TEXT}", f"<p>One<p>Two<p>Three{ABOVE}<br><br>{TEXT}"),
        (f"{TEXT}<br><br>", f"{TEXT}<br><br>"),
        (f"<main>{ABOVE}<br><br>{TEXT}</main>", f"<main>{ABOVE}<br><br>{TEXT}</main>"),
        ("one<br>two<br>three<br>four<br>five<br>six<br>seven", "one<br>two<br>three<br>four<br>five<br>six<br>seven"),
    ],
    ids="lines paragraphs none newer verse".split(),
)
def test_only_lines_above_such_texts_are_parted(html: str, parted: str) -> None:
    assert part_lines(html) == parted


def test_many_breaks_take_no_long_time() -> None:
    html = "<br>" + " <br>" * 200_000
    assert part_lines(html) == html
