"""`newsgen restore` as a user and a script meet it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from tests.support.edits import tree

RECORDS = '{"path": "ferry.txt", "headline": "Ferry", "images": [{"file": "quay.png"}]}\n'


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    (tmp_path / "archive.jsonl").write_text(RECORDS, encoding="utf-8")
    (tmp_path / "older").mkdir()
    (tmp_path / "older/quay.png").write_bytes(b"PNG")
    return tmp_path / "archive.jsonl"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["restore", *map(str, arguments)])


def test_articles_go_to_the_sites_folder_of_articles(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("articles: texts\n", encoding="utf-8")
    result = run(dump, "--root", tmp_path, "--files", tmp_path / "older")
    assert (result.output, result.exit_code) == (
        f"1 article and 1 file beside them restored to {tmp_path}/texts.\n",
        0,
    )
    assert sorted(tree(tmp_path / "texts")) == ["ferry.txt.json", "quay.png"]


def test_articles_go_to_another_folder_on_demand(dump: Path, tmp_path: Path) -> None:
    result = run(dump, tmp_path / "new", "--root", tmp_path)
    assert (result.output, result.exit_code) == (
        f"missing: quay.png\n1 article restored to {tmp_path}/new; 1 file missing.\n",
        0,
    )
    assert sorted(tree(tmp_path / "new")) == ["ferry.txt.json"]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    result = run(tmp_path / "none.jsonl", tmp_path / "new")
    assert result.stderr == (
        f"{tmp_path}/none.jsonl: cannot be read: No such file or directory\n    There is nothing to restore.\n"
        "    Name a dump, such as public/data or archive.jsonl.gz.\n1 problem: the articles are not restored.\n"
    )
    assert (result.stdout, result.exit_code) == ("", 1)
    assert not (tmp_path / "new").exists()
