"""Drawings and documents beside articles are opened by their addresses, and nothing in them runs."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from newsgen.images.active_documents import is_active
from newsgen.images.safe_svg import clean_svg
from tests.browser.executions import Opened, open_pages
from tests.support.hostile_exports import HOSTILE, hostile_texts
from tests.support.importing import write_files

SVG, HTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
ATTACKS = (
    "<script>alert(1)</script>",
    '<script href="data:text/javascript,alert(1)"/>',
    f'<x:script xmlns:x="{SVG}">alert(1)</x:script>',
    f'<script xmlns="{HTML}">alert(1)</script>',
    f'<body xmlns="{HTML}" onload="alert(1)"/>',
    '<g onload="alert(1)"/>',
    '<image href="x" onerror="alert(1)"/>',
    '<animate onbegin="alert(1)" attributeName="x" dur="1s"/>',
    f'<foreignObject><img xmlns="{HTML}" src="x" onerror="alert(1)"/></foreignObject>',
    '<a href="javascript:alert(1)"><text y="9">x</text></a>',
    f'<link xmlns="{HTML}" rel="stylesheet" href="http://other.example/a.css"/>',
    '<style>@import "http://other.example/a.css";</style>',
    '<image href="http://other.example/a.png"/>',
)
# Of the lists of hostile texts, every so manieth; few of them are harmless documents.
_EVERY, _EVERY_DOCUMENT = 200, 10


def _wrap(inner: str) -> bytes:
    return f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink">{inner}</svg>'.encode("utf-8", "replace")


@pytest.mark.long
def test_a_drawing_that_is_opened_runs_and_loads_nothing(tmp_path: Path, browser: Browser) -> None:
    attacks = [*ATTACKS, *(hostile_texts()[::_EVERY] if HOSTILE.is_dir() else ())]
    drawings = {f"{number}.svg": _wrap(attack) for number, attack in enumerate(attacks)}
    write_files(tmp_path / "plain", drawings)
    opened = open_pages(browser, tmp_path / "plain", list(drawings))
    assert len(opened.ran) >= 8
    assert opened.foreign
    cleaned = {name: clean for name, content in drawings.items() if (clean := clean_svg(content)) is not None}
    assert len(cleaned) >= len(ATTACKS)
    write_files(tmp_path / "clean", cleaned)
    assert open_pages(browser, tmp_path / "clean", list(cleaned)) == Opened()


@pytest.mark.long
@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the lists of hostile texts are not here")
def test_a_document_without_scripts_runs_nothing(tmp_path: Path, browser: Browser) -> None:
    texts = hostile_texts()[::_EVERY_DOCUMENT]
    pages = {f"{number}.html": text.encode("utf-8", "replace") for number, text in enumerate(texts)}
    quiet = {name: content for name, content in pages.items() if not is_active(content, name)}
    assert len(quiet) > 3
    write_files(tmp_path, quiet)
    assert open_pages(browser, tmp_path, list(quiet)).ran == {}
