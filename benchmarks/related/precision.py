"""Measure how often the suggestions of a story share its topic: newsgen's, by exact TF-IDF, Hugo's and the newest.

    pip install scipy
    python -m benchmarks.related.precision CORPUS.jsonl.gz [--sample N] [--hugo PATH]

A line of a corpus is a JSON object: `id`, `title`, `paragraphs`, `topics` or `section` (the ground truth: two articles
are related if they share one), and optionally `date` and the tags `places`, `people`, `orgs`. Only articles with a
topic are read. For each method, the share of its five suggestions that share a topic is printed, and how many
suggestions a story has.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import numpy
from scipy import sparse

from newsgen.archive.database import FOLDER, connect, state_file
from newsgen.build.build import build_site
from newsgen.text.language.tokens import find_terms
from newsgen.text.similarity.vector import make_vector, read_vector

_MOST = 5
_ROWS = 1_000
_TAGS = ("places", "people", "orgs")
_HUGO = """
title = "Related"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
[related]
includeNewer = true
threshold = 0
[[related.indices]]
name = "tags"
weight = 100
[[related.indices]]
name = "fragmentrefs"
type = "fragments"
applyFilter = false
weight = 80
[[related.indices]]
name = "date"
weight = 10
"""
_LAYOUT = "{{ range first 5 (site.RegularPages.Related .) }}{{ .File.ContentBaseName }} {{ end }}"

# For each article the numbers of the suggested ones, the best first.
Chosen = Sequence[Sequence[int]]


class Text(NamedTuple):
    """An article of a corpus: what a site may know of it, and its topics."""

    headline: str
    date: str
    paragraphs: tuple[str, ...]
    topics: frozenset[str]
    tags: tuple[str, ...]


def read_corpus(file: Path, sample: int) -> list[Text]:
    """The articles of a corpus that have a topic, oldest first; evenly `sample` of them, or all for 0."""
    found = []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            topics = frozenset(data["topics"] or data["section"])
            if topics and data["paragraphs"]:
                tags = tuple(tag for name in _TAGS for tag in data.get(name) or ())
                text = Text(data["title"], data["date"] or "", tuple(data["paragraphs"]), topics, tags)
                found.append((text.date, data["id"], text))
    texts = [text for _, _, text in sorted(found, key=lambda row: row[:2])]
    return texts if not sample else [texts[index * len(texts) // sample] for index in range(sample)]


def by_vectors(texts: Sequence[Text]) -> Chosen:
    """The nearest among all others by newsgen's vectors."""
    rows = []
    for text in texts:
        rows.append(dict(zip(*read_vector(make_vector(_count_terms(text), "en")), strict=True)))
    return _nearest(rows)


def by_exact_weights(texts: Sequence[Text]) -> Chosen:
    """The nearest among all others by TF-IDF of all terms, with the frequencies of this corpus."""
    counts = [_count_terms(text) for text in texts]
    frequencies = Counter(term for count in counts for term in count)
    numbers = {term: number for number, term in enumerate(frequencies)}
    rarity = {term: math.log((1 + len(texts)) / (1 + frequency)) + 1 for term, frequency in frequencies.items()}
    return _nearest(
        {numbers[term]: (1 + math.log(times)) * rarity[term] for term, times in count.items()} for count in counts
    )


def as_built(texts: Sequence[Text]) -> Chosen:
    """The earlier coverage that a site of these articles suggests."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        _write_sources(texts, root / "articles", as_heading=False)
        settings = "language: en\ndata: []\nday_pages: false\non_this_day: false\nledger: false\n"
        (root / "site.yaml").write_text(settings, encoding="utf-8")
        build_site(root)
        with closing(connect(state_file(root / FOLDER))) as state:
            rows = state.execute(
                "SELECT a.path, o.path FROM suggested s JOIN articles a ON a.id = s.article_id"
                " JOIN articles o ON o.id = s.other_id WHERE NOT s.is_copy ORDER BY s.article_id, s.place"
            ).fetchall()
    chosen: list[list[int]] = [[] for _ in texts]
    for article, other in rows:
        chosen[int(Path(article).stem)].append(int(Path(other).stem))
    return chosen


def by_hugo(texts: Sequence[Text], hugo: Path) -> Chosen:
    """What Hugo relates by tags and headings; the headline is the heading of each text."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        _write_sources(texts, root / "content", as_heading=True)
        (root / "hugo.toml").write_text(_HUGO, encoding="utf-8")
        layout = root / "layouts/_default/single.html"
        layout.parent.mkdir(parents=True)
        layout.write_text(_LAYOUT, encoding="utf-8")
        subprocess.run([hugo, "--quiet", "--source", root], check=True)
        pages = [root / f"public/text-{number}/index.html" for number in range(len(texts))]
        return [list(map(int, page.read_text(encoding="utf-8").split())) for page in pages]


def by_newest(texts: Sequence[Text]) -> Chosen:
    """The five earlier articles that share the first tag, as in lists of a section's newest articles."""
    newest: dict[str, list[int]] = {}
    chosen = []
    for number, text in enumerate(texts):
        same = newest.setdefault(text.tags[0] if text.tags else "", [])
        chosen.append(same[: -_MOST - 1 : -1])
        same.append(number)
    return chosen


def precision(texts: Sequence[Text], chosen: Chosen) -> tuple[float, float]:
    """The share of suggestions that share a topic with their article, and the number of suggestions per article."""
    related = [
        bool(text.topics & texts[other].topics) for text, others in zip(texts, chosen, strict=True) for other in others
    ]
    return (sum(related) / len(related) if related else 0.0), len(related) / len(texts)


def _count_terms(text: Text) -> Counter[str]:
    return Counter(2 * find_terms(text.headline, "en") + find_terms("\n".join(text.paragraphs), "en"))


def _nearest(rows: Iterable[Mapping[int, float]]) -> Chosen:
    """For each row of weights the five others with the largest cosine."""
    rows = list(rows)
    indices = [number for row in rows for number in row]
    columns = {number: column for column, number in enumerate(dict.fromkeys(indices))}
    ends = numpy.cumsum([0, *map(len, rows)])
    values = numpy.array([weight for row in rows for weight in row.values()], dtype=float)
    matrix = sparse.csr_matrix((values, [columns[number] for number in indices], ends), (len(rows), len(columns)))
    lengths = numpy.sqrt(matrix.multiply(matrix).sum(axis=1).A1)
    matrix = (sparse.diags(1 / numpy.maximum(lengths, 1e-9)) @ matrix).tocsr()
    return [list(map(int, row)) for start in range(0, len(rows), _ROWS) for row in _best(matrix, start)]


def _best(matrix: sparse.csr_matrix, start: int) -> Iterator[Sequence[int]]:
    cosines = (matrix[start : start + _ROWS] @ matrix.T).toarray()
    for number, row in enumerate(cosines, start):
        row[number] = -1
        best = numpy.argpartition(-row, _MOST)[:_MOST]
        yield best[numpy.argsort(-row[best], kind="stable")]


def _write_sources(texts: Sequence[Text], folder: Path, as_heading: bool) -> None:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        # JSON is also YAML.
        fields = {
            "title": text.headline,
            "slug": f"text-{number}",
            "tags": text.tags,
            **({"date": text.date} if text.date else {}),
        }
        front = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
        heading = f"## {text.headline}\n\n" if as_heading else ""
        body = "\n\n".join(text.paragraphs)
        (folder / f"{number:05}.md").write_text(f"---\n{front}---\n{heading}{body}\n", encoding="utf-8")


def main() -> None:
    """Print the table of a corpus."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="number of articles, taken evenly over the corpus")
    parser.add_argument("--hugo", type=Path, help="Hugo's program; without it Hugo is left out")
    arguments = parser.parse_args()
    texts = read_corpus(arguments.corpus, arguments.sample)
    methods = {
        "newsgen, all others": by_vectors(texts),
        "newsgen, earlier coverage as built": as_built(texts),
        "exact TF-IDF, all others": by_exact_weights(texts),
    }
    # These methods need tags.
    if any(text.tags for text in texts):
        methods["the newest with the same first tag"] = by_newest(texts)
    if arguments.hugo and any(text.tags for text in texts):
        methods["Hugo, tags and headings"] = by_hugo(texts, arguments.hugo)
    print(f"{len(texts):,} articles of {arguments.corpus.name}\n")
    print("| suggestions | share a topic | a story |\n|---|---|---|")
    for method, chosen in methods.items():
        share, count = precision(texts, chosen)
        print(f"| {method} | {share:.3f} | {count:.1f} |")


if __name__ == "__main__":
    main()
