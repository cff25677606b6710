"""Every command that reads the settings says what is wrong with them, and does nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from tests.support.edits import tree
from tests.support.site_builder import make_site

# Arguments, exit code and the last line on standard error.
COMMANDS = {
    "build": ([], 1, "nothing was written."),
    "inspect": (["a.md"], 1, "nothing was read."),
    "inspect --related": (["a.md"], 1, "nothing was compared."),
    "new": (["Flood", "--section", "News"], 1, "nothing was written."),
    "check": ([], 2, "nothing was checked."),
    "search": (["ferry"], 2, "nothing was searched."),
    "urls check": (["old.txt"], 2, "nothing was compared."),
    "urls renew": ([], 1, "no address was changed."),
    "verify": ([], 1, "nothing was verified."),
    "restore": (["a.jsonl"], 1, "the articles are not restored."),
    "bag": (["bag"], 1, "there is no bag."),
}


def files_of(folder: Path) -> dict[str, bytes]:
    """All files but those of the state, which holds nothing of a user's."""
    return {file: content for file, content in tree(folder).items() if "/.newsgen/" not in file}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_setting_is_a_problem(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(tmp_path / "site", articles=1)
    (root / "site.yaml").write_text("sheet_size: none\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    before = files_of(tmp_path)
    arguments, code, note = COMMANDS[command]
    result = CliRunner().invoke(main, [*command.split(), *arguments, "--root", str(root)])
    assert result.stderr == (
        'site.yaml:1: cannot use sheet_size: "none"\n'
        "    Input should be a valid integer, unable to parse string as an integer.\n"
        "    newsgen's docs/settings.md shows what it may hold.\n"
        f"1 problem: {note}\n"
    )
    assert (result.stdout, result.exit_code) == ("", code)
    assert files_of(tmp_path) == before
