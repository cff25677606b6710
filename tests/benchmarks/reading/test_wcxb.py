"""WCXB's pages and their truth are found in its own layout and in that of their inner objects."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.reading.readings import read_html_with_newsgen
from benchmarks.reading.score_wcxb import shown_in, truth_of
from benchmarks.reading.wcxb import Truth, digest_of, digests, page_ids, read_page, read_site, read_truth

URL = "https://www.courant.example/ferry"
FOUND = {"title": "Ferry returns", "author": "Ada Quill", "publish_date": "2019-03-12", "main_content": "It is back."}


@pytest.mark.parametrize("is_published", [True, False])
def test_a_page_and_its_truth_are_read(is_published: bool, tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    folder = tmp_path / ("ground-truth" if is_published else "truth")
    folder.mkdir()
    if is_published:
        (tmp_path / "html/0007.html.gz").write_bytes(gzip.compress(b"<p>It is back."))
        (folder / "0007.json").write_text(json.dumps({"url": URL, "ground_truth": FOUND}), encoding="utf-8")
    else:
        (tmp_path / "html/0007.html").write_bytes(b"<p>It is back.")
        (folder / "0007.json").write_text(json.dumps({"url": URL, **FOUND}), encoding="utf-8")
    assert read_page(tmp_path, "0007") == b"<p>It is back."
    assert read_truth(tmp_path, "0007") == Truth("Ferry returns", "Ada Quill", "2019-03-12", "It is back.")
    assert read_site(tmp_path, "0007") == "courant.example"
    asked = truth_of(tmp_path, "0007")
    assert sorted(asked.fields) == ["byline", "headline", "published"]
    assert sorted(shown_in("Ferry returns\nIt is back.", asked).fields) == ["headline", "published"]


def test_the_html_of_a_page_is_read_as_an_import_reads_it() -> None:
    paragraphs = [
        f"The ferry of quay {number} is back, said those who had waited for it all day." for number in range(6)
    ]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<title>Ferry returns</title><article><h1>Ferry returns</h1><p>By Ada Quill</p>{text}</article>".encode()
    found = read_html_with_newsgen(page)
    assert (found.headline, found.byline, found.body) == ("Ferry returns", ("Ada Quill",), tuple(paragraphs))


def test_every_page_of_the_list_has_a_digest() -> None:
    assert len(page_ids()) == 711
    assert {len(digest) for digest in digests().values()} == {len(digest_of(""))}
