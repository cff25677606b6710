"""Searches are rated by queries with known answers."""

from pathlib import Path

from benchmarks.search.quality import open_fts5, write_site
from benchmarks.search.queries import Query, Score, Story, make_queries, rate
from newsgen.build.build import build_site

STORIES = [
    Story("a", "en", "Ferry sunk", "", (), (), "", ("The ferry sank quickly beneath waves. Nobody drowned there.",)),
    Story("b", "en", "Ferry found", "", (), (), "", ("Divers found wreckage beneath sandbanks.",)),
    Story("c", "en", "Ferry sinks", "", (), (), "", ("the ferry SANK quickly, beneath waves - nobody drowned there",)),
]


def test_queries_are_three_words_of_a_sentence_in_order_and_reproducible() -> None:
    queries = make_queries(STORIES, 20, 1)
    assert queries == make_queries(STORIES, 20, 1)
    for words, answer in queries:
        text = " ".join(STORIES[answer].paragraphs)
        positions = [text.index(word) for word in words]
        assert len(words) == 3
        assert positions == sorted(positions)
        assert ". " not in text[positions[0] : positions[-1]]


def test_a_score_counts_the_rank_of_the_answer_or_of_an_article_with_the_same_words() -> None:
    queries = [Query(("ferry", "sank", "waves"), 0), Query(("wreckage", "beneath", "divers"), 1)]
    assert rate(lambda query: [1, 2], queries, STORIES) == Score((1 / 2 + 1) / 2, 1.0)
    assert rate(lambda query: [2] * 10 + [1], queries, STORIES) == Score(1 / 2, 1 / 2)
    with open_fts5(STORIES, "unicode61") as search:
        assert rate(search, queries, STORIES) == Score(1.0, 1.0)


def test_fts5_ranks_all_words_before_any() -> None:
    with open_fts5(STORIES, "unicode61") as search:
        assert search(Query(("ferry", "beneath", "sandbanks"), 1)) == [1, 0, 2]


def test_a_corpus_becomes_a_site_with_the_same_text(tmp_path: Path) -> None:
    story = Story("a", "en", "Oil & gas <SRD>", "crude", ("oil",), ("A. Person",), "1987-02-26", ("*1* # 2", "3. A_b_"))
    write_site([story], tmp_path)
    (tmp_path / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    build_site(tmp_path)
    page = (tmp_path / "public/a.html").read_text(encoding="utf-8")
    assert "<h1>Oil &amp; gas &lt;SRD&gt;</h1>" in page
    assert "<p>*1* # 2</p>" in page
    assert "<p>3. A_b_</p>" in page
