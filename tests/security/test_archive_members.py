"""Archives whose members lead outside, and folders of other systems with links that do: nothing outside is reached."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from newsgen.importers.imported import ImportedArticle
from newsgen.importers.input_files import ByteCount, find_input_files, leave_out_links
from newsgen.importers.run import run_import
from tests.support.archive_attacks import READERS
from tests.support.path_tricks import few_path_tricks, path_tricks
from tests.support.watched_folder import WatchedFolder


def _import_and_build(watched: WatchedFolder, name: str, tricks: tuple[str, ...]) -> None:
    make, read = READERS[name]
    export = watched.site / "export.zip"
    export.write_bytes(make(tricks))
    articles: list[ImportedArticle] = []
    for folder in ("articles", "static"):
        watched.add_links(watched.site / folder)
    with watched.watched() as seen:
        found = read(find_input_files([str(export)], ByteCount()))
        try:
            run_import(found, watched.site, "articles", articles.append)
        except NewsgenError as failed:
            # A ZIP can hold a file in the place of a folder, and no disk can.
            if "Not a directory" not in str(failed) and "Is a directory" not in str(failed):
                raise
        # Addresses and ids that two articles have are told.
        with suppress(NewsgenError):
            build_site(watched.site, BuildOptions(workers="1"))
    assert seen == set()
    assert watched.damage() == []


@pytest.mark.parametrize("name", READERS)
def test_a_few_members_of_archives_reach_nothing_outside(tmp_path: Path, name: str) -> None:
    watched = WatchedFolder(tmp_path)
    _import_and_build(watched, name, few_path_tricks(str(watched.outside)))


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_no_member_of_an_archive_reaches_anything_outside(tmp_path: Path, name: str) -> None:
    watched = WatchedFolder(tmp_path)
    _import_and_build(watched, name, path_tricks(str(watched.outside)))


def test_a_folder_that_is_imported_is_not_left_through_links(tmp_path: Path) -> None:
    watched = WatchedFolder(tmp_path)
    source = watched.site / "source"
    source.mkdir()
    watched.add_links(source)
    (source / "page.html").symlink_to(watched.outside / "secret.html")
    (source / "inner.html").write_text("Tide.")
    (source / "again.html").symlink_to("inner.html")
    os.mkfifo(source / "pipe.html")
    with watched.watched() as seen:
        files, left_out = leave_out_links(find_input_files([str(source)], ByteCount()))
        assert [file.path for file in files] == ["again.html", "inner.html"]
    assert seen == set()
    assert [str(problem).replace(str(source), "source") for problem in left_out] == [
        f"source/{name}: is a symbolic link that leads out of the folder\n"
        "    What it points to is no part of what you named.\n"
        "    Put the file itself there to import it."
        for name in ("page.html", "secret-link.jpg")
    ]
