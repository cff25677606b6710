"""Folders to learn from are made of articles whose parts are known."""

import gzip
import json
from pathlib import Path

from benchmarks.reading.folders import in_chromes, in_windows, invented_pieces, pieces_of, real_folders
from benchmarks.reading.learning_curve import format_row, read_folder


def test_a_folder_teaches_more_than_its_texts_tell_one_by_one() -> None:
    folder = next(in_chromes(invented_pieces(10), "invented"))
    alone, taught = (read_folder(folder, size) for size in (0, 10))
    right = [sum(found.verdicts["section"] == "right" for found in scores) for scores in (alone, taught)]
    assert right[1] >= right[0]
    assert format_row(10, taught).startswith("| 10 | ")


def test_an_article_is_set_into_a_real_window(tmp_path: Path) -> None:
    paragraph = "The ferry came back to the quay with eleven cars and a horse box, and nobody said when."
    rows = ["Menu", "Old headline of the page", "By Cy Marl", paragraph, paragraph, paragraph, paragraph]
    page = {
        "id": "1",
        "publisher": "courant.example",
        "body_gt": "full",
        "text": {"page": "\n".join([*rows, "Another headline in a list of links"])},
        "labels": {"page": ".TAPPPP."},
        "gt": {"title": rows[1], "authors": ["Cy Marl"], "paragraphs": rows[3:]},
    }
    pack, corpus = tmp_path / "pack.jsonl.gz", tmp_path / "corpus.jsonl.gz"
    with gzip.open(pack, "wt", encoding="utf-8") as file:
        file.write(json.dumps(page))
    with gzip.open(corpus, "wt", encoding="utf-8") as file:
        file.write(
            json.dumps({"title": "New headline", "section": ["sport"], "paragraphs": ["One.", "Two.", "Three."]})
        )
    pieces = pieces_of(corpus, 1)
    folder = next(in_windows(pieces, pack, 1))
    assert folder.cases[0].text.split("\n") == [
        "Menu",
        "New headline",
        f"By {pieces[0].writer}",
        "One.",
        "",
        "Two.",
        "",
        "Three.",
        "New headline",
    ]
    assert [found.name for found in real_folders(pack, "page", 1)] == ["courant.example"]
