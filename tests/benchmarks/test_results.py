import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.browsing import Visit, choose_queries, write_row
from benchmarks.corpus import make_article, make_vocabulary, write_corpus
from benchmarks.folders import CASES, Folder, apply_case, make_engines, prepare_folder, undo_case
from benchmarks.measure import CommandFailed, count_written, read_clock, run_timed
from benchmarks.pages import find_differing, read_words
from benchmarks.report import write_plot, write_report, write_tables
from benchmarks.results import Result, read_results, save_results
from benchmarks.searching import Figures, count_text, weigh, write_table
from newsgen.settings.site import Site
from newsgen.sources.files import find_sources
from newsgen.sources.load import load_article

SIZE = 60
HUGO = Result(
    engine="hugo",
    version="0.168.0",
    size=10_000,
    case="cold",
    related=False,
    wall=(8.0, 12.0, 10.0),
    cpu=(16.0, 20.0, 15.0),
    memory=800.4,
    written=11_000,
    pages=10_900,
    machine={"cores": 2, "cpu": "Example", "memory": 8},
    date="2026-01-02",
)
NEWSGEN = replace(HUGO, engine="newsgen", version="1.0", wall=(5.0, 4.0, 6.0), cpu=(8.0,), memory=100.0)
NEWSGEN_BODY = replace(NEWSGEN, case="body", wall=(0.25,), cpu=(0.2,), written=3)
HUGO_BODY = replace(HUGO, case="body")


ENGINES = make_engines("hugo", "eleventy")


def make_folder(engine: str, to: Path) -> Folder:
    write_corpus(to / "corpus", SIZE)
    folder = Folder(ENGINES[engine], to / "site", to / "corpus", SIZE)
    prepare_folder(folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def texts(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in folder.rglob("*.md")}


def test_a_corpus_is_the_same_each_time_and_in_parts(tmp_path: Path) -> None:
    write_corpus(tmp_path, SIZE)
    assert texts(tmp_path) == {a.path: a.text for a in (make_article(n, SIZE) for n in reversed(range(SIZE)))}
    assert make_article(3, SIZE, seed=8).text != make_article(3, SIZE).text


def test_every_article_of_the_corpus_is_read_whole(tmp_path: Path) -> None:
    write_corpus(tmp_path, SIZE)
    sources = find_sources(tmp_path / "articles", "articles")
    assert len(sources) == SIZE
    for source in sources:
        article = load_article(source, {}, Site())
        assert article
        assert article.headline
        assert article.dek
        assert article.section
        assert len(article.byline) == 1
        assert len(article.tags) == 3
        assert article.slug
        assert article.published
        assert article.published.clock
        assert article.path.startswith(f"{article.published.year}/{article.published.month:02}/")
        assert not article.extra


def test_the_corpus_has_the_kinds_of_text_that_a_newspaper_has() -> None:
    every = "".join(make_article(number, SIZE).text for number in range(SIZE))
    for mark in ("\n> ", "\n- ", "\n## ", "**", "](https://"):
        assert mark in every
    assert 3_500 < len(every) / SIZE < 5_000


def test_the_newest_article_is_within_the_twenty_years() -> None:
    assert make_article(0, 1_000).path.startswith("articles/2005/01/")
    assert make_article(1_000, 1_001).path.startswith("articles/2024/12/")


def test_there_are_200_authors_and_500_tags() -> None:
    vocabulary = make_vocabulary(7)
    assert len(set(vocabulary.authors)) == 200
    assert len(set(vocabulary.tags)) == 500


def test_tables_show_medians_and_newsgen_as_a_share() -> None:
    assert write_tables([HUGO, NEWSGEN, NEWSGEN_BODY, HUGO_BODY]).startswith(
        "## 10,000 articles, related articles left out by the others\n\n"
        "**Wall time, seconds**\n\n"
        "|  | newsgen | hugo | newsgen / hugo |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| everything, from nothing | 5.00 | 10.00 | 0.50 |\n"
        "| one body changed | 0.25 | 10.00 | 0.025 |\n"
        "\n"
        "**CPU time, seconds**\n\n"
        "|  | newsgen | hugo | newsgen / hugo |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| everything, from nothing | 8.00 | 16.00 | 0.50 |\n"
    )


def test_a_table_without_newsgen_has_no_shares() -> None:
    assert "|  | hugo |\n| --- | ---: |\n| everything, from nothing | 10.00 |\n" in write_tables([HUGO])


def test_the_report_says_where_and_with_what_it_was_measured() -> None:
    report = write_report([HUGO, NEWSGEN])
    assert "- Machine: 2 cores of Example, 8 GB\n- Versions: hugo 0.168.0, newsgen 1.0\n- Date: 2026-01-02\n" in report


def test_the_plot_is_an_svg_that_tells_its_figures_in_words() -> None:
    plot = write_plot([HUGO, replace(HUGO, size=100_000, wall=(150.0,)), NEWSGEN])
    svg = ET.fromstring(plot)
    name = "{http://www.w3.org/2000/svg}"
    assert svg.findtext(f"{name}title") == "Building a whole archive: time and memory by its size"
    assert "newsgen, 10,000 articles: 5.0 s, 100 MB" in str(svg.findtext(f"{name}desc"))
    assert len(svg.findall(f".//{name}circle")) == 6
    assert "prefers-color-scheme: dark" in plot


def test_saved_results_take_the_place_of_older_ones(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    save_results(file, [HUGO, NEWSGEN])
    later = replace(HUGO, wall=(7.0,), date="2026-02-01")
    save_results(file, [later])
    assert read_results(file) == [later, NEWSGEN]


@pytest.mark.parametrize(
    "html",
    [
        "<p>One\n two</p>",
        '<p>One <b>two</b></p>\n<aside class="related"><ul>\n<li>Three</li></ul></aside>',
    ],
)
def test_pages_are_compared_by_their_words_without_related_articles(html: str) -> None:
    assert read_words(html) == ["One", "two"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_case_changes_the_site_and_is_undone_and_leaves_the_corpus_alone(engine: str, tmp_path: Path) -> None:
    folder = make_folder(engine, tmp_path)
    before, corpus = contents(folder.root), texts(folder.corpus)
    for case in CASES:
        apply_case(case, folder)
        changed = contents(folder.root)
        assert (changed != before) == (case not in ("cold", "unchanged"))
        undo_case(case, folder)
        assert contents(folder.root) == before
    assert texts(folder.corpus) == corpus


def test_newsgen_builds_its_site_and_the_costs_are_measured(tmp_path: Path) -> None:
    folder = make_folder("newsgen", tmp_path)
    started = read_clock(folder.root)
    cost = run_timed(folder.engine.command, folder.root, {})
    assert cost.cpu > 0
    assert cost.wall > 0
    assert count_written(folder.output, started) == len(contents(folder.output)) > SIZE
    assert find_differing([folder, folder]) == []


def test_a_command_that_fails_says_what_it_printed(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(CommandFailed, match=r"ended with 3:\nno luck"):
        run_timed([sys.executable, "-c", "print('no luck'); exit(3)"], tmp_path / "site", {})


def test_an_index_and_its_text_are_weighed(tmp_path: Path) -> None:
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
        "| seconds for one article more | 0.25 | 10.00 | 0.03 |",
        "| size by the text's | 25.0 % | 100.0 % | |",
    ]


def test_queries_of_every_kind_are_drawn_from_the_stories_the_same_each_time(tmp_path: Path) -> None:
    for number in range(100):
        rare = "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")
        text = f"water harbour {rare}" if number % 10 == 0 else f"water {rare}"
        (tmp_path / f"{number}.html").write_text(f"<nav>menu</nav><article><p>{text}</p></article>", encoding="utf-8")
    queries = choose_queries(tmp_path, 4)
    assert queries == choose_queries(tmp_path, 4)
    assert {len(those) for those in queries.values()} == {4}
    assert queries["very common word"] == ["water"] * 4
    assert queries["middling word"] == ["harbour"] * 4
    assert all(query.startswith('"water ') for query in queries["phrase"])
    assert all(query.endswith("qx") for query in queries["nothing found"])
    assert "menu" not in str(queries)


def test_a_row_tells_percentiles_and_nothing_where_nothing_was_found() -> None:
    found = [Visit(float(number), 2.0 * number, 1_000 * number, 3) for number in range(101)]
    assert write_row("words", found) == "| words | 50 / 95 | 100 / 190 | 50 / 95 | 3 / 3 |"
    assert write_row("none", [Visit(None, 7.0, 2_000, 1)]) == "| none | – | 7 / 7 | 2 / 2 | 1 / 1 |"
