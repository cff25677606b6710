"""The command `newsgen import`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from newsgen.commands.importing.command import FORMATS

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Mill wheel turns again</title></head><body><body.head><hedline><hl1>Mill wheel turns again</hl1>
</hedline><byline>By <person>Ada Quill</person></byline></body.head>
<body.content><p>The wheel turns.</p></body.content></body></nitf>
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", *arguments])


def test_every_format_has_a_line_of_help() -> None:
    shown = run("--help").output
    assert [name for name in FORMATS if f"\n  {name}" not in shown] == []


def test_an_import_prints_the_account_and_where_it_is(tmp_path: Path) -> None:
    source = tmp_path / "wheel.xml"
    source.write_text(ITEM, encoding="utf-8")
    result = run("agency", str(source), "--root", str(tmp_path / "site"))
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-2:] == [
        "1 article: 1 new.",
        f"The whole account: {tmp_path / 'site/import-account.json'}",
    ]
    assert [file.name for file in (tmp_path / "site/articles").rglob("*.md")] == ["mill-wheel-turns-again.md"]


def test_with_json_each_article_is_a_line_and_the_account_the_last_one(tmp_path: Path) -> None:
    source = tmp_path / "wheel.xml"
    source.write_text(ITEM, encoding="utf-8")
    result = run("agency", str(source), "--root", str(tmp_path / "site"), "--dry-run", "--json")
    article, account = map(json.loads, result.stdout.splitlines())
    assert (article["headline"], article["byline"], article["body"]) == (
        "Mill wheel turns again",
        ["Ada Quill"],
        ["The wheel turns."],
    )
    assert account["articles"] == {"new": 1}
    assert not (tmp_path / "site").exists()


def test_a_source_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("agency", str(tmp_path / "none.xml"), "--root", str(tmp_path))
    assert (result.exit_code, result.stderr) == (
        1,
        f"{tmp_path / 'none.xml'}: there is no such file or folder\n"
        "    There is nothing to import.\n    Check the name.\n"
        "1 problem: nothing more was imported.\n",
    )


@pytest.mark.parametrize(("kind", "name"), [("ghost", "export.xml"), ("wordpress", "ghost.json"), ("blogger", "a.zip")])
def test_a_source_of_another_system_is_told(tmp_path: Path, kind: str, name: str) -> None:
    source = tmp_path / name
    source.write_text("{}", encoding="utf-8")
    result = run(kind, str(source), "--root", str(tmp_path / "site"))
    assert result.exit_code == 1
    assert str(source) in result.stderr


def test_an_import_of_a_file_that_its_reader_passes_over_tells_where_to_look(tmp_path: Path) -> None:
    source = tmp_path / "export.xml"
    source.write_text("<rss/>", encoding="utf-8")
    result = run("ghost", str(source), "--root", str(tmp_path / "site"), "-q")
    assert (result.exit_code, result.stderr) == (
        1,
        f"{source}: holds nothing that this import reads\n"
        "    There is nothing to import.\n"
        '    Look whether it is the right file; "newsgen import --help" names the formats.\n'
        "1 problem: this could not be read; all else was.\n",
    )


def test_without_the_library_that_reads_html_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax", None)
    result = run("agency", "wheel.xml")
    assert (result.exit_code, result.stderr) == (
        1,
        "newsgen import: needs what is not installed: selectolax\n"
        "    Only this command uses it, so that newsgen is installed without it.\n"
        '    Install it: pip install "newsgen[import]"\n'
        "1 problem: nothing was imported.\n",
    )


def test_a_source_from_standard_input_leaves_no_file_behind(tmp_path: Path) -> None:
    kept, site = tmp_path / "kept", tmp_path / "site"
    kept.mkdir()
    command = [sys.executable, "-m", "newsgen", "import", "agency", "-", "--root", str(site)]
    result = subprocess.run(
        command, input=ITEM, capture_output=True, text=True, check=False, env={**os.environ, "TMPDIR": str(kept)}
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert [file.name for file in (site / "articles").rglob("*.md")] == ["mill-wheel-turns-again.md"]
    assert list(kept.iterdir()) == []
