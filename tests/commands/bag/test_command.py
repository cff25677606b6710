"""`newsgen bag` as a user and a script meet it."""

from pathlib import Path

from click.testing import CliRunner, Result

from newsgen.cli import main
from tests.support.edits import tree


def run(*arguments: str | Path, epoch: str | None = None) -> Result:
    return CliRunner().invoke(main, ["bag", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": epoch})


def test_the_payload_is_counted(root: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "bag", "--root", root)
    payload = [content for file, content in tree(tmp_path / "bag").items() if file.startswith("data/")]
    assert result.output == f"{tmp_path}/bag: {len(payload)} files, {sum(map(len, payload)):,} bytes.\n"
    assert result.exit_code == 0


def test_the_bagging_date_comes_from_the_option_or_the_environment(root: Path, tmp_path: Path) -> None:
    run(tmp_path / "one", "--root", root, "--date", "2026-01-02")
    run(tmp_path / "other", "--root", root, epoch="1767312000")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")
    assert b"\nBagging-Date: 2026-01-02\n" in (tmp_path / "one/bag-info.txt").read_bytes()


def test_a_folder_that_is_not_empty_is_refused_before_the_site_is_built(root: Path, tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag/x").touch()
    result = run(tmp_path / "bag", "--root", root)
    assert result.stderr == (
        f"{tmp_path}/bag: this folder is not empty\n    A bag holds what its manifest lists and nothing else.\n"
        "    Name a new folder.\n1 problem: there is no bag.\n"
    )
    assert result.exit_code == 1
    assert not (root / "public").exists()


def test_a_site_that_cannot_be_built_has_no_bag(root: Path, tmp_path: Path) -> None:
    (root / "articles/bad.md").write_text("---\ndraft: soon\n---\n", encoding="utf-8")
    result = run(tmp_path / "bag", "--root", root)
    assert result.stderr.startswith('articles/bad.md:2: "draft" is neither true nor false\n')
    assert not (tmp_path / "bag").exists()
