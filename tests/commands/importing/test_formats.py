"""The formats of `newsgen import` write articles, tell what they left out, and undo nobody's work."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main

TABLE = "id,title,author,author_email,date,body,views\n7,Mill wheel,Ada Quill,ada@x.example,2019-05-04,It turns.,12\n"
ARTICLE = """\
---
headline: "Mill wheel"
byline: [Ada Quill]
published: 2019-05-04
id: "table:stories:7"
extra:
  views: '12'
---

It turns.
"""


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", *map(str, arguments)])
    return result.exit_code, result.output


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "stories.csv"
    file.write_text(TABLE)
    return file


def test_a_table_is_imported_again_without_harm(tmp_path: Path, table: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    status, output = run("table", table, "--root", site)
    assert (status, "1 article: 1 new." in output) == (0, True)
    article = site / "articles/2019/05/mill-wheel.md"
    assert article.read_text() == ARTICLE
    assert "1 article: 1 unchanged." in run("table", table, "--root", site)[1]
    article.write_text(ARTICLE.replace("turns", "stops"))
    assert "1 article: 1 edited here and kept so." in run("table", table, "--root", site)[1]
    assert "ada@x.example" not in (site / "import-account.json").read_text()


def test_a_dry_run_writes_nothing(tmp_path: Path, table: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    status, output = run("table", table, "--root", site, "--dry-run", "--json")
    article, account = map(json.loads, output.splitlines())
    assert (status, article["headline"], article["extra"]) == (0, "Mill wheel", {"views": "12"})
    assert account["account"]["field"]["author_email"]["left_out"] == 1
    assert list(site.iterdir()) == []


def test_a_sketch_is_imported_with(tmp_path: Path, table: Path) -> None:
    site = tmp_path / "site"
    status, output = run("table", table, "--sketch", "--root", site)
    mapping = site / "stories.mapping.yaml"
    assert (status, output) == (0, f"Correct {mapping}, and import with --mapping {mapping}\n")
    assert run("table", table, "--mapping", mapping, "--root", site)[0] == 0
    assert (site / "articles/2019/05/mill-wheel.md").read_text() == ARTICLE


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--encoding", "nonsense"), '"nonsense" is no encoding'),
        (("--mapping", "missing.yaml"), "missing.yaml: cannot be read"),
    ],
)
def test_options_without_use_stop_it(tmp_path: Path, table: Path, options: tuple[str, str], message: str) -> None:
    status, output = run("table", table, *options, "--root", tmp_path)
    assert (status, message in output) == (1, True)


@pytest.mark.parametrize("name", ["blogger", "ghost", "hugo", "jekyll", "medium", "pelican", "substack", "table"])
def test_every_format_tells_what_it_cannot_read(tmp_path: Path, name: str) -> None:
    status, output = run(name, tmp_path / "missing", "--root", tmp_path)
    assert (status, "there is no such file or folder" in output) == (1, True)


def test_a_link_out_of_the_folder_is_told_where_a_mapping_is_sketched(tmp_path: Path, table: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "linked.csv").symlink_to(table)
    status, output = run("table", folder, "--sketch", "--root", tmp_path / "site")
    assert status == 1
    assert "is a symbolic link that leads out of the folder" in output
    assert "1 problem: no mapping file was written for this." in output
