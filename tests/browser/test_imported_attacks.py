"""Exports that are full of attacks are imported and built, and no page of theirs runs a script without its policy.

Every thirtieth attack of the lists, a kind of export at a time, each of which takes some minutes; others of them; and
all:

    pytest -m hours tests/browser/test_imported_attacks.py -rP
    NEWSGEN_ATTACKS=17::30 pytest -m hours tests/browser/test_imported_attacks.py -rP
    NEWSGEN_ATTACKS=::1 pytest -m hours tests/browser/test_imported_attacks.py -rP
"""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.cli import main
from tests.browser.executions import Opened, open_pages
from tests.browser.sites import pages_of
from tests.support.hostile_exports import EXPORTS, HOSTILE, hostile_texts
from tests.support.hostile_files import DOCUMENTS
from tests.support.importing import write_files

pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the lists of hostile texts are not here")
_FEW = 24
_CHOSEN = os.environ.get("NEWSGEN_ATTACKS", "::30")
# Of the attacks, so many are asked of the search.
_MOST_ASKED = 40


def _choose() -> list[str]:
    """The attacks of a long test."""
    return hostile_texts()[slice(*(int(part) if part else None for part in _CHOSEN.split(":")))]


def _open_plain(browser: Browser, folder: Path, attacks: Sequence[str]) -> Opened:
    """Open a page for each attack that shows it as it is."""
    pages = {f"{number}.html": f"<!doctype html><title>Note</title><body>{it}" for number, it in enumerate(attacks)}
    write_files(folder, {name: page.encode("utf-8", "replace") for name, page in pages.items()})
    return open_pages(browser, folder, list(pages))


def _import_and_build(root: Path, name: str, attacks: Sequence[str]) -> list[str]:
    """Import an export that is full of these attacks into a site, and build it; its pages."""
    export = EXPORTS[name]
    write_files(root / "source", export.make(attacks))
    arguments = export.arguments(root / "source", root / "site")
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    articles = sum(1 for file in (root / "site" / "articles").rglob("*.md"))
    assert articles > len(attacks) * 0.9, result.output[-3_000:]
    build_site(root / "site", BuildOptions(workers="1"))
    public = root / "site" / "public"
    files = (file.relative_to(public).as_posix() for file in public.rglob("*") if file.is_file())
    some = attacks[:: len(attacks) // _MOST_ASKED + 1]
    asked = (quote(attack.encode("utf-8", "replace"), safe="") for attack in some)
    return [
        *pages_of(public),
        *sorted(file for file in files if file.lower().endswith(DOCUMENTS) and not file.endswith(".html")),
        *(f"search.html?q={words}" for words in asked),
    ]


def _assert_nothing_runs(browser: Browser, root: Path, name: str, attacks: Sequence[str]) -> None:
    pages = _import_and_build(root, name, attacks)
    opened = open_pages(browser, root / "site" / "public", pages)
    print(f"{name}: {len(attacks):,} attacks, {len(pages):,} pages, {len(opened.ran):,} ran")  # noqa: T201 - by -rP
    assert opened == Opened()


@pytest.mark.long
def test_some_attacks_that_were_imported_do_not_run(tmp_path: Path, browser: Browser) -> None:
    _assert_nothing_runs(browser, tmp_path, "wordpress", hostile_texts()[:: 2 * len(hostile_texts()) // _FEW])


@pytest.mark.hours
@pytest.mark.parametrize("name", EXPORTS)
def test_no_attack_that_was_imported_runs(tmp_path: Path, browser: Browser, name: str) -> None:
    _assert_nothing_runs(browser, tmp_path, name, _choose())


@pytest.mark.hours
def test_the_same_attacks_run_on_plain_pages(tmp_path: Path, browser: Browser) -> None:
    opened = _open_plain(browser, tmp_path, hostile_texts())
    called = sum(bool(seen & {"alert", "confirm", "prompt", "print"}) for seen in opened.ran.values())
    print(f"{len(hostile_texts()):,} plain pages, {len(opened.ran):,} ran, {called:,} said so")  # noqa: T201 - by -rP
    assert called > 400


@pytest.mark.long
def test_some_of_the_attacks_run_on_plain_pages(tmp_path: Path, browser: Browser) -> None:
    attacks = hostile_texts()[:: len(hostile_texts()) // _FEW]
    assert len(_open_plain(browser, tmp_path, attacks).ran) > 10
