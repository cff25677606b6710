"""The cost of a search index as a table."""

from pathlib import Path

from benchmarks.search.index_cost import Figures, count_text, weigh, write_table
from benchmarks.support.corpus import make_article, write_corpus


def test_the_sizes_of_an_index_and_its_text(tmp_path: Path) -> None:
    write_corpus(tmp_path, 3)
    bodies = [make_article(number, 3).text.split("\n---\n", 1)[1] for number in range(3)]
    assert count_text(tmp_path) == sum(len(body.encode()) for body in bodies)
    (tmp_path / "index/a").mkdir(parents=True)
    (tmp_path / "index/a/b").write_bytes(b"12345")
    (tmp_path / "index/c").write_bytes(b"678")
    assert weigh(tmp_path / "index") == (8, 2)


def test_the_table_of_two_indexes_has_their_ratios() -> None:
    ours, theirs = (
        Figures(5.0, 8.0, 100.0, 10_000_000, 500, 0.25),
        Figures(10.0, 10.0, 2_000.0, 40_000_000, 1_000, 10.0),
    )
    assert write_table(1_000, 40_000_000, {"newsgen": ours, "Pagefind": theirs}).splitlines() == [
        "### 1,000 articles, 40.0 MB of text",
        "",
        "| | newsgen | Pagefind | ratio |",
        "|---|---:|---:|---:|",
        "| seconds | 5.0 | 10.0 | 0.50 |",
        "| CPU-seconds | 8.0 | 10.0 | 0.80 |",
        "| memory, MB | 100 | 2,000 | 0.05 |",
        "| size, MB | 10.0 | 40.0 | 0.25 |",
        "| files | 500 | 1,000 | 0.50 |",
        "| seconds for one more article | 0.25 | 10.00 | 0.03 |",
        "| size / text | 25.0 % | 100.0 % | |",
    ]
