"""The built sample site, mirrored by wget and saved by Chromium, gives the articles that it was built of."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from newsgen.cli import main
from newsgen.importers.article_record import record_of
from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.imported import ImportedArticle
from tests.browser.tools import need
from tests.importers.saved_pages.test_source import read
from tests.support.dumps import dumped
from tests.support.http_server import serve_folder
from tests.support.importing import articles_in
from tests.support.sample import copy_sample

pytestmark = pytest.mark.long

_SAME = ("headline", "dek", "section", "tags")
_CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample site, built."""
    root = tmp_path_factory.mktemp("sample")
    copy_sample(root)
    assert CliRunner().invoke(main, ["build", "--root", str(root), "--quiet"]).exit_code == 0
    return root


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of a server of the sample site."""
    with serve_folder(site / "public") as address:
        yield address


@pytest.fixture(scope="module")
def written(site: Path) -> Mapping[str, dict[str, Any]]:
    """The records of the sample site's dump by their permalinks."""
    lines = dumped(site / "public").decode().splitlines()
    return {record["permalink"]: record for record in map(json.loads, lines)}


def _differences(imported: ImportedArticle, record: Mapping[str, Any]) -> list[str]:
    """The fields of an imported article that are not those of a record."""
    found = record_of(imported)
    different = [name for name in _SAME if (found[name] or None) != (record.get(name) or None)]
    if set(found["byline"]) != set(record.get("byline") or ()):
        different.append("byline")
    if (found["published"] or "")[:10] != (record.get("published") or "")[:10]:
        different.append("published")
    return different


def _check(articles: Mapping[str, ImportedArticle], written: Mapping[str, dict[str, Any]]) -> None:
    """Assert that articles have the fields of the records at their permalinks, and all words of their plain texts."""
    assert {path: different for path, one in articles.items() if (different := _differences(one, written[path]))} == {}
    for path, imported in articles.items():
        body = letters_of(" ".join(record_of(imported)["body"]))
        # Of texts in Markdown, paragraphs with links, pictures or tables are written otherwise.
        plain = [text for text in written[path]["text"].split("\n\n") if not re.search(r"[\[|*<#&]|^\d+\.|^[-:]", text)]
        assert [text for text in plain if letters_of(text) not in body] == [], path


def test_a_mirror_by_wget_gives_the_articles_of_the_site(
    tmp_path: Path, address: str, written: Mapping[str, dict[str, Any]]
) -> None:
    wget = shutil.which("wget")
    need(wget, "wget")
    command = [str(wget), "--quiet", "--mirror", "--page-requisites", "--convert-links", f"{address}/"]
    subprocess.run(command, cwd=tmp_path, check=False, timeout=600)
    found = read(tmp_path)
    articles = {item.article.permalink: item for item in articles_in(found)}
    assert articles.keys() == written.keys()
    _check(articles, written)
    shown = {path for path, item in articles.items() if item.files}
    assert shown == {
        path
        for path, record in written.items()
        if any(image["file"] for image in record["images"]) or "![" in record["text"]
    }


def test_pages_that_chromium_saves_give_the_same_articles(
    tmp_path: Path, address: str, written: Mapping[str, dict[str, Any]]
) -> None:
    chromium = shutil.which("chromium")
    need(chromium, "Chromium")
    dated = sorted(path for path, record in written.items() if record["published"])[10:16]
    for number, path in enumerate(dated[:3]):
        command = [str(chromium), *_CHROMIUM, "--dump-dom", f"{address}{path}"]
        dumped = subprocess.run(command, check=True, capture_output=True, timeout=300).stdout
        (tmp_path / f"{number}.html").write_bytes(dumped)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page()
        session = tab.context.new_cdp_session(tab)
        for number, path in enumerate(dated[3:], 3):
            tab.goto(f"{address}{path}")
            snapshot = session.send("Page.captureSnapshot", {"format": "mhtml"})["data"]
            (tmp_path / f"{number}.mhtml").write_bytes(snapshot.encode())
        browser.close()
    articles = {item.article.permalink: item for item in articles_in(read(tmp_path))}
    assert sorted(articles) == dated
    _check(articles, written)
