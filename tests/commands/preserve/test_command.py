"""The commands that keep an archive: what is wrong with the settings is told by each, and nothing is done."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from tests.site.test_incremental import make_site
from tests.support.edits import tree

ENDS = {
    "verify": "nothing was verified.",
    "restore": "the articles are not restored.",
    "bag": "there is no bag.",
}


@pytest.mark.parametrize("command", ENDS)
def test_a_setting_that_is_wrong_is_told(tmp_path: Path, command: str) -> None:
    root = make_site(tmp_path / "site", articles=1)
    (root / "site.yaml").write_text("sheet_size: none\n", encoding="utf-8")
    before = tree(tmp_path)
    arguments = {"verify": [], "restore": [str(tmp_path / "a.jsonl")], "bag": [str(tmp_path / "bag")]}[command]
    result = CliRunner().invoke(main, [command, *arguments, "--root", str(root)])
    assert result.stderr == (
        'site.yaml:1: cannot use sheet_size: "none"\n'
        "    Input should be a valid integer, unable to parse string as an integer.\n"
        "    The README's table of settings shows what it may hold.\n"
        f"1 problem: {ENDS[command]}\n"
    )
    assert result.exit_code == 1
    assert tree(tmp_path) == before
