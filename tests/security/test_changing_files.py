"""Files that vanish or change while an import reads them: what is left is imported, the rest is told."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from tests.support.hostile_exports import EXPORTS
from tests.support.importing import write_files, zip_of
from tests.support.web_archives import members, page_record, story, wacz

pytestmark = pytest.mark.long
_STORIES: dict[str, str | bytes] = {
    f"posts/{number}.html": story(f"Note {number}", '<img src="a.gif">') for number in range(3)
}
_RECORDS = [page_record(f"https://courant.example/{number}.html", story(f"Note {number}")) for number in range(3)]
_TEXT = "The tide came in\n\nPublished: 2 January 2020\n\nBy Ada Quill\n\nIt came in at noon and nobody saw it.\n"
# Kinds of exports whose formats stand below, or among the others.
_ALIKE = ("zip", "wacz", "web archive", "ninjs", "nitf", "json lines")
# The format that files are imported as, the files, and what the command is given of them.
_SOURCES: dict[str, tuple[str, dict[str, str | bytes], str]] = {
    **{
        name: (export.format, export.make(["The tide", "The mole"]), export.source)
        for name, export in EXPORTS.items()
        if name not in _ALIKE
    },
    "zip": ("html", {"a.zip": zip_of({**_STORIES, "posts/a.gif": b"GIF89a" + bytes(90)})}, "a.zip"),
    "warc": ("warc", {"a.warc": b"".join(_RECORDS), "b.warc": _RECORDS[0]}, ""),
    "warc.gz": ("warc", {"a.warc.gz": members(_RECORDS)}, ""),
    "wacz": ("warc", {"a.wacz": wacz({"a.warc": b"".join(_RECORDS)})}, ""),
    "clippings": (
        "clippings",
        {"a.txt": _TEXT, "b.txt": _TEXT.replace("tide", "mole"), "c.zip": zip_of({"d.txt": _TEXT})},
        "",
    ),
    "JSON": (
        "table",
        {"a.json": '[{"headline": "Tide", "body": "In."}, {"headline": "Mole", "body": "In."}]'},
        "a.json",
    ),
    "JSON lines": ("table", {"a.jsonl": '{"headline": "Tide", "body": "In."}\n' * 3}, "a.jsonl"),
    "jekyll": ("jekyll", {"_posts/2019-05-04-a.md": "---\ntitle: A\n---\nIn.\n", "_config.yml": "title: Quay\n"}, ""),
    "pelican": ("pelican", {"content/a.md": "Title: A\nDate: 2019-05-04\n\nIn.\n", "pelicanconf.py": "A = 'Q'\n"}, ""),
}


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _empty(file: Path) -> None:
    os.truncate(file, 0)


def _overwrite(file: Path) -> None:
    file.write_bytes(b"\xff\0{[<PK\x03\x04" * 500)


def _make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


_CHANGES: dict[str, Callable[[Path], None]] = {
    "vanishes": Path.unlink,
    "is cut": _cut,
    "is emptied": _empty,
    "is overwritten": _overwrite,
    "becomes a folder": _make_folder,
}


class _Watch:
    """What the hook, which stays for as long as the process, does now."""

    source = ""
    change: Callable[[Path], None] | None = None
    left = 0
    is_hooked = False


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _Watch.change is None or event not in ("open", "sqlite3.connect") or not isinstance(arguments[0], str | Path):
        return
    file = Path(arguments[0])
    if str(file).startswith(_Watch.source) and file.is_file():
        _Watch.left -= 1
        if not _Watch.left:
            change, _Watch.change = _Watch.change, None
            change(file)


@contextmanager
def _changing(source: Path, change: Callable[[Path], None], opening: int) -> Iterator[None]:
    """Change a file of a source just before a file of it is opened for the n-th time."""
    if not _Watch.is_hooked:
        sys.addaudithook(_hook)
        _Watch.is_hooked = True
    _Watch.source, _Watch.left, _Watch.change = f"{source}/", opening, change
    try:
        yield
    finally:
        _Watch.change = None


@pytest.mark.parametrize("change", _CHANGES)
@pytest.mark.parametrize("name", _SOURCES)
def test_a_file_that_changes_while_it_is_imported_is_told(tmp_path: Path, name: str, change: str) -> None:
    form, files, given = _SOURCES[name]
    folder, site = tmp_path / "source", tmp_path / "site"
    for opening in range(1, 60):
        write_files(folder, files)
        with _changing(folder, _CHANGES[change], opening):
            arguments = ["import", form, str(folder / given), "--root", str(site)]
            ended = CliRunner().invoke(main, arguments, catch_exceptions=True)
        assert ended.exception is None or isinstance(ended.exception, SystemExit), (opening, ended.exception)
        assert ended.exit_code in (0, 1)
        assert "cannot be written" not in ended.output
        if ended.exit_code:
            assert str(folder) in ended.output
        elif change == "vanishes":
            # Nothing of it was lost, as it had been read.
            assert _Watch.left > 0 or len(list(site.rglob("articles/**/*.md"))) >= 1
        is_over = _Watch.left > 0
        shutil.rmtree(folder)
        shutil.rmtree(site, ignore_errors=True)
        if is_over:
            assert ended.exit_code == 0, ended.output
            return
    raise AssertionError("no end of openings")
