"""Generated Markdown is the same after it was rendered and converted, and generated HTML loses no word on its way."""

import re
from collections import Counter

import pytest

from newsgen.record.article import Block
from newsgen.text.html_markdown.convert import convert_html
from newsgen.text.html_markdown.tree.dom import parse_html
from newsgen.text.html_markdown.tree.tags import RAW_TAGS
from newsgen.text.markup.html import render_body
from newsgen.text.markup.raw_html.sanitise import TAGS
from tests.support.html_documents import HtmlWriter, visible_words
from tests.support.markdown_documents import MarkdownWriter

_LINK = re.compile(r'<a [^>]*?href="([^"]*)"')
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"')
_BOXES = str.maketrans("", "", "☐☑")


def _render(markdown: str) -> str:
    return render_body([Block("markdown", markdown, 1)], allow_html=True)


def _as_browsers_read(html: str) -> str:
    """HTML whose tags are all closed where browsers close them."""
    root = parse_html(html).root
    body = next((node for node in root.css("body")), None) if root else None
    return (body.html or "") if body else ""


def _shown_words(html: str) -> list[str]:
    return [word for word in (shown.translate(_BOXES) for shown in visible_words(html)) if word]


def _markdown_that_changes(seeds: range) -> list[int]:
    changed = []
    for seed in seeds:
        written = MarkdownWriter(seed).document()
        if convert_html(_render(written)).markdown != written:
            changed.append(seed)
    return changed


def _html_that_loses(seeds: range) -> list[int]:
    lost = []
    for seed in seeds:
        html = HtmlWriter(seed).document()
        rendered = _render(convert_html(html).markdown)
        if _shown_words(_as_browsers_read(html)) != _shown_words(rendered):
            lost.append(seed)
    return lost


def test_markdown_reads_back() -> None:
    assert _markdown_that_changes(range(200)) == []


@pytest.mark.long
def test_ten_thousand_documents_in_markdown_read_back() -> None:
    assert _markdown_that_changes(range(1_000, 11_000)) == []


def test_html_loses_no_word() -> None:
    assert _html_that_loses(range(200)) == []


@pytest.mark.long
def test_thousands_of_documents_in_html_lose_no_word() -> None:
    assert _html_that_loses(range(1_000, 9_000)) == []


@pytest.mark.parametrize("seed", range(100))
def test_html_keeps_its_links_and_pictures(seed: int) -> None:
    html = _render(convert_html(HtmlWriter(seed).document()).markdown)
    again = _render(convert_html(html).markdown)
    for pattern in (_LINK, _IMAGE):
        assert Counter(pattern.findall(again)) == Counter(pattern.findall(html))


def test_html_is_written_of_the_tags_that_newsgen_lets_through() -> None:
    assert RAW_TAGS == TAGS
