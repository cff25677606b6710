"""A folder as the target."""

import errno
import os
from functools import partial
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.folder import FolderStore
from newsgen.output.publishing.stores.store import PassingFault, Upload


def test_files_are_written_read_and_deleted_with_the_folders_that_this_empties(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "new" / "target")
    store.write(Upload("a/b/c.html", b"whole", {}))
    store.write(Upload("a/d.bin", lambda: iter((b"in ", b"parts")), {}))
    assert b"".join(store.read("a/b/c.html") or ()) == b"whole"
    assert b"".join(store.read("a/d.bin") or ()) == b"in parts"
    assert (store.read("none"), store.read("a/d.bin/none")) == (None, None)
    assert (store.has("a/d.bin"), store.has("none")) == (True, False)
    assert sorted(store.list_files()) == ["a/b/c.html", "a/d.bin"]
    store.delete(["a/b/c.html", "none", "a/d.bin/none"])
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == [
        "new",
        "new/target",
        "new/target/a",
        "new/target/a/d.bin",
    ]


def test_a_file_that_is_not_whole_leaves_the_old_one(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.write(Upload("a.html", b"old", {}))

    def parts() -> object:
        yield b"new"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(NewsgenError) as failed:
        store.write(Upload("a.html", parts, {}))  # type: ignore[arg-type]
    assert str(failed.value) == (
        f"{tmp_path}: has no room left\n"
        "    The site at the target would lack a file.\n"
        "    Free some room there, or have the quota raised; then run it again: it goes on from here."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"old"


def test_what_a_killed_publication_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".newsgen-half-12-34").touch()
    FolderStore(tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_deleted_or_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.html").write_text("others'", encoding="utf-8")
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "target" / "file").symlink_to(tmp_path / "elsewhere" / "a.html")
    store = FolderStore(tmp_path / "target")
    for act in (partial(store.write, Upload("link/a.html", b"", {})), partial(store.delete, ["link/a.html"])):
        with pytest.raises(NewsgenError, match=r"link/a\.html: a symbolic link leads there"):
            act()
    for outside in ("../elsewhere/a.html", "/elsewhere", "%2e%2e/elsewhere/a.html"):
        with pytest.raises(NewsgenError, match="it leads out of its folder"):
            store.delete([outside])
    assert store.read("file") is None
    store.write(Upload("file", b"ours", {}))
    assert (tmp_path / "elsewhere" / "a.html").read_text(encoding="utf-8") == "others'"
    assert (tmp_path / "target" / "file").read_bytes() == b"ours"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_not_writable_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NewsgenError, match="Make the folder writable, or name another one"):
        FolderStore(tmp_path).write(Upload("a.html", b"", {}))


def test_a_share_that_does_not_answer_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ETIMEDOUT, "Connection timed out")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PassingFault, match=r"a\.html: Connection timed out"):
        FolderStore(tmp_path).write(Upload("a.html", b"", {}))


@pytest.mark.parametrize(
    ("folder", "message"),
    [("/proc/nowhere/paper", "cannot be made: No such file or directory"), ("file", "is no folder")],
)
def test_a_folder_that_cannot_be_made_is_refused_at_once(tmp_path: Path, folder: str, message: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    target = tmp_path / folder
    with pytest.raises(NewsgenError) as refused:
        FolderStore(target).write(Upload("a.html", b"", {}))
    assert str(refused.value).split("\n")[0] == f"{target}: {message}"
