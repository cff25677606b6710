"""Folders that site.yaml names and what may lie in them: each ends in a message, and none in a traceback or a hang."""

import os
import shutil
import socket
from pathlib import Path

import pytest

from newsgen.commands.check.check import check_site
from newsgen.commands.verify.verify import verify_folder
from newsgen.errors import NewsgenError
from newsgen.output.own_files import OWN_FILES
from newsgen.sources.scan import list_files
from tests.support.site_builder import SiteBuilder

_NESTED = (
    "\n    What one build writes would be read by the next.\n"
    "    Name folders beside each other, such as articles and public."
)


def _site(root: Path) -> SiteBuilder:
    site = SiteBuilder(root)
    site.article("a.md", date="2020-01-02", section="Harbour")
    return site


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("articles: .\n", 'site.yaml:1: the folder "." and the output "public" are one, or one lies in the other'),
        ("articles: /\n", 'site.yaml:1: the folder "/" and the output "public" are one, or one lies in the other'),
        ("articles: ..\n", 'site.yaml:1: the folder ".." and the output "public" are one, or one lies in the other'),
        ("articles: public\n", 'site.yaml:1: the folder "public" and the output "public" are one, or one lies in'),
        ("output: articles/x\n", 'site.yaml:1: the folder "articles" and the output "articles/x" are one, or one lies'),
        ("output: ./static\n", 'site.yaml:1: the folder "static" and the output "./static" are one, or one lies in'),
        ("output: up/templates/x\n", 'site.yaml:1: the folder "templates" and the output "up/templates/x" are one'),
        (f"articles: {'a' * 300}\n", 'site.yaml:1: cannot use articles: "' + "a" * 300),
        (f"output: {'a/' * 3000}\n", 'site.yaml:1: cannot use output: "a/a/a/'),
        ("output: .\n", ".: holds files that newsgen did not write: .newsgen, articles, site.yaml and 1 more"),
    ],
)
def test_folders_that_cannot_be_used_are_told(tmp_path: Path, settings: str, message: str) -> None:
    site = _site(tmp_path / "site")
    (site.root / "up").symlink_to(".")
    site.settings(settings)
    with pytest.raises(NewsgenError) as failed:
        site.build()
    assert str(failed.value).replace(f"{site.root}/", "").replace(str(site.root), ".").startswith(message)
    assert sorted(file.name for file in (site.root / "articles").iterdir()) == ["a.md"]


def test_what_a_build_writes_into_a_named_folder_is_never_read_as_articles(tmp_path: Path) -> None:
    site = _site(tmp_path)
    with pytest.raises(NewsgenError) as failed:
        site.build(output=tmp_path / "articles" / "out")
    assert str(failed.value) == (
        f'{tmp_path}/articles/out: the folder "articles" and the output "{tmp_path}/articles/out" are one, or one lies '
        f"in the other{_NESTED}"
    )


def test_pipes_and_devices_among_the_articles_are_told_and_not_read(tmp_path: Path) -> None:
    site = _site(tmp_path)
    for name in ("b.md", "c.html", "d.jpg", "a.comments.jsonl", "e.txt.json"):
        os.mkfifo(site.root / "articles" / name)
    site.article("f.md", "![Quay](d.jpg)", date="2020-01-02")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(site.root / "articles" / "s.md"))
        summary = site.build()
    assert summary.articles == 2
    told = [str(found.problem) for found in summary.findings if found.rule == "symbolic-links"]
    assert len(told) == 6
    assert told[1] == (
        "articles/b.md: is a pipe, a device or a socket\n"
        "    Nobody can say what it holds, nor whether it ever ends.\n"
        "    Put a file here, or take it away."
    )
    assert check_site(site.root)


@pytest.mark.parametrize(
    "name", ["site.yaml", "redirects.tsv", "permalinks.tsv", "reading.yaml", "articles/metadata.csv"]
)
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_a_table_that_is_no_file_is_told(tmp_path: Path, name: str, kind: str) -> None:
    site = _site(tmp_path)
    if kind == "pipe":
        os.mkfifo(site.root / name)
    elif kind == "device":
        (site.root / name).symlink_to("/dev/zero")
    else:
        (site.root / name).mkdir()
    if (name, kind) == ("articles/metadata.csv", "folder"):
        # Articles may lie in a folder of any name.
        assert site.build().articles == 1
        return
    with pytest.raises(NewsgenError) as failed:
        site.build()
    assert str(failed.value).startswith(f"{name}: ")


def test_pipes_in_the_output_are_neither_read_nor_written(tmp_path: Path) -> None:
    site = _site(tmp_path)
    site.build()
    for name in ("index.html", "404.html"):
        (site.output / name).unlink()
        os.mkfifo(site.output / name)
    assert verify_folder(site.output).changed == ("404.html", "index.html")
    site.build(verify=True)
    assert verify_folder(site.output).is_whole


def test_pipes_in_the_theme_stop_nothing(tmp_path: Path) -> None:
    site = _site(tmp_path)
    for place in ("static/x.js", "templates/story.html"):
        (site.root / place).parent.mkdir()
        os.mkfifo(site.root / place)
    assert site.build().articles == 1


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "2020").mkdir()

    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(NewsgenError) as failed:
        list_files(tmp_path)
    assert str(failed.value) == (
        f"{tmp_path}: cannot be looked into: Permission denied\n"
        "    What it holds would vanish from the site.\n"
        "    Change its permissions, or take it out of there."
    )


@pytest.mark.parametrize("damage", [b"", b"\xff\x00\n\xfe", None])
def test_the_manifest_proves_whose_files_are_where_the_list_of_them_is_lost(
    tmp_path: Path, damage: bytes | None
) -> None:
    site = _site(tmp_path)
    site.article("b.md", date="2020-01-03")
    site.build()
    (site.output / "note.txt").write_text("Somebody's own.")
    (site.output / OWN_FILES).unlink()
    if damage is not None:
        (site.output / OWN_FILES).write_bytes(damage)
    gone = next(file for file in site.output.rglob("b.html"))
    (site.root / "articles" / "b.md").unlink()
    shutil.rmtree(site.root / ".newsgen")
    (site.root / "permalinks.tsv").unlink()
    site.build()
    assert not gone.exists()
    assert (site.output / "note.txt").read_text() == "Somebody's own."
    (site.output / "note.txt").unlink()
    assert site.files() == site.files_from_nothing()


def test_the_manifest_of_a_bag_proves_nothing(tmp_path: Path) -> None:
    site = _site(tmp_path)
    site.build()
    (site.output / OWN_FILES).unlink()
    (site.output / "bagit.txt").write_text("BagIt-Version: 1.0\n")
    with pytest.raises(NewsgenError, match="holds files that newsgen did not write"):
        site.build(clean=True)


def test_a_page_that_somebody_changed_is_not_proven(tmp_path: Path) -> None:
    site = _site(tmp_path)
    site.build()
    (site.output / OWN_FILES).write_text("")
    (site.output / "index.html").write_text("Somebody's own.")
    with pytest.raises(NewsgenError, match="was not written by newsgen, which has a page for this place"):
        site.build()
