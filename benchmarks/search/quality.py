"""Measure how well newsgen's search finds an article by three of its words, compared with SQLite's FTS5.

    python -m benchmarks.search.quality CORPUS.jsonl.gz [CORPUS.jsonl.gz …]

draws 500 queries from each corpus and prints, for each search, the mean reciprocal rank of the answers among the first
ten results, and the share of queries whose answer is among them. `queries.py` describes the format of a corpus.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import unquote

from benchmarks.search.queries import QUERIES, RESULTS, SEED, Query, Search, Story, make_queries, rate, read_corpus
from newsgen.build.build import build_site
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.finding import SearchRequest
from newsgen.search.reader.search import search

# Column weights change FTS5's rating by less than a hundredth; the default, 1 for each, is the best of those tried.
TOKENIZERS = ("unicode61", "porter unicode61")

_SETTINGS = """
day_pages: false
on_this_day: false
feeds: {formats: [], history: false}
data: []
ledger: false
suggestions: 0
search: true
"""


@contextmanager
def open_fts5(stories: Sequence[Story], tokenizer: str) -> Iterator[Search]:
    """SQLite's search by BM25 in headline and text: articles with all words first, then those with any."""
    with closing(sqlite3.connect(":memory:")) as database:
        yield _fts5_of(database, stories, tokenizer)


def _fts5_of(state: sqlite3.Connection, stories: Sequence[Story], tokenizer: str) -> Search:
    state.execute(f"CREATE VIRTUAL TABLE story USING fts5 (headline, body, tokenize='{tokenizer}')")
    rows = ((number, story.headline, "\n".join(story.paragraphs)) for number, story in enumerate(stories))
    state.executemany("INSERT INTO story (rowid, headline, body) VALUES (?, ?, ?)", rows)

    def ask(query: Query, operator: str) -> list[int]:
        match = f" {operator} ".join(f'"{word}"' for word in query.words)
        found = state.execute(
            "SELECT rowid FROM story WHERE story MATCH ? ORDER BY bm25(story), rowid LIMIT ?", (match, RESULTS)
        )
        return [number for (number,) in found]

    def answer(query: Query) -> list[int]:
        results = ask(query, "AND")
        if len(results) < RESULTS:
            results += [number for number in ask(query, "OR") if number not in results]
        return results[:RESULTS]

    return answer


def open_newsgen(stories: Sequence[Story], folder: Path) -> Search:
    """newsgen's search in a site of these articles, which is built in a folder."""
    write_site(stories, folder)
    build_site(folder)
    numbers = {f"{story.id}.html": number for number, story in enumerate(stories)}
    index = SearchIndex(folder / "public")

    def ask(query: Query) -> list[int]:
        found = search(index, SearchRequest(query.text), RESULTS)
        return [numbers[unquote(result.card.href)] for result in found.results]

    return ask


def write_site(stories: Sequence[Story], folder: Path) -> None:
    """Write articles as a site's sources: as JSON records, which preserve every character of the text."""
    (folder / "articles").mkdir(parents=True)
    (folder / "site.yaml").write_text(f"language: {stories[0].language}\n{_SETTINGS}", encoding="utf-8")
    for story in stories:
        source = folder / f"articles/{story.id}.txt.json"
        source.write_text(json.dumps(make_record(story), ensure_ascii=False), encoding="utf-8")


def make_record(story: Story) -> dict[str, object]:
    """An article as a JSON record of newsgen."""
    blocks, end = [], -2
    for paragraph in story.paragraphs:
        blocks.append({"kind": "paragraph", "start": end + 2, "end": end + 2 + len(paragraph)})
        end += 2 + len(paragraph)
    return {
        "headline": story.headline or "Without a headline",
        "section": story.section,
        "tags": list(story.tags),
        "byline": list(story.byline),
        "published": story.date or None,
        "language": story.language,
        "permalink": f"/{story.id}.html",
        "blocks": blocks,
        "text": "\n\n".join(story.paragraphs),
    }


def main() -> None:
    """Print a line for each corpus and search."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    for file in options.corpora:
        stories = read_corpus(file)
        queries = make_queries(stories, options.queries, options.seed)
        with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
            searches = {
                f"FTS5, {tokenizer}": opened.enter_context(open_fts5(stories, tokenizer)) for tokenizer in TOKENIZERS
            }
            searches["newsgen"] = open_newsgen(stories, Path(folder) / "site")
            for name, answer in searches.items():
                score = rate(answer, queries, stories)
                print(f"{file.name}, {len(stories):,} articles, {name}: rank {score.rank:.4f}, found {score.found:.3f}")


if __name__ == "__main__":
    main()
