"""A path lies in its folder: by its names, once they are decoded, and by the links on its way."""

from pathlib import Path

import pytest

from newsgen.record.inside import LeavesFolder, file_inside, names_inside, place_inside


@pytest.mark.parametrize(
    "path", ["a", "a/b.html", "a..b/..c", "50%.jpg", "ａ／b", "…/a", "a:b", "~a", "x" * 300, "\udcff"]
)
def test_names_of_places_inside(path: str) -> None:
    assert names_inside(path)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            "/a",
            "..",
            "a/../b",
            "./a",
            "a\\b",
            "a\0b",
            "%2e%2e/a",
            "%252e%252e%252fa",
            "．．／a",
            "‥/a",
            "a＼..＼b",
        ),
        *("%c0%ae%c0%ae/a", "\udcc0\udcae\udcc0\udcae/a", "%e0%80%ae./a", "%u002e%u002e/a", "a%5cb", "%00", "\ud800"),
    ],
)
def test_names_of_places_outside(path: str) -> None:
    assert not names_inside(path)


def test_no_link_leads_out(tmp_path: Path) -> None:
    (tmp_path / "in" / "own").mkdir(parents=True)
    (tmp_path / "in" / "out").symlink_to(tmp_path)
    (tmp_path / "in" / "own" / "page").symlink_to(tmp_path)
    folder = tmp_path / "in"
    assert place_inside(folder, "own/new/page") == folder / "own/new/page"
    # Who writes there replaces the link itself.
    assert place_inside(folder, "own/page") == folder / "own/page"
    with pytest.raises(LeavesFolder, match="a symbolic link leads there"):
        place_inside(folder, "out/new")
    with pytest.raises(LeavesFolder, match="a symbolic link leads there"):
        file_inside(folder, "own/page")
    with pytest.raises(LeavesFolder, match="it leads out of its folder"):
        file_inside(folder, "../in/own")


def test_the_folder_itself_may_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "in")
    assert file_inside(tmp_path / "link", "a") == tmp_path / "link" / "a"
