"""The sample's pasted pages, read and compared with the facts recorded when the pages were written."""

import json
from typing import Any

import pytest

from newsgen.sources.front_matter import split_front_matter
from newsgen.sources.pasted import PastedText, read_pasted
from tests.support.paths import ROOT

TRUTH = [json.loads(line) for line in (ROOT / "tests/data/sample_truth.jsonl").read_text(encoding="utf-8").splitlines()]


def read(truth: dict[str, Any]) -> PastedText:
    text = (ROOT / "articles" / truth["path"]).read_text(encoding="utf-8")
    split = split_front_matter(text, truth["path"])
    return read_pasted(split.text, split.text_line, truth["path"])


def value(reading: PastedText, name: str) -> Any:
    return reading.fields[name].value if name in reading.fields else None


@pytest.mark.parametrize("truth", TRUTH, ids=lambda truth: truth["path"])
def test_headline_section_and_dateline_are_right(truth: dict[str, Any]) -> None:
    reading = read(truth)
    assert value(reading, "headline") == truth["headline"]
    assert value(reading, "section") == (truth["section"],)
    assert (value(reading, "dateline") or "") == truth["dateline"]


@pytest.mark.parametrize("truth", TRUTH, ids=lambda truth: truth["path"])
def test_a_date_or_a_name_is_right_or_blank(truth: dict[str, Any]) -> None:
    reading = read(truth)
    published = value(reading, "published")
    assert published is None or str(published) == truth["published"]
    assert list(value(reading, "byline") or truth["byline"]) == truth["byline"]


def test_the_body_holds_nearly_every_paragraph_and_nearly_nothing_else() -> None:
    """A floor, measured on the 27 pages on 2026-11-22: 2 paragraphs were taken for deks, and 1 caption was kept."""
    expected = [paragraph for truth in TRUTH for paragraph in truth["body"]]
    given = [block.text for truth in TRUTH for block in read(truth).body]
    missing, leaked = set(expected) - set(given), set(given) - set(expected)
    assert len(missing) <= 2
    assert len(leaked) <= 1


def test_nearly_every_name_date_tag_and_link_is_found() -> None:
    """Floors, measured on the 27 pages on 2026-11-22."""
    readings = [(truth, read(truth)) for truth in TRUTH]
    bylines = [list(value(reading, "byline") or ()) == truth["byline"] for truth, reading in readings]
    dates = [str(value(reading, "published") or "") == (truth["published"] or "") for truth, reading in readings]
    deks = [(value(reading, "dek") or "") == truth["dek"] for truth, reading in readings]
    tags = [list(value(reading, "tags") or ()) == truth["tags"] for truth, reading in readings]
    links = [
        [link.headline for link in value(reading, "related") or ()] == truth["related"] for truth, reading in readings
    ]
    assert bylines.count(False) <= 1
    assert dates.count(False) == 0
    assert deks.count(False) <= 1
    assert tags.count(False) == 0
    assert links.count(False) <= 2


@pytest.mark.parametrize("truth", TRUTH, ids=lambda truth: truth["path"])
def test_every_line_is_accounted_for(truth: dict[str, Any]) -> None:
    text = (ROOT / "articles" / truth["path"]).read_text(encoding="utf-8")
    split = split_front_matter(text, truth["path"])
    numbers = [number for number, line in enumerate(split.text.split("\n"), split.text_line) if line.strip()]
    assert [line.number for line in read(truth).lines] == numbers


def test_entities_are_decoded_before_names_and_tags_are_split() -> None:
    text = (
        "Ferry &amp; mill open\n\nBy Una O&#039;Neill and Ben Oar\n\n12 March 2019\n\n"
        "The ferry crossed at six on Saturday, and everyone who was there in the rain saw the mill turn again.\n\n"
        "Tags: R&amp;D, caf&eacute;\n"
    )
    reading = read_pasted(text, 1, "ferry.txt")
    assert {name: value(reading, name) for name in ("headline", "byline", "tags")} == {
        "headline": "Ferry & mill open",
        "byline": ("Una O'Neill", "Ben Oar"),
        "tags": ("R&D", "café"),
    }
