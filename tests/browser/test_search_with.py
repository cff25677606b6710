"""A search asks other archives beside its own: over HTTP and from a disk, and whatever becomes of them."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.server import open_server
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

_FAILED = "This archive cannot be searched from here."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three archives beside each other: one that asks the others, one in German, and one with an older index."""
    root, out = tmp_path_factory.mktemp("sites"), tmp_path_factory.mktemp("out")
    others = "{Der Kurier: ../kurier/, Gone: ../gone/, Old: ../old/}"
    for name, more, text in (
        ("quay", f"search_with: {others}", "The ferry waits at the quay."),
        ("kurier", "language: de", "Die Fähren warten am Kai, und eine Ferry dazu."),
        ("old", "", "An old ferry."),
    ):
        site = SiteBuilder(root / name)
        site.settings(f"title: {name}\n{more}\n")
        for number in range(7):
            site.article(f"{number}.md", text, title=f"Ferry {name} {number}", date="2020-01-02", author="Ada Quill")
        site.build()
        shutil.copytree(site.output, out / name)
    index = out / "old" / "search" / "root.js"
    index.write_text(index.read_text(encoding="utf-8").replace('"version":', '"version":1,"was":'), encoding="utf-8")
    return out


def ask(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}?q={query}")
    page.wait_for_selector("#results[data-state=done]", state="attached")
    page.wait_for_function("document.querySelectorAll('#elsewhere > section').length === 3")


@pytest.mark.parametrize("where", ["server", "disk"])
def test_results_say_which_archive_has_them(page: Page, folder: Path, where: str) -> None:
    with open_server(folder, policy="") as served:
        address = f"{served.address}quay/search.html" if where == "server" else (folder / "quay/search.html").as_uri()
        ask(page, address, "ferry")
        assert page.inner_text("#status") == "7 articles"
        assert page.locator("#elsewhere h2 >> nth=0").inner_text() == "Der Kurier"
        told = [text.split("\n\n")[:2] for text in page.locator("#elsewhere > section").all_inner_texts()]
        assert told == [["Der Kurier", "7 articles"], ["Gone", _FAILED], ["Old", _FAILED]]
        links = page.locator("#elsewhere > section >> nth=0 >> .card a")
        assert links.count() == 5
        assert all("/kurier/2020/01/" in (link.get_attribute("href") or "") for link in links.all())
        heading = page.locator("#elsewhere h2 a >> nth=0").get_attribute("href")
        assert heading == "../kurier/search.html?q=ferry"
        # The words of the other archive are reduced by the stemmers of its own languages.
        ask(page, address, "f%C3%A4hre")
        assert page.inner_text("#status") == "No article was found."
        assert "7 articles" in page.locator("#elsewhere > section >> nth=0").inner_text()


def test_without_a_query_nothing_is_asked_elsewhere(page: Page, folder: Path) -> None:
    page.goto((folder / "quay/search.html").as_uri())
    page.wait_for_selector("#results[data-state=done]", state="attached")
    assert page.inner_text("#elsewhere") == ""
