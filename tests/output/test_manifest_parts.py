"""The manifest of a large folder is divided by the files alone, and one changed file renews one part."""

from hashlib import sha256
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.output.manifest import MANIFEST_FILE, ManifestEntry, list_parts, manifest_lines, part_file, read_manifest
from newsgen.output.manifest_parts import Sizes, delete_other_parts, divide, write_parts
from tests.support.edits import tree

SMALL = Sizes(undivided=20, part=8)


def site(count: int) -> list[ManifestEntry]:
    """The files of a site of so many, as its manifest lists them."""
    files = [
        "404.html",
        "index.html",
        "manifest-sha256/note.txt",
        *(f"stories/{number:04}.html" for number in range(count)),
    ]
    return [ManifestEntry(file, sha256(file.encode()).digest()) for file in files]


def write_manifest(output: Path, listed: list[ManifestEntry]) -> list[tuple[str, bytes]]:
    """Write the manifest of these files, and leave no part of another; what it lists itself."""
    lists = write_parts(output, listed, SMALL)
    (output / MANIFEST_FILE).write_bytes(b"".join(manifest_lines(lists)))
    delete_other_parts(output, {file for file, _ in lists})
    return lists


@pytest.mark.parametrize("count", [0, 17, 18, 100, 1000])
def test_all_files_are_listed_in_order_with_the_parts_among_them(tmp_path: Path, count: int) -> None:
    listed = site(count)
    lists = write_manifest(tmp_path, listed)
    parts = list_parts(tmp_path / MANIFEST_FILE)
    assert bool(parts) == (len(listed) > SMALL.undivided)
    assert [*read_manifest(tmp_path / MANIFEST_FILE)] == sorted([*listed, *parts])
    assert lists == (list(parts) or listed)


def test_parts_follow_from_the_files_whatever_was_there_before(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, counts in ((one, [300]), (other, [1000, 5, 299, 300])):
        folder.mkdir()
        for count in counts:
            write_manifest(folder, site(count))
    assert tree(one) == tree(other)


def test_a_changed_file_and_a_new_one_renew_a_part_or_two() -> None:
    before = site(5000)
    changed = [*before]
    changed[2500] = ManifestEntry(before[2500].file, bytes(32))
    added = sorted([*before, ManifestEntry("stories/2500a.html", bytes(32))])
    parts = set(divide(before, 512))
    assert len(parts) in range(6, 16)
    assert [len({*divide(after, 512)} - parts) for after in (changed, added)] == [1, 1]


def test_a_file_that_others_put_beside_the_parts_stays(tmp_path: Path) -> None:
    write_manifest(tmp_path, site(100))
    foreign = tmp_path / part_file(bytes(32))
    foreign.write_text("mine", encoding="utf-8")
    write_manifest(tmp_path, site(5))
    assert [path.name for path in foreign.parent.iterdir()] == [foreign.name]


def test_a_list_of_a_few_files_with_the_names_of_parts_is_not_divided(tmp_path: Path) -> None:
    listed = [ManifestEntry(part_file(bytes(32)), bytes(32)), *site(3)[3:]]
    write_manifest(tmp_path, listed)
    assert [*read_manifest(tmp_path / MANIFEST_FILE)] == listed


@pytest.mark.parametrize(
    ("damage", "message"),
    [(lambda place: place.write_bytes(b"no"), "is not what the manifest lists"), (Path.unlink, "cannot be read")],
)
def test_a_part_that_is_missing_or_altered_is_refused(tmp_path: Path, damage: object, message: str) -> None:
    write_manifest(tmp_path, site(100))
    place = tmp_path / list_parts(tmp_path / MANIFEST_FILE)[1].file
    damage(place)  # type: ignore[operator]
    with pytest.raises(NewsgenError) as refused:
        list(read_manifest(tmp_path / MANIFEST_FILE))
    assert (refused.value.problems[0].path, refused.value.problems[0].message.split(":")[0]) == (str(place), message)
