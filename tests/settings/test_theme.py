"""Themes: the site's own templates and static files before the default ones."""

from pathlib import Path

import pytest

import newsgen
from newsgen.settings.theme import Theme, find_theme, static_files, unfit_static_files
from tests.support.paths import ROOT

DEFAULT = find_theme(ROOT / "tests")


def put(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"{folder.name}/{path}", encoding="utf-8")


def test_a_site_without_a_theme_has_the_default_one(tmp_path: Path) -> None:
    theme = find_theme(tmp_path)
    assert [len(theme.templates), len(theme.static)] == [1, 1]
    assert (theme.templates[0] / "base.html").is_file()
    assert "style.css" in static_files(theme)


def test_a_sites_own_folders_come_before_the_default_ones(tmp_path: Path) -> None:
    put(tmp_path, "templates/story.html", "static/logo.png")
    theme = find_theme(tmp_path)
    assert theme.templates == (tmp_path / "templates", *DEFAULT.templates)
    assert theme.static == (tmp_path / "static", *DEFAULT.static)


def test_a_site_may_have_templates_without_static_files(tmp_path: Path) -> None:
    put(tmp_path, "templates/story.html")
    assert find_theme(tmp_path) == Theme((tmp_path / "templates", *DEFAULT.templates), DEFAULT.static)


def test_a_file_named_like_a_theme_folder_is_ignored(tmp_path: Path) -> None:
    put(tmp_path, "templates", "static")
    assert find_theme(tmp_path) == DEFAULT


def test_the_checkouts_own_site_names_the_default_theme_once() -> None:
    assert find_theme(Path(newsgen.__file__).parent.parent) == DEFAULT


def test_static_files_are_sorted_by_their_path_in_the_output(tmp_path: Path) -> None:
    put(tmp_path, "style.css", "fonts/serif.woff2", "fonts/old/serif.woff", "a.png", "robots.txt")
    assert static_files(Theme((), (tmp_path,))) == {
        path: tmp_path / path
        for path in ("a.png", "fonts/old/serif.woff", "fonts/serif.woff2", "robots.txt", "style.css")
    }
    assert list(static_files(Theme((), (tmp_path,)))) == [
        "a.png",
        "fonts/old/serif.woff",
        "fonts/serif.woff2",
        "robots.txt",
        "style.css",
    ]


def test_an_earlier_folder_hides_a_later_ones_file(tmp_path: Path) -> None:
    own, default = tmp_path / "own", tmp_path / "default"
    put(own, "style.css")
    put(default, "style.css", "print.css")
    assert static_files(Theme((), (own, default))) == {
        "print.css": default / "print.css",
        "style.css": own / "style.css",
    }


def test_hidden_files_hidden_folders_and_symbolic_links_are_ignored(tmp_path: Path) -> None:
    folder, outside = tmp_path / "static", tmp_path / "outside"
    put(folder, "style.css", ".DS_Store", ".git/config", "fonts/.keep")
    put(outside, "secret.txt")
    (folder / "linked.txt").symlink_to(outside / "secret.txt")
    (folder / "linked").symlink_to(outside)
    assert list(static_files(Theme((), (folder,)))) == ["style.css"]


def test_the_dot_files_of_servers_and_of_github_pages_are_published(tmp_path: Path) -> None:
    dot_files = [".htaccess", ".nojekyll", ".well-known/security.txt", "members/.htaccess"]
    put(tmp_path, *dot_files, ".env", ".htpasswd", ".well-known/.git/config", ".nojekyll.bak")
    assert list(static_files(Theme((), (tmp_path,)))) == dot_files


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("a/con.txt", "is the name of a device on Windows"),
        ("a:b.png", "holds :, which Windows does not take"),
        ("fonts./a.woff2", 'ends with ".", which Windows does not keep'),
        ("a\\b.png", "leads out of its folder"),
    ],
)
def test_a_static_file_that_not_every_disk_can_hold_is_a_problem(file: str, fault: str) -> None:
    assert [str(problem) for problem in unfit_static_files(["style.css", file])] == [
        f"static/{file}: has a name that not every disk can hold: it {fault}\n"
        "    The site could not be kept on every disk, nor be served by every host.\n"
        "    Give the file, or its folder, another name."
    ]


def test_a_static_file_may_begin_as_the_files_of_hosts_do() -> None:
    assert list(unfit_static_files(["_headers", "_redirects", ".nojekyll", "#a.png", "~a", "a~"])) == []


def test_a_hidden_folder_above_the_static_files_does_not_hide_them(tmp_path: Path) -> None:
    put(tmp_path / ".sites" / "static", "style.css")
    assert list(static_files(Theme((), (tmp_path / ".sites" / "static",)))) == ["style.css"]


def test_without_static_folders_there_are_no_static_files() -> None:
    assert static_files(Theme((), ())) == {}
