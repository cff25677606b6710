"""The text that the project started from, and real pages like it. They may not ship: without them this is skipped."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsgen.commands.inspect.lines import inspect_text
from newsgen.settings.site import Site
from newsgen.sources.files import Source
from tests.support.paths import ROOT

SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed" / "000_457149b5fd278cb2.txt"
PACK = SHARED / "data" / "pack_dev.jsonl.gz"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the texts that may not ship are absent")


def read(file: Path) -> dict[str, Any]:
    return inspect_text(Source(file.name, file.name, file), Site()).record


def test_the_seed_is_read_right() -> None:
    record = read(SEED)
    paragraphs = [line for line in SEED.read_text(encoding="utf-8").split("\n") if line.strip()]
    assert record["section"] == "Middle east"
    assert record["headline"] == "Iranian allies target Israeli interests in the Dead Sea"
    assert record["dek"] == paragraphs[2].strip()
    assert record["body"] == [paragraph.strip() for paragraph in paragraphs[3:-4]]
    assert len(record["body"]) == 11
    assert record["related"] == []
    assert (record["byline"], record["published"]) == ([], None)
    assert [line["role"] for line in record["lines"][-4:]] == ["chrome"] * 4
    assert all(line["rule"] for line in record["lines"])


# Ten publishers in eight languages, chosen for layouts that differ.
PAGES = [
    "fundus-PoliticoEu_2025_10_23",
    "fundus-NDR_2023_04_28",
    "fundus-IlGiornale_2025_02_04",
    "fundus-MalayMail_2024_11_22",
    "aeb-c90731f051d0",
    "np4k-chinese_article_002",
    "synth_ar-saudi-26935",
    "daniel-20111121-www.biolog.pl-bc03b4",
    "daniel-20111128-prm.ru-863973",
    "daniel-20120105-health.in.gr-34ebef",
]


def load_cases() -> dict[str, Any]:
    with gzip.open(PACK, "rt", encoding="utf-8") as lines:
        return {case["id"]: case for case in map(json.loads, lines) if case["id"] in PAGES}


def letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@pytest.mark.skipif(not PACK.exists(), reason="the real pages are absent")
def test_ten_real_pages_are_read_right(tmp_path: Path) -> None:
    cases = load_cases()
    assert set(cases) == set(PAGES)
    for name, case in cases.items():
        truth, text = case["gt"], case["text"]["tail"]
        file = tmp_path / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        record = read(file)
        assert letters(record["headline"]) in {letters(truth["title"]), letters(truth.get("title_meta") or "")}, name
        wanted = [*truth["paragraphs"], *(truth.get("subheads") or [])]
        assert sorted(letters("".join(record["body"]))) == sorted(letters("".join(wanted))), name
        if truth.get("date") and record["published"]:
            assert record["published"][:10] == truth["date"][:10], name
        if record["byline"]:
            assert record["byline"] == truth.get("authors", record["byline"]), name
        if record["section"] and truth.get("section"):
            assert letters(record["section"]) in map(letters, truth["section"]), name
        shown = {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
        assert {line["line"] for line in record["lines"]} == shown, name
