"""The benchmark of related articles, with a small corpus."""

import gzip
import json
from pathlib import Path

import pytest

from tests.support.topics import TOPICS, write_about

pytest.importorskip("scipy", reason="the benchmark of related articles compares with scipy")
precision = pytest.importorskip("benchmarks.related.precision")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    lines = [
        {
            "id": f"{number:02}",
            "title": f"Report {number}",
            "date": f"2020-03-{number + 1:02}",
            "paragraphs": [write_about(TOPICS[number % 2], number)],
            "topics": [TOPICS[number % 2]] if number else [],
            "section": [],
            "places": [["cove", "end"][number % 3 > 0]],
        }
        for number in range(17)
    ]
    file = tmp_path / "corpus.jsonl.gz"
    file.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    return file


def test_articles_with_a_topic_are_read_oldest_first(corpus: Path) -> None:
    texts = precision.read_corpus(corpus, 0)
    assert [text.headline for text in texts] == [f"Report {number}" for number in range(1, 17)]
    assert [text.headline for text in precision.read_corpus(corpus, 4)] == [
        "Report 1",
        "Report 5",
        "Report 9",
        "Report 13",
    ]


def test_each_method_suggests_and_is_rated(corpus: Path) -> None:
    texts = precision.read_corpus(corpus, 0)
    assert precision.precision(texts, precision.by_vectors(texts)) == (1.0, 5.0)
    assert precision.precision(texts, precision.by_exact_weights(texts)) == (1.0, 5.0)
    newest = precision.by_newest(texts)
    assert (newest[0], newest[4]) == ([], [3, 1, 0])
    assert 0.3 < precision.precision(texts, newest)[0] < 0.7
    built = precision.as_built(texts)
    assert all(other < number for number, others in enumerate(built) for other in others)
    assert precision.precision(texts, built)[0] == 1.0
