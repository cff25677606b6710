"""Queries for the search page, and a table of their times."""

from pathlib import Path

from benchmarks.search.page_speed import Visit, choose_queries, write_row


def test_queries_of_every_kind_are_drawn_reproducibly_from_the_stories(tmp_path: Path) -> None:
    for number in range(100):
        rare = "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")
        text = f"water harbour {rare}" if number % 10 == 0 else f"water {rare}"
        (tmp_path / f"{number}.html").write_text(f"<nav>menu</nav><article><p>{text}</p></article>", encoding="utf-8")
    queries = choose_queries(tmp_path, 4)
    assert queries == choose_queries(tmp_path, 4)
    assert {len(found) for found in queries.values()} == {4}
    assert queries["very common word"] == ["water"] * 4
    assert queries["middling word"] == ["harbour"] * 4
    assert all(query.startswith('"water ') for query in queries["phrase"])
    assert all(query.endswith("qx") for query in queries["nothing found"])
    assert "menu" not in str(queries)


def test_a_row_shows_percentiles_and_a_dash_if_nothing_was_found() -> None:
    found = [Visit(float(number), 2.0 * number, 1_000 * number, 3) for number in range(101)]
    assert write_row("words", found) == "| words | 50 / 95 | 100 / 190 | 50 / 95 | 3 / 3 |"
    assert write_row("none", [Visit(None, 7.0, 2_000, 1)]) == "| none | – | 7 / 7 | 2 / 2 | 1 / 1 |"
