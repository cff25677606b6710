"""`newsgen dump` joins the parts to one file of any form, and lets nothing be lost unnoticed."""

import csv
import gzip
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.cli import main
from tests.support.dumps import dumped
from tests.support.edits import tree
from tests.support.site_builder import SiteBuilder

LOST = "    Articles would be lost.\n    Take it anew from where it is whole"


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    """A built site of three years, in which one article has a column that the others do not."""
    site = SiteBuilder(tmp_path / "site")
    site.article("old.md", 'One, "two"\n\n=three', date="1998")
    site.article("new.md", date="2003-02-04", publication="The Quay")
    site.article("undated.md")
    site.build()
    return site


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["dump", *map(str, arguments)])


def paths_in(file: Path) -> list[str]:
    content = file.read_bytes()
    if file.name.endswith(".sqlite"):
        with closing(sqlite3.connect(file)) as database:
            return [path for (path,) in database.execute("SELECT path FROM articles ORDER BY id")]
    text = (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode()
    if ".csv" in file.name.lower():
        return [row["path"] for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)]
    return [json.loads(line)["path"] for line in text.splitlines()]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv", "a.CSV.gz", "new/a.sqlite"])
def test_all_records_come_into_one_file(site: SiteBuilder, tmp_path: Path, name: str) -> None:
    result = run(tmp_path / name, "--root", site.root)
    assert result.output == f"{tmp_path / name}: {(tmp_path / name).stat().st_size:,} bytes.\n"
    assert paths_in(tmp_path / name) == ["undated.md", "old.md", "new.md"]


def test_the_lines_are_those_of_the_parts(site: SiteBuilder, tmp_path: Path) -> None:
    run(tmp_path / "a.jsonl", "--from", site.output)
    run(tmp_path / "a.csv", "--from", site.output / "data")
    assert (tmp_path / "a.jsonl").read_bytes() == dumped(site.output)
    assert (tmp_path / "a.csv").read_bytes() == dumped(site.output, "csv")


def test_a_dump_of_an_earlier_newsgen_is_read(site: SiteBuilder, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old/archive.jsonl.gz").write_bytes(gzip.compress(dumped(site.output)))
    assert run(tmp_path / "a.sqlite", "--from", tmp_path / "old").exit_code == 0
    assert run(tmp_path / "b.sqlite", "--root", site.root).exit_code == 0
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_the_database_is_the_one_that_a_site_publishes(site: SiteBuilder, tmp_path: Path) -> None:
    run(tmp_path / "a.sqlite", "--root", site.root)
    site.settings("data: [sqlite]\n")
    build_site(site.root, BuildOptions(workers="1"))
    assert (tmp_path / "a.sqlite").read_bytes() == (site.output / "archive.sqlite").read_bytes()


def test_a_part_that_is_missing_cut_or_damaged_is_told(site: SiteBuilder, tmp_path: Path) -> None:
    part = site.output / "data/1998.jsonl.gz"
    whole = part.read_bytes()
    for content, message, more in (
        (gzip.compress(b""), "holds 0 records, and index.json lists 1", ", or name this file alone."),
        (whole[:-9], "cannot be read: the file is damaged or cut short", "."),
        (None, "cannot be read: No such file or directory", "."),
    ):
        part.unlink()
        if content is not None:
            part.write_bytes(content)
        result = run(tmp_path / "a.jsonl", "--root", site.root)
        assert result.stderr == f"{part}: {message}\n{LOST}{more}\n1 problem: there is no dump.\n"
        assert result.exit_code == 1
        assert sorted(tree(tmp_path)) == sorted(f"site/{file}" for file in tree(site.root))
        part.write_bytes(whole)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "a.txt",
            "has an ending of no form of dumps\n    There would be no dump, or half of one.\n"
            "    Give it one of these endings: .jsonl, .jsonl.gz, .csv, .csv.gz, .sqlite.\n",
        ),
        (
            "there.csv",
            "is there already\n    newsgen overwrites nothing.\n    Name a new file, or move this one away.\n",
        ),
    ],
)
def test_a_file_that_cannot_be_one_is_refused(site: SiteBuilder, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "there.csv").write_text("Mine.", encoding="utf-8")
    result = run(tmp_path / name, "--root", site.root)
    assert result.stderr == f"{tmp_path / name}: {said}1 problem: there is no dump.\n"
    assert (tmp_path / "there.csv").read_text(encoding="utf-8") == "Mine."


def test_a_site_without_dumps_in_the_form_is_told(site: SiteBuilder, tmp_path: Path) -> None:
    site.settings("data: [csv]\n")
    site.build()
    result = run(tmp_path / "a.jsonl", "--root", site.root)
    assert result.stderr == (
        f"{site.output}/data/index.json: lists no dumps in jsonl\n    There is nothing to restore.\n"
        "    Build the site with jsonl in data:, or name another dump.\n1 problem: there is no dump.\n"
    )
    site.settings("data: []\n")
    site.build()
    assert run(tmp_path / "a.jsonl", "--root", site.root).stderr == (
        f"{site.output}: holds no dump\n    There is nothing to restore.\n"
        "    Name a dump, such as public/data or archive.jsonl.gz.\n1 problem: there is no dump.\n"
    )
