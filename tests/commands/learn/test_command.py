"""`newsgen learn` as a user meets it."""

from pathlib import Path

from click.testing import CliRunner, Result

from newsgen.cli import main
from tests.support.chromes import folder_of


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["learn", *map(str, arguments)])


def write_pages(root: Path, count: int = 10) -> None:
    (root / "articles").mkdir()
    for number, (_, page) in enumerate(folder_of(count, 0)):
        (root / f"articles/{number}.txt").write_text(page, encoding="utf-8")


def test_what_was_learnt_is_written_and_counted(tmp_path: Path) -> None:
    write_pages(tmp_path)
    result = run("--root", tmp_path)
    assert result.output == (
        "reading.yaml: learnt from 10 pasted texts 9 recurring lines and 5 sections;"
        " places of headline in 10, section in 10, byline in 10.\n"
    )
    assert result.exit_code == 0
    assert (tmp_path / "reading.yaml").read_text(encoding="utf-8") == run("--root", tmp_path, "--dry-run").output


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    write_pages(tmp_path)
    assert run("--root", tmp_path, "--dry-run").exit_code == 0
    assert not (tmp_path / "reading.yaml").exists()


def test_a_file_that_cannot_be_understood_is_replaced(tmp_path: Path) -> None:
    write_pages(tmp_path)
    (tmp_path / "reading.yaml").write_text("version: 9\n", encoding="utf-8")
    assert run("--root", tmp_path).exit_code == 0


def test_texts_with_nothing_in_common_are_told(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/one.txt").write_text("One\n\nA text of its own.\n", encoding="utf-8")
    output = run("--root", tmp_path).output
    assert output == "reading.yaml: 1 pasted text with nothing in common that helps to read them.\n"


def test_a_folder_without_articles_is_a_problem(tmp_path: Path) -> None:
    result = run("--root", tmp_path)
    assert result.exit_code == 1
    assert "there is no such folder of articles" in result.output
