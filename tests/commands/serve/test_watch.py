"""Watching: which changes are relevant, that none is lost, and that newsgen's own files are none."""

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.commands.serve.watch import WatchedPaths, find_watched_paths, is_relevant, watch_changes
from newsgen.errors import NewsgenError
from newsgen.settings.site import Site
from newsgen.settings.theme import find_theme
from tests.support.tiers import tiers

ARTICLE = "---\ntitle: Ferry returns\ndate: 2019-03-12\nsection: Harbour\n---\nThe ferry is back.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "articles/2019/ferry.md", ARTICLE)
    put(tmp_path, "site.yaml", "title: Courant\n")
    return tmp_path


@pytest.fixture
def changes(root: Path) -> Iterator[Iterator[bool]]:
    watched = watch_changes(root)
    yield watched
    watched.close()  # type: ignore[attr-defined]


def put(root: Path, name: str, text: str) -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def put_by_way_of_another(root: Path, name: str, text: str) -> None:
    put(root, f"{name}.new", text).replace(root / name)


def make_anew(root: Path) -> None:
    shutil.rmtree(root / "articles")
    put(root, "articles/2019/ferry.md", ARTICLE)


# After changes of the second kind other folders are watched, or the same ones in another way.
CHANGES: dict[str, Callable[[Path], object]] = {
    "an article is saved": lambda root: put(root, "articles/2019/ferry.md", ARTICLE + "More.\n"),
    "an article is saved by way of another file": lambda root: put_by_way_of_another(
        root, "articles/2019/ferry.md", ARTICLE + "More.\n"
    ),
    "an article comes in a new folder": lambda root: put(root, "articles/2020/05/mill.md", ARTICLE),
    "an article goes": lambda root: (root / "articles/2019/ferry.md").unlink(),
    "the table of metadata comes": lambda root: put(root, "articles/metadata.csv", "path,dek\n2019/ferry.md,Back\n"),
}
MOVES: dict[str, Callable[[Path], object]] = {
    "the settings are saved": lambda root: put(root, "site.yaml", "title: The Courant\n"),
    "the settings are saved by way of another file": lambda root: put_by_way_of_another(
        root, "site.yaml", "title: The Courant\n"
    ),
    "the settings break": lambda root: put(root, "site.yaml", "titel: [\n"),
    "the settings go": lambda root: (root / "site.yaml").unlink(),
    "templates come": lambda root: put(root, "templates/404.html", "<p>Lost</p>"),
    "static files come": lambda root: put(root, "static/css/more.css", "p {}"),
    "the articles go": lambda root: shutil.rmtree(root / "articles"),
    "the articles move": lambda root: (
        (root / "articles").rename(root / "texts"),
        put(root, "site.yaml", "articles: texts\n"),
    ),
    "the articles are made anew at once": make_anew,
}


@pytest.mark.parametrize(
    ("change", "moves"),
    tiers([*((c, False) for c in CHANGES.values()), *((c, True) for c in MOVES.values())], always=3, long=99),
    ids=[*CHANGES, *MOVES],
)
def test_a_change_is_noticed_and_so_are_those_after_it(
    root: Path, changes: Iterator[bool], change: Callable[[Path], object], moves: bool
) -> None:
    assert next(changes) is False
    change(root)
    assert_noticed(changes, moves)
    # Folders that came are watched now, and one that went is watched again when it is back.
    for name in {"articles", *(folder.name for folder in root.iterdir() if folder.is_dir())}:
        if name == "articles" and (root / "texts").exists():
            continue
        moves = not (root / name).exists()
        put(root, f"{name}/later.md", ARTICLE)
        assert_noticed(changes, moves)


def assert_noticed(changes: Iterator[bool], moves: bool) -> None:
    assert next(changes) is True
    if moves:
        assert next(changes) is False


def test_changes_in_the_meantime_are_yielded_together(root: Path, changes: Iterator[bool]) -> None:
    assert next(changes) is False
    for number in range(50):
        put(root, f"articles/{number}.md", ARTICLE)
    put(root, "articles/0.md", ARTICLE + "More.\n")
    assert next(changes) is True
    put(root, "articles/last.md", ARTICLE)
    assert next(changes) is True


def test_newsgens_own_files_are_no_change(root: Path) -> None:
    put(root, "site.yaml", "output: built\n")
    build_site(root)
    paths = find_watched_paths(root, Site(output="built"))
    written = [file for name in ("built", ".newsgen") for file in (root / name).rglob("*")]
    assert len(written) > 20
    assert not any(is_relevant(paths, str(file)) for file in [root / "built", root / ".newsgen", *written])
    assert is_relevant(paths, str(root / "articles/2019/ferry.md"))


@pytest.mark.parametrize(
    ("path", "concerned"),
    [
        ("articles/2019/ferry.md", True),
        ("articles/metadata.csv", True),
        ("articles", True),
        ("templates/base.html", True),
        ("static/quay.jpg", True),
        ("articles/.ferry.md.swp", False),
        ("articles/.git/HEAD", False),
        ("public/index.html", False),
        ("elsewhere/index.html", False),
        ("articles-too/ferry.md", False),
        ("README.md", False),
    ],
)
def test_inputs_are_relevant_and_hidden_files_are_not(root: Path, path: str, concerned: bool) -> None:
    assert is_relevant(find_watched_paths(root, Site()), str(root.resolve() / path)) is concerned


def test_a_site_in_a_hidden_folder_is_watched(tmp_path: Path) -> None:
    assert is_relevant(find_watched_paths(tmp_path / ".site", Site()), str(tmp_path / ".site/articles/ferry.md"))


def test_the_settings_name_the_watched_paths(tmp_path: Path) -> None:
    default = find_theme(tmp_path)
    assert find_watched_paths(tmp_path, Site(articles="../texts", output="/srv/www")) == WatchedPaths(
        folders=(
            tmp_path.parent / "texts",
            tmp_path / "templates",
            *default.templates,
            tmp_path / "static",
            *default.static,
        ),
        files=tuple(tmp_path / name for name in ("site.yaml", "redirects.tsv", "reading.yaml", "permalinks.tsv")),
        written=(Path("/srv/www"), tmp_path / ".newsgen"),
    )


def test_an_exhausted_watch_limit_is_a_problem(root: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    # As where other programs have used up what the system lets be watched: the next handle is one too many.
    taken = os.open(os.devnull, os.O_RDONLY)
    resource.setrlimit(resource.RLIMIT_NOFILE, (taken + 2, hard))
    try:
        with pytest.raises(NewsgenError) as failed:
            next(watch_changes(root))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        os.close(taken)
    (problem,) = failed.value.problems
    assert problem.path == str(root)
    assert problem.message.startswith("cannot be watched: ")
    assert "Too many open files" in problem.message
    assert (problem.reason, problem.fix) == (
        "newsgen would not notice what you save.",
        "Let the system watch more files (on Linux fs.inotify.max_user_watches), or set WATCHFILES_FORCE_POLLING=1.",
    )
