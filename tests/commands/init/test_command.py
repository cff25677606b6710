"""`newsgen init` as a user meets it."""

from pathlib import Path

from click.testing import CliRunner

from newsgen.cli import main


def test_the_files_of_the_new_site_are_listed(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "desk")])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:4] == [
        f"{tmp_path}/desk/articles/2025/flood-in-the-lane.txt",
        f"{tmp_path}/desk/articles/2025/footbridge-opens.md",
        f"{tmp_path}/desk/articles/2025/summer-of-songs.md",
        f"{tmp_path}/desk/site.yaml",
    ]
    assert (tmp_path / "desk/site.yaml").is_file()


def test_a_folder_that_is_not_empty_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{tmp_path}: this folder is not empty\n"
        "    newsgen begins a site in a new folder, so that it overwrites nothing.\n"
        "    Name another folder; in this one, newsgen build may be all you need.\n"
        "1 problem: nothing was written.\n"
    )
