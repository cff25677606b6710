"""Builds in parts: equal bytes in any order and number of parts, on any machine, and messages where they do not fit."""

import base64
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsgen.archive.database import FOLDER
from newsgen.build.build import Summary, build_site
from newsgen.build.options import BuildOptions
from newsgen.build.parts import plan
from newsgen.build.parts.plan_parts import plan_parts
from newsgen.build.parts.read_part import read_part
from newsgen.errors import NewsgenError
from tests.support.edits import Edits, build_from_nothing, differences, outcome, tree
from tests.support.site_builder import SiteBuilder, make_site
from tests.support.tiers import tiers


def make_plan(root: Path, parts: int) -> None:
    plan_parts(root, FOLDER, parts, BuildOptions())


def read(root: Path, numbers: Sequence[int]) -> None:
    for number in numbers:
        read_part(root, root / FOLDER, number, BuildOptions(workers="1"))


def join(root: Path) -> Summary:
    return build_site(root, BuildOptions(workers="1", joins=True))


@pytest.mark.parametrize(("seed", "parts"), tiers(((n, (3, 1, 2, 7, 40)[n % 5]) for n in range(10)), 1, 9))
def test_any_order_and_number_of_parts_gives_the_bytes_of_one_build(tmp_path: Path, seed: int, parts: int) -> None:
    root, order = tmp_path / "site", list(range(1, parts + 1))
    edits = Edits(root, seed)
    for _ in range(4):
        for _ in range(9):
            edits.make()
        random.Random(seed).shuffle(order)
        make_plan(root, parts)
        read(root, order)
        problems, _ = outcome(lambda: join(root))
        clean_problems, clean = outcome(lambda: build_from_nothing(root, tmp_path / "clean"))
        assert problems == clean_problems
        if clean is None:
            edits.fix(problems)
            continue
        assert list(differences(tree(root / "public"), clean)) == []
        assert not (root / FOLDER / "parts").exists()


def test_parts_are_read_on_machines_that_have_the_plan_and_the_articles_only(tmp_path: Path) -> None:
    site = SiteBuilder(make_site(tmp_path / "site", 20))
    image = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(99)).decode()
    site.article("with-file.md", f"A file.\n\n[plan](data:application/pdf;base64,{image})", date="2020-04-01")
    site.write("articles/metadata.csv", "path,section\n03.md,Town\n")
    make_plan(site.root, 3)
    for number in (2, 3, 1):
        machine = tmp_path / f"machine-{number}"
        shutil.copytree(site.root / "articles", machine / "articles")
        shutil.copytree(site.root / FOLDER / "parts", machine / FOLDER / "parts")
        read(machine, [number])
        shutil.copy(machine / FOLDER / f"parts/{number}.part", site.root / FOLDER / "parts")
    files = sorted(file.name for file in (site.root / FOLDER / "parts").iterdir())
    assert files == ["1.part", "2.part", "3.part", "plan"]
    join(site.root)
    assert list(differences(site.files(), site.files_from_nothing())) == []


def test_what_is_wrong_with_articles_is_told_by_the_join_as_by_any_build(tmp_path: Path) -> None:
    root = make_site(tmp_path, 5)
    SiteBuilder(root).write("articles/bad.md", "---\ntitle: [\n---\n")
    make_plan(root, 2)
    read(root, [1, 2])
    messages = []
    for joins in (True, False):
        with pytest.raises(NewsgenError) as failed:
            build_site(root, BuildOptions(joins=joins))
        messages.append(str(failed.value))
    assert messages[0] == messages[1]


def test_a_join_that_was_stopped_goes_on(tmp_path: Path) -> None:
    site = SiteBuilder(make_site(tmp_path / "site", 20))
    make_plan(site.root, 2)
    read(site.root, [1, 2])

    def stop(phase: str, done: int, total: int) -> None:
        if phase == "writing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_site(site.root, BuildOptions(workers="1", joins=True, on_progress=stop))
    join(site.root)
    assert list(differences(site.files(), site.files_from_nothing())) == []


def test_a_build_meanwhile_leaves_no_text_of_the_parts_behind(tmp_path: Path) -> None:
    root = make_site(tmp_path, 5)
    make_plan(root, 2)
    read(root, [1])
    build_site(root, BuildOptions(workers="1"))
    assert not (root / FOLDER / "parts").exists()


def lose(root: Path) -> None:
    (root / FOLDER / "parts/2.part").unlink()


def double(root: Path) -> None:
    shutil.copy(root / FOLDER / "parts/1.part", root / FOLDER / "parts/1-again.part")


def exchange(root: Path) -> None:
    """Put a part of another plan in the place of one."""
    part = (root / FOLDER / "parts/1.part").read_bytes()
    make_plan(root, 3)
    read(root, [2, 3])
    (root / FOLDER / "parts/1.part").write_bytes(part)


def cut(root: Path) -> None:
    file = root / FOLDER / "parts/2.part"
    file.write_bytes(file.read_bytes()[:-40])


def damage_plan(root: Path) -> None:
    (root / FOLDER / "parts/plan").write_bytes(b"plan")


def edit(root: Path) -> None:
    SiteBuilder(root).edit("articles/03.md", "Text 3.", "Text 4.")


def add(root: Path) -> None:
    SiteBuilder(root).article("new.md")


def comment(root: Path) -> None:
    SiteBuilder(root).write("articles/03.comments.jsonl", '{"text": "Well said."}\n')


def set_up(root: Path) -> None:
    SiteBuilder(root).settings("sheet_size: 6\n")


def no_plan(root: Path) -> None:
    shutil.rmtree(root / FOLDER / "parts")


ANEW = "    Make a new plan: newsgen build --plan N"
ONE_STATE = "    The parts would not be of one state of the site.\n"
MISFITS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a part is missing": (
        lose,
        "{parts}/2.part: is not there: part 2\n    Its articles would be missing.\n    Read it: newsgen build --part 2",
    ),
    "a part is there twice": (
        double,
        "{parts}/1.part: is part 1, as 1-again.part is\n    Only one of them can be joined.\n    Delete one of them.",
    ),
    "a part is of another plan": (
        exchange,
        "{parts}/1.part: is a part of another plan\n" + ONE_STATE + "    Delete it, and read the part by this plan.",
    ),
    "a part is not whole": (
        cut,
        "{parts}/2.part: is damaged or not whole\n"
        "    Articles would be missing.\n"
        "    Copy it again, or delete it and make it again.",
    ),
    "the plan is damaged": (
        damage_plan,
        "{parts}/plan: is damaged or not whole\n"
        "    Articles would be missing.\n"
        "    Copy it again, or delete it and make it again.",
    ),
    "there is no plan": (
        no_plan,
        "{parts}/plan: is not there\n"
        "    Parts are read and joined by a plan.\n"
        "    Make a new plan: newsgen build --plan N",
    ),
    "a source changed": (
        edit,
        "articles/03.md: changed since the plan was made\n" + ONE_STATE + ANEW,
    ),
    "a source came": (
        add,
        "articles/new.md: changed since the plan was made\n"
        + ONE_STATE
        + "    Make a new plan: newsgen build --plan N",
    ),
    "comments came": (
        comment,
        "articles/03.md: changed since the plan was made\n" + ONE_STATE + ANEW,
    ),
    "the settings changed": (
        set_up,
        "{parts}/plan: was made before site.yaml, reading.yaml or metadata.csv changed\n"
        + ONE_STATE
        + "    Make a new plan: newsgen build --plan N",
    ),
}


@pytest.mark.parametrize(("misfit", "message"), MISFITS.values(), ids=MISFITS)
def test_parts_that_do_not_fit_are_not_joined(tmp_path: Path, misfit: Callable[[Path], None], message: str) -> None:
    root = make_site(tmp_path, 8)
    make_plan(root, 2)
    read(root, [1, 2])
    misfit(root)
    with pytest.raises(NewsgenError) as failed:
        join(root)
    assert str(failed.value) == message.format(parts=root / FOLDER / "parts")
    assert not (root / "public").exists()


def test_a_part_is_not_read_twice_nor_one_that_the_plan_does_not_have(tmp_path: Path) -> None:
    root = make_site(tmp_path, 8)
    make_plan(root, 2)
    read(root, [1])
    messages = []
    for number in (1, 3):
        with pytest.raises(NewsgenError) as failed:
            read(root, [number])
        messages.append(str(failed.value))
    parts = root / FOLDER / "parts"
    assert messages == [
        f"{parts}/1.part: is part 1, which was read already\n"
        "    Reading it again would give the same.\n"
        "    Leave it out; to read it again, delete the file first.",
        f"{parts}/plan: has 2 parts, and none with the number 3\n"
        "    There is nothing to read.\n"
        "    Write a number from 1 to 2.",
    ]


@pytest.mark.parametrize("change", [edit, comment])
def test_a_part_is_not_read_of_sources_that_changed(tmp_path: Path, change: Callable[[Path], None]) -> None:
    root = make_site(tmp_path, 8)
    make_plan(root, 1)
    change(root)
    with pytest.raises(NewsgenError) as failed:
        read(root, [1])
    assert str(failed.value) == ("articles/03.md: changed since the plan was made\n" + ONE_STATE + ANEW)


def test_another_newsgen_does_not_read_by_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(tmp_path, 8)
    make_plan(root, 1)
    monkeypatch.setattr(plan, "engine_digest", lambda: b"another newsgen's")
    with pytest.raises(NewsgenError) as failed:
        read(root, [1])
    assert str(failed.value) == (
        f"{root / FOLDER}/parts/plan: was made by another newsgen, or with other libraries\n"
        "    The parts would not be read alike.\n"
        "    Install the same on all machines. Make a new plan: newsgen build --plan N"
    )
