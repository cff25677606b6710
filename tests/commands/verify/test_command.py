"""`newsgen verify` as a user and a script meet it."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from newsgen.output.manifest import MANIFEST_FILE


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def count_listed(folder: Path) -> int:
    return (folder / MANIFEST_FILE).read_bytes().count(b"\n")


def test_an_intact_folder_ends_with_0(published: Path) -> None:
    summary = f"{count_listed(published)} files are as published; nothing is missing, added or changed.\n"
    for arguments in ([published], ["--root", published.parent]):
        result = run(*arguments)
        assert (result.stdout, result.exit_code) == (summary, 0)


def test_differences_are_named_and_end_with_1(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "copy")
    count = count_listed(folder)
    (folder / "a.txt").unlink()
    (folder / "index.html").write_text("hacked", encoding="utf-8")
    (folder / os.fsdecode(b"caf\xe9")).touch()
    result = run(folder)
    assert result.stdout == (
        "missing: a.txt\nadded: caf\\udce9\nchanged: index.html\n"
        f"{count - 2} files are as published; 1 missing, 1 added, 1 changed.\n"
    )
    assert result.exit_code == 1
    result = run(folder, "--json")
    expected = {"right": count - 2, "missing": ["a.txt"], "added": ["caf\udce9"], "changed": ["index.html"]}
    assert json.loads(result.stdout) == expected
    assert result.exit_code == 1


def test_a_folder_without_a_manifest_is_a_problem(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.stderr == (
        f"{tmp_path}/{MANIFEST_FILE}: cannot be read: No such file or directory\n"
        "    Without it nobody can tell whether the files are as they were published.\n"
        "    Name the folder of a published site, or build the site again.\n"
        "1 problem: nothing was verified.\n"
    )
    assert (result.stdout, result.exit_code) == ("", 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every folder")
def test_an_unreadable_folder_is_a_problem(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "copy")
    (folder / "a").chmod(0)
    try:
        result = run(folder)
    finally:
        (folder / "a").chmod(0o755)
    assert result.stderr.startswith(f"{folder}/a: cannot be looked into: Permission denied\n")
    assert result.exit_code == 1
