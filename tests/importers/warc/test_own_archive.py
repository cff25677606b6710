"""The WACZ that `newsgen bag --wacz` makes of the built sample site, imported into a new site, gives its articles."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from newsgen.importers.html.page.fields.letters import letters_of
from tests.support.dumps import dumped
from tests.support.sample import copy_sample

pytestmark = pytest.mark.long

# The front page of the sample's settings has no address: a web archive needs one.
_URL = "https://sample.example"
_SAME = ("headline", "dek", "byline", "section", "language")


def run(*arguments: str | Path) -> None:
    result = CliRunner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == 0, result.output


def records_of(root: Path) -> Mapping[str, dict[str, Any]]:
    """The records of a built site's dump by their permalinks."""
    return {record["permalink"]: record for record in map(json.loads, dumped(root / "public").splitlines())}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample site, and the one into which its WACZ was imported; both are built."""
    folder = tmp_path_factory.mktemp("sites")
    sample, new = folder / "sample", folder / "new"
    copy_sample(sample)
    settings = sample / "site.yaml"
    lines = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("url:")]
    settings.write_text("\n".join([*lines, f"url: {_URL}", ""]), encoding="utf-8")
    run("build", "--root", sample, "--quiet")
    run("bag", folder / "bag", "--root", sample, "--wacz")
    wacz = folder / "bag/data/site.wacz"
    assert zipfile.is_zipfile(wacz)
    run("import", "warc", wacz, "--root", new)
    run("build", "--root", new, "--quiet")
    return sample, new


def test_every_article_stands_at_its_address_again(sites: tuple[Path, Path]) -> None:
    sample, new = map(records_of, sites)
    assert sorted(new) == sorted(sample)


@pytest.mark.parametrize("field", _SAME)
def test_every_article_has_its_fields_again(sites: tuple[Path, Path], field: str) -> None:
    sample, new = map(records_of, sites)
    different = {
        permalink: (record.get(field), new[permalink].get(field))
        for permalink, record in sample.items()
        if permalink in new and (record.get(field) or None) != (new[permalink].get(field) or None)
    }
    assert different == {}


def test_every_article_has_its_day_again(sites: tuple[Path, Path]) -> None:
    sample, new = map(records_of, sites)
    days = {permalink: str(record.get("published") or "")[:10] for permalink, record in sample.items()}
    assert {permalink: str(record.get("published") or "")[:10] for permalink, record in new.items()} == days


def test_every_article_has_its_words_again(sites: tuple[Path, Path]) -> None:
    sample, new = map(records_of, sites)
    for permalink, record in sample.items():
        body = letters_of(new[permalink]["text"])
        # Of texts in Markdown, paragraphs with links, pictures or tables are written otherwise.
        plain = [text for text in record["text"].split("\n\n") if not re.search(r"[\[|*<#&]|^\d+\.|^[-:]", text)]
        assert [text for text in plain if letters_of(text) not in body] == [], permalink
