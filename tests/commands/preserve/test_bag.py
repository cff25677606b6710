"""`newsgen bag`: a valid bag of sources, site and records, the same bytes each time."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen import __version__
from newsgen.cli import main
from newsgen.commands.preserve.bag import read_bagging_date
from newsgen.commands.preserve.verify import verify_folder
from newsgen.errors import NewsgenError
from tests.site.test_incremental import make_site
from tests.support.edits import tree

UNSET = "Set it to seconds since 1970, or unset it."


def run(*arguments: str | Path, epoch: str | None = None) -> Result:
    return CliRunner().invoke(main, ["bag", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": epoch})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a file of every kind, and some that are nobody's business."""
    root = make_site(tmp_path / "site", articles=4)
    for name in ("static/100% wool.txt", "static/naïve\n.txt", "templates/extra.html", "articles/metadata.csv"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("path,rights\n" if name.endswith("csv") else "x", encoding="utf-8")
    for name in (".git/config", "articles/.secret.txt", ".env", "notes.txt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("secret", encoding="utf-8")
    return root


def test_the_bag_is_valid_for_another_program(root: Path, tmp_path: Path) -> None:
    # This program takes "%25" of a manifest for three letters, where RFC 8493 has it mean "%".
    (root / "static/100% wool.txt").unlink()
    bag = tmp_path / "bag"
    result = run(bag, "--root", root)
    held = tree(bag)
    payload = {file: content for file, content in held.items() if file.startswith("data/")}
    size = sum(map(len, payload.values()))
    assert result.output == f"{bag}: {len(payload)} files, {size:,} bytes.\n"
    validated = subprocess.run([sys.executable, "-m", "bagit", "--validate", str(bag)], capture_output=True, text=True)
    assert (validated.returncode, validated.stderr.splitlines()[-1].split(" - ")[-1]) == (0, f"{bag} is valid")
    assert held["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert held["bag-info.txt"].decode() == (
        f"Bag-Software-Agent: newsgen {__version__}\nExternal-Description: News archive\n"
        f"External-Identifier: https://quay.example\nPayload-Oxum: {size}.{len(payload)}\n"
    )


def test_the_bag_holds_sources_site_and_records_and_no_secrets(root: Path, tmp_path: Path) -> None:
    run(tmp_path / "bag", "--root", root)
    held = tree(tmp_path / "bag")
    sources = [file.removeprefix("data/source/") for file in held if file.startswith("data/source/")]
    assert sorted(sources) == [
        *(f"articles/{number:02}.md" for number in range(4)),
        *("articles/metadata.csv", "site.yaml", "static/100% wool.txt", "static/naïve\n.txt", "templates/extra.html"),
    ]
    assert verify_folder(tmp_path / "bag/data/site").is_whole
    assert len(gzip.decompress(held["data/site/archive.jsonl.gz"]).splitlines()) == 4
    assert not [file for file, content in held.items() if content == b"secret" or "/." in file]
    assert b"data/source/static/100%25 wool.txt\n" in held["manifest-sha256.txt"]
    assert "data/source/static/naïve%0A.txt\n".encode() in held["manifest-sha256.txt"]


def test_the_same_site_gives_the_same_bag(root: Path, tmp_path: Path) -> None:
    run(tmp_path / "one", "--root", root)
    for file in (root / "articles").iterdir():
        os.utime(file, (0, 0))
    run(tmp_path / "other", "--root", root)
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_the_day_is_told_where_it_is_given(root: Path, tmp_path: Path) -> None:
    run(tmp_path / "one", "--root", root, "--date", "2026-01-02")
    run(tmp_path / "other", "--root", root, epoch="1767312000")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")
    assert b"\nBagging-Date: 2026-01-02\n" in (tmp_path / "one/bag-info.txt").read_bytes()


@pytest.mark.parametrize(
    ("wanted", "epoch", "told"),
    [
        ("soon", None, 'cannot read date "soon"\n    {why}\n    Write --date YYYY-MM-DD.'),
        ("", "soon", f'cannot read SOURCE_DATE_EPOCH "soon"\n    {{why}}\n    {UNSET}'),
        ("", "9" * 30, f'cannot read SOURCE_DATE_EPOCH "{"9" * 30}"\n    {{why}}\n    {UNSET}'),
    ],
)
def test_a_day_that_cannot_be_read_is_told(wanted: str, epoch: str | None, told: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        read_bagging_date(wanted, epoch)
    assert str(failed.value) == "newsgen bag: " + told.format(reason="The bag tells the day on which it was made.")


def test_a_folder_that_holds_something_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag/x").touch()
    result = run(tmp_path / "bag", "--root", root)
    assert result.stderr == (
        f"{tmp_path}/bag: this folder is not empty\n    A bag holds what its manifest lists and nothing else.\n"
        "    Name a new folder.\n1 problem: there is no bag.\n"
    )
    assert result.exit_code == 1
    assert not (root / "public").exists()


@pytest.mark.parametrize("inside", ["articles/bag", "public", "static/a/b"])
def test_a_bag_cannot_hold_itself(root: Path, inside: str) -> None:
    result = run(root / inside, "--root", root)
    assert result.stderr == (
        f"{root}/{inside}: lies in {root}/{inside.split('/')[0]}, which goes into the bag\n"
        "    A bag cannot hold itself.\n    Name a folder outside of it.\n1 problem: there is no bag.\n"
    )


def test_a_site_that_cannot_be_built_has_no_bag(root: Path, tmp_path: Path) -> None:
    (root / "articles/bad.md").write_text("---\ndate: soon\n---\n", encoding="utf-8")
    result = run(tmp_path / "bag", "--root", root)
    assert result.stderr.startswith('articles/bad.md:2: cannot read date "soon"\n')
    assert not (tmp_path / "bag").exists()


def test_a_page_that_somebody_changed_is_not_vouched_for(root: Path, tmp_path: Path) -> None:
    run(tmp_path / "one", "--root", root)
    (root / "public/404.html").write_text("hacked", encoding="utf-8")
    result = run(tmp_path / "other", "--root", root)
    assert result.stderr == (
        f"{root}/public/404.html: is not as newsgen published it\n"
        "    The bag would vouch for what nobody meant to publish.\n"
        "    Mend it with newsgen build --verify, take away what is there of the bag, and begin anew.\n"
        "1 problem: there is no bag.\n"
    )


def test_a_name_that_is_no_unicode_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "static" / os.fsdecode(b"caf\xe9.txt")).touch()
    result = run(tmp_path / "bag", "--root", root)
    assert result.stderr.startswith(
        f"{root}/public/caf\\xe9.txt: has a name that is not UTF-8\n    No bag can list it.\n"
    )
