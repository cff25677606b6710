"""URL paths lead to files of the site's folder and never outside it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.commands.serve.static_files import resolve_path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("lookup")
    names = ["index.html", "sections/index.html", "sections/harbour.html", "2019/03/überfahrt #1.html", "empty/x.txt"]
    for name in [f"public/{name}" for name in names] + ["secret.txt", "public-too/x.html", "private/index.html"]:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    public = root / "public"
    (public / "out.txt").symlink_to(root / "secret.txt")
    (public / "out").symlink_to(root / "private")
    (public / "broken.html").symlink_to(root / "nothing")
    (public / "in.html").symlink_to(public / "sections/harbour.html")
    return public


@pytest.mark.parametrize(
    ("path", "file"),
    [
        (b"/", "index.html"),
        (b"//", "index.html"),
        (b"/index.html", "index.html"),
        (b"/sections/", "sections/index.html"),
        (b"/sections/harbour.html", "sections/harbour.html"),
        (b"//sections///harbour.html", "sections/harbour.html"),
        (b"/2019/03/%C3%BCberfahrt%20%231.html", "2019/03/überfahrt #1.html"),
        (b"/in.html", "sections/harbour.html"),
    ],
)
def test_a_path_is_answered_by_its_file_and_a_folder_by_its_index(site: Path, path: bytes, file: str) -> None:
    assert resolve_path(site, path) == site / file


def test_a_folder_without_its_slash_is_redirected(site: Path) -> None:
    assert resolve_path(site, b"/sections") == "/sections/"
    assert resolve_path(site, b"//sections") == "/sections/"


@pytest.mark.parametrize(
    "path",
    [
        b"/nothing",
        b"/empty",
        b"/empty/",
        b"/index.html/",
        b"/sections/harbour.html/",
        b"/sections%2Fharbour.html",
        b"/..",
        b"/../secret.txt",
        b"/%2e%2e/secret.txt",
        b"/sections/../../secret.txt",
        b"/..%2Fsecret.txt",
        b"/../public-too/x.html",
        b"/out.txt",
        b"/out/",
        b"/out",
        b"/out/index.html",
        b"/broken.html",
        b"/%00",
        b"/" + b"a" * 5_000,
        b"/%FF%FE",
    ],
)
def test_a_missing_or_outer_file_has_no_answer(site: Path, path: bytes) -> None:
    assert resolve_path(site, path) is None


def test_a_name_that_is_not_utf_8_is_found(tmp_path: Path) -> None:
    with open(bytes(tmp_path) + b"/caf\xe9.html", "wb"):  # noqa: PTH123 - the name is bytes
        pass
    found = resolve_path(tmp_path, b"/caf%E9.html")
    assert isinstance(found, Path)
    assert bytes(found).endswith(b"/caf\xe9.html")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        (b"/archive/", "index.html"),
        (b"/archive/of%20old/", "index.html"),
        (b"/archive/of%20old/sections/", "sections/index.html"),
        (b"/archive/of%20old/sections/harbour.html", "sections/harbour.html"),
        (b"/sections/harbour.html", "sections/harbour.html"),
        (b"/", "index.html"),
    ],
)
def test_a_file_is_found_below_the_prefix_and_without_it(site: Path, path: bytes, file: str) -> None:
    prefix = "/archive/of%20old" if b"of" in path else "/archive"
    assert resolve_path(site, path, prefix) == site / file


def test_folders_below_a_prefix_keep_it(site: Path) -> None:
    assert resolve_path(site, b"/archive", "/archive") == "/archive/"
    assert resolve_path(site, b"/archive/sections", "/archive") == "/archive/sections/"
    assert resolve_path(site, b"/archive/archive/sections", "/archive") is None


@given(st.lists(st.sampled_from([b"..", b".", b"%2e", b"%2e.", b"sections", b"out", b"%2F", b"", b"secret.txt", b"~"])))
def test_no_path_leads_outside(site: Path, parts: list[bytes]) -> None:
    found = resolve_path(site, b"/" + b"/".join(parts))
    assert not isinstance(found, Path) or (found.is_relative_to(site) and found.read_text() not in ("secret.txt",))
