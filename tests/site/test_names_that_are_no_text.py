"""Folders and files whose names have bytes that are no UTF-8, as old disks have them."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.cli import main
from tests.support.edits import tree

ARTICLE = "---\ntitle: The tide\ndate: 2020-01-02\n---\n\nIt came in at noon.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose name is Latin-1, if the disk takes one."""
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this disk takes names of UTF-8 only")
    return folder


def test_a_site_in_such_a_folder_is_built_again_and_again(folder: Path) -> None:
    (folder / "articles").mkdir()
    (folder / "articles" / os.fsdecode(b"mar\xe9e.md")).write_text(ARTICLE)
    (folder / "site.yaml").write_text("title: Quay\naliases: ['/old/{path}', '/old?p={path}', '/{year}/{name}']\n")
    build_site(folder, BuildOptions(workers="1"))
    first = (folder / "permalinks.tsv").read_bytes()
    assert b"/2020/01/the-tide.html\tmar%E9e.md\tcurrent" in first
    # Bytes that are no text can be in no address.
    assert b"/old" not in first
    pages = tree(folder / "public")
    build_site(folder, BuildOptions(workers="1"))
    assert (tree(folder / "public"), (folder / "permalinks.tsv").read_bytes()) == (pages, first)


def test_an_import_from_such_a_folder_ends_with_its_account(folder: Path, tmp_path: Path) -> None:
    page = f"<h1>The tide</h1><p>By Ada Quill</p><p>2 January 2020</p>{'<p>It came in at noon and went.</p>' * 9}"
    (folder / "tide.html").write_text(page)
    (folder / os.fsdecode(b"mar\xe9e.jpg")).write_bytes(b"\xff\xd8\xff\xe0")
    ended = CliRunner().invoke(main, ["import", "html", str(folder), "--root", str(tmp_path / "site")])
    assert (ended.exit_code, ended.exception) == (0, None)
    assert "mar\\udce9e.jpg" in (tmp_path / "site" / "import-account.json").read_text()
