"""Whatever the layout of a text, its words are kept in their order, and its fields are read."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newsgen.sources.pasted import read_pasted
from tests.support.layouts import BYLINE, DATE, LAYOUTS, Layout, count_kept
from tests.support.paths import ROOT
from tests.support.tiers import tiers

PACK = ROOT.parent / "shared/data/pack_dev.jsonl.gz"
MOST = 200


class Story(NamedTuple):
    """A headline, and the paragraphs below it."""

    headline: str
    paragraphs: tuple[str, ...]


def sample_stories() -> Iterator[Story]:
    """The pasted texts of the sample that have several paragraphs."""
    for file in sorted((ROOT / "articles").rglob("*.txt")):
        pasted = read_pasted(file.read_text(encoding="utf-8"), 1, file.name)
        paragraphs = tuple(block.text for block in pasted.body if block.kind == "paragraph")
        if len(paragraphs) > 3 and "headline" in pasted.fields:
            yield Story(str(pasted.fields["headline"].value), paragraphs)


def real_stories(path: Path) -> Iterator[Story]:
    """Articles of many publishers whose whole text is known."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        cases = (json.loads(line) for line in lines)
        for case in cases:
            truth = case["gt"]
            if case["body_gt"] == "full" and truth.get("title") and 4 <= len(truth["paragraphs"]) <= 40:
                yield Story(
                    " ".join(truth["title"].split()),
                    tuple(" ".join(p.split()) for p in truth["paragraphs"] if p.strip()),
                )


def words_of(texts: tuple[str, ...]) -> list[str]:
    return re.findall(r"\w+", " ".join(texts).casefold())


def count_words(story: Story, layout: Layout) -> tuple[int, int, bool]:
    """The words of a story, those of them that the body keeps in their order, and whether the fields are right."""
    pasted = read_pasted(layout(*story), 1, "story.txt")
    fields = {name: field.value for name, field in pasted.fields.items()}
    wanted, found = words_of(story.paragraphs), words_of(tuple(block.text for block in pasted.body))
    is_right = fields.get("headline") == story.headline and fields.get("byline") == (BYLINE,)
    return len(wanted), count_kept(wanted, found), is_right and str(fields.get("published")) == DATE


@pytest.mark.parametrize("layout", tiers(list(LAYOUTS.values())[::-1], always=7, long=8), ids=list(LAYOUTS)[::-1])
def test_every_story_of_the_sample_keeps_its_words(layout: Layout) -> None:
    counts = [count_words(story, layout) for story in sample_stories()]
    assert len(counts) > 10
    assert sum(kept for _, kept, _ in counts) >= 0.99 * sum(words for words, _, _ in counts)
    assert [right for _, _, right in counts].count(False) <= len(counts) // 20


@pytest.mark.long
@pytest.mark.skipif(not PACK.is_file(), reason="needs ../shared/data")
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_real_stories_keep_their_words(layout: Layout) -> None:
    stories = list(real_stories(PACK))
    counts = [count_words(story, layout) for story in stories[:: max(1, len(stories) // MOST)][:MOST]]
    assert len(counts) == MOST
    assert sum(kept for _, kept, _ in counts) >= 0.99 * sum(words for words, _, _ in counts)
    assert sum(right for _, _, right in counts) >= 0.95 * MOST
