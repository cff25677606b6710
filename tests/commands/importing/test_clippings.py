"""`newsgen import clippings` writes withheld articles, says why, and `newsgen build --private` shows them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from tests.support.exports import FACTIVA

ARTICLE = """\
---
headline: "Chain ferry returns to the quay"
byline: [Ada Quill]
published: 2015-03-03
section: News
publication: The Sorrel Courant
print_page: A4
language: en
rights: "(c) 2015 Sorrel Press Holdings. All rights reserved"
publish: false
id: "factiva:SORCOU0020150303eb330004v"
extra:
  word count: 1,084 words
  time: '11:15'
  code: SORCOU
  Document: SORCOU0020150303eb330004v
---

The chain ferry returned to the quay on Tuesday morning after ten years in the yard.

"We have been patient," said Cy Dunn, who keeps the shop.
"""


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(map(str, arguments)))
    return result.exit_code, result.output


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "factiva.txt"
    file.write_text(FACTIVA)
    return file


def test_clippings_are_imported_withheld_and_shown_by_a_private_build_alone(tmp_path: Path, export: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "articles").mkdir()
    (site / "articles/own.md").write_text("---\nheadline: Own story\ndate: 2015-03-04\n---\n\nOurs.\n")
    status, output = run("import", "clippings", export, "--root", site)
    assert (status, "1 article: 1 new." in output) == (0, True)
    assert "1 taken: publish: false, because licences of databases let their users read and keep an article" in output
    assert (site / "articles/2015/03/chain-ferry-returns-to-the-quay.md").read_text() == ARTICLE
    assert "1 article: 1 unchanged." in run("import", "clippings", export, "--root", site)[1]
    status, output = run("build", "--root", site)
    assert (status, "Left out: 1 withheld (publish: false)." in output) == (0, True)
    assert "(1 article)" in output
    status, output = run("build", "--root", site, "--private")
    assert (status, "(2 articles)" in output, "Left out" in output) == (0, True, False)
    assert (site / "private/2015/03/chain-ferry-returns-to-the-quay.html").is_file()
    assert not list((site / "public").rglob("chain-ferry*"))


def test_options_say_that_they_are_published_and_where_an_article_begins(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(
        "#1\nFähre da\n\nSie ist da.\n#2\nZiege weg\n\nSie schwimmt.\n".encode("mac_roman")
    )
    options = ("--publish", "--split", r"^#\d$", "--encoding", "mac_roman")
    status, output = run("import", "clippings", tmp_path / "old.txt", "--root", tmp_path, *options)
    assert (status, "2 articles: 2 new." in output) == (0, True)
    (text,) = [file.read_text() for file in tmp_path.rglob("fahre-da.md")]
    assert 'headline: "Fähre da"' in text
    assert "publish" not in text


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--split", "(", "--split: is not a regular expression: missing ), unterminated subpattern at position 0"),
        ("--encoding", "klingon", '--encoding: "klingon" is no encoding'),
    ],
)
def test_options_that_nobody_understands_are_refused(
    tmp_path: Path, export: Path, option: str, value: str, message: str
) -> None:
    status, output = run("import", "clippings", export, "--root", tmp_path, option, value)
    assert (status, message in output, "nothing was imported." in output) == (1, True, True)


def test_a_folder_is_searched_and_what_cannot_be_read_in_it_is_told(tmp_path: Path, export: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    export.rename(folder / "a.TXT")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4")
    (folder / "notes.jpg").write_bytes(b"")
    status, output = run("import", "clippings", folder, "--root", tmp_path)
    assert (status, "1 article: 1 new." in output) == (1, True)
    assert f"{folder}/b.pdf: is a PDF, which holds pages and not text" in output
    assert "notes.jpg" not in output
