"""A bag of sources, site and records: valid, the same bytes each time, and nothing that newsgen did not publish."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsgen import __version__
from newsgen.build.build import build_site
from newsgen.commands.bag.bag import BagSummary, check_bag, make_bag, parse_bagging_date
from newsgen.commands.verify.verify import verify_folder
from newsgen.errors import NewsgenError
from newsgen.settings.site import load_site
from tests.support.dumps import dumped
from tests.support.edits import tree

UNSET = "Set it to seconds since 1970, or unset it."


def bag_built(root: Path, folder: Path) -> BagSummary:
    build_site(root)
    return make_bag(root, folder, load_site(root), "")


def failure(root: Path, folder: Path) -> str:
    with pytest.raises(NewsgenError) as failed:
        bag_built(root, folder)
    return str(failed.value)


def test_another_program_finds_the_bag_valid(root: Path, tmp_path: Path) -> None:
    # This program takes "%25" of a manifest for three letters, where RFC 8493 has it mean "%".
    (root / "static/100% wool.txt").unlink()
    bag = tmp_path / "bag"
    summary = bag_built(root, bag)
    files = tree(bag)
    payload = {file: content for file, content in files.items() if file.startswith("data/")}
    size = sum(map(len, payload.values()))
    assert summary == BagSummary(len(payload), size)
    validated = subprocess.run([sys.executable, "-m", "bagit", "--validate", str(bag)], capture_output=True, text=True)
    assert (validated.returncode, validated.stderr.splitlines()[-1].split(" - ")[-1]) == (0, f"{bag} is valid")
    assert files["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert files["bag-info.txt"].decode() == (
        f"Bag-Software-Agent: newsgen {__version__}\nExternal-Description: News archive\n"
        f"External-Identifier: https://quay.example\nPayload-Oxum: {size}.{len(payload)}\n"
    )


def test_the_bag_holds_sources_site_and_records_and_no_secrets(root: Path, tmp_path: Path) -> None:
    bag_built(root, tmp_path / "bag")
    files = tree(tmp_path / "bag")
    sources = [file.removeprefix("data/source/") for file in files if file.startswith("data/source/")]
    assert sorted(sources) == [
        *(f"articles/{number:02}.md" for number in range(4)),
        *("articles/metadata.csv", "site.yaml", "static/100% wool.txt"),
        *("templates/extra.html", "templates/naïve\n.txt"),
    ]
    assert verify_folder(tmp_path / "bag/data/site").is_whole
    assert len(dumped(tmp_path / "bag/data/site").splitlines()) == 4
    assert not [file for file, content in files.items() if content == b"secret" or "/." in file]
    assert b"data/source/static/100%25 wool.txt\n" in files["manifest-sha256.txt"]
    assert "data/source/templates/naïve%0A.txt\n".encode() in files["manifest-sha256.txt"]


def test_the_same_site_gives_the_same_bag(root: Path, tmp_path: Path) -> None:
    bag_built(root, tmp_path / "one")
    for file in (root / "articles").iterdir():
        os.utime(file, (0, 0))
    bag_built(root, tmp_path / "other")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_the_bagging_date_is_that_of_the_option_or_of_source_date_epoch() -> None:
    assert parse_bagging_date("2026-01-02", "0") == parse_bagging_date("", "1767312000") == "2026-01-02"
    assert parse_bagging_date("", None) == ""


@pytest.mark.parametrize(
    ("date", "epoch", "message", "fix"),
    [
        ("soon", None, 'cannot read date "soon"', "Write --date YYYY-MM-DD."),
        ("", "soon", 'cannot read SOURCE_DATE_EPOCH "soon"', UNSET),
        ("", "9" * 30, f'cannot read SOURCE_DATE_EPOCH "{"9" * 30}"', UNSET),
    ],
)
def test_an_unreadable_date_is_refused(date: str, epoch: str | None, message: str, fix: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        parse_bagging_date(date, epoch)
    assert str(failed.value) == f"newsgen bag: {message}\n    The bag tells the day on which it was made.\n    {fix}"


@pytest.mark.parametrize("inside", ["articles/bag", "public", "static/a/b"])
def test_a_bag_cannot_hold_itself(root: Path, inside: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        check_bag(root / inside, root, load_site(root))
    assert str(failed.value) == (
        f"{root}/{inside}: lies in {root}/{inside.split('/')[0]}, which goes into the bag\n"
        "    A bag cannot hold itself.\n    Name a folder outside of it."
    )


def test_a_page_that_newsgen_did_not_write_is_refused(root: Path, tmp_path: Path) -> None:
    bag_built(root, tmp_path / "one")
    (root / "public/404.html").write_text("hacked", encoding="utf-8")
    assert failure(root, tmp_path / "other") == (
        f"{root}/public/404.html: is not as newsgen published it\n"
        "    The bag would vouch for what nobody meant to publish.\n"
        "    Fix it with newsgen build --verify, remove the unfinished bag, and begin again."
    )


def test_a_name_that_is_not_utf_8_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "templates" / os.fsdecode(b"caf\xe9.txt")).touch()
    assert failure(root, tmp_path / "bag").startswith(
        f"{root}/templates/caf\\xe9.txt: has a name that is not UTF-8\n    No bag can list it.\n"
    )


def test_withheld_articles_are_in_no_bag(root: Path, tmp_path: Path) -> None:
    withheld = root / "articles" / "clipping.md"
    withheld.write_text("---\nheadline: Zanzibar\npublish: false\n---\n\nZanzibar text.\n", encoding="utf-8")
    withheld.with_name("clipping.comments.jsonl").write_text('{"text": "Zanzibar!"}\n', encoding="utf-8")
    build_site(root)
    make_bag(root, tmp_path / "bag", load_site(root), "")
    bagged = [file for file in (tmp_path / "bag").rglob("*") if file.is_file()]
    assert len(bagged) > 10
    assert not [file for file in bagged if file.name == "clipping.md" or b"anzibar" in file.read_bytes()]
