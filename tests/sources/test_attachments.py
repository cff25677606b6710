"""Attachments: which file an address in an article means, and which files it may never reach."""

import os
import posixpath
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.attachments import MediaFile, find_media

LOGO = Path("theme", "logo.png")
STATIC = {"logo.png": LOGO, "maps/cove end.png": LOGO}
SECRET = "secret.jpg"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An articles folder with images, and files beside it that no address may reach."""
    root = tmp_path_factory.mktemp("site")
    articles = root / "articles"
    for path in (
        "heron.jpg",
        "2014/reeds.jpg",
        "2014/winter/ice.pdf",
        "my heron.jpg",
        "100%.jpg",
        "fair #2.jpg",
        "鷺.jpg",
        "été.jpg",
        "twins/A.jpg",
        "twins/a.jpg",
        "notes.txt",
        "old.MD",
        "tide.csv",
        ".env",
        ".git/config",
        "2014/.cache/thumb.jpg",
        f"../{SECRET}",
        f"../articles-old/{SECRET}",
    ):
        (articles / path).parent.mkdir(parents=True, exist_ok=True)
        (articles / path).write_bytes(b"media")
    (articles / "linked.jpg").symlink_to(root / SECRET)
    (articles / "near.jpg").symlink_to(articles / "heron.jpg")
    (articles / "linked").symlink_to(root / "articles-old")
    return articles


@pytest.mark.parametrize(
    ("address", "path", "below"),
    [
        ("heron.jpg", "a.txt", "heron.jpg"),
        ("./heron.jpg", "a.txt", "heron.jpg"),
        ("reeds.jpg", "2014/a.txt", "2014/reeds.jpg"),
        ("2014/reeds.jpg", "a.txt", "2014/reeds.jpg"),
        ("../heron.jpg", "2014/a.txt", "heron.jpg"),
        ("../../heron.jpg", "2014/winter/a.txt", "heron.jpg"),
        ("winter/../reeds.jpg", "2014/a.txt", "2014/reeds.jpg"),
        ("winter/ice.pdf#page=3", "2014/a.txt", "2014/winter/ice.pdf"),
        ("heron.jpg?w=600", "a.txt", "heron.jpg"),
        ("heron.jpg?w=600#top", "a.txt", "heron.jpg"),
        ("my%20heron.jpg", "a.txt", "my heron.jpg"),
        ("my heron.jpg", "a.txt", "my heron.jpg"),
        ("100%.jpg", "a.txt", "100%.jpg"),
        ("fair%20%232.jpg", "a.txt", "fair #2.jpg"),
        ("%E9%B7%BA.jpg", "a.txt", "鷺.jpg"),
        ("鷺.jpg", "a.txt", "鷺.jpg"),
        ("tide.csv", "a.txt", "tide.csv"),
        ("..\\2014\\reeds.jpg", "2014/a.txt", "2014/reeds.jpg"),
        ("..%5C2014%5Creeds.jpg", "2014/a.txt", "2014/reeds.jpg"),
        ("Winter/ICE.PDF", "2014/a.txt", "2014/winter/ice.pdf"),
        ("twins/A.jpg", "a.txt", "twins/A.jpg"),
        ("e\u0301te\u0301.jpg", "a.txt", "été.jpg"),
    ],
)
def test_an_address_is_relative_to_its_article(folder: Path, address: str, path: str, below: str) -> None:
    assert find_media(address, path, folder, STATIC) == MediaFile(f"media/{below}", folder / below)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/logo.png", "logo.png"),
        ("/logo.png?v=2#x", "logo.png"),
        ("/maps/cove%20end.png", "maps/cove end.png"),
        ("%2Flogo.png", "logo.png"),
    ],
)
def test_an_address_from_the_root_is_a_static_file(folder: Path, address: str, file: str) -> None:
    assert find_media(address, "2014/a.txt", folder, STATIC) == MediaFile(file, LOGO)


@pytest.mark.parametrize(
    "address",
    [
        "gone.jpg",
        "twins/A.JPG",
        "heron.jpeg",
        "",
        "#top",
        "?w=600",
        ".",
        "..",
        "./",
        "2014",
        "2014/",
        "/",
        "/gone.png",
        "/heron.jpg",
        "/../logo.png",
        "heron.jpg\0",
        "heron.jpg%00.png",
        "\ud800.jpg",
        pytest.param("x" * 5_000, id="long"),
        pytest.param("../" * 5_000, id="deep"),
    ],
)
def test_an_address_without_a_file_finds_nothing(folder: Path, address: str) -> None:
    assert find_media(address, "a.txt", folder, STATIC) is None


@pytest.mark.parametrize("address", ["notes.txt", "old.MD", "old.md", "2014/../notes.txt"])
def test_an_articles_source_is_not_published(folder: Path, address: str) -> None:
    assert find_media(address, "a.txt", folder, STATIC) is None


@pytest.mark.parametrize(
    "address",
    [
        f"../{SECRET}",
        f"2014/../../{SECRET}",
        f"%2e%2e/{SECRET}",
        f"..%2f{SECRET}",
        f"../articles-old/{SECRET}",
        f"../articles/../{SECRET}",
        "/etc/passwd",
        "%2Fetc%2Fpasswd",
        "//etc/passwd",
    ],
)
def test_dots_do_not_lead_out_of_the_articles(folder: Path, address: str) -> None:
    assert find_media(address, "a.txt", folder, STATIC) is None


@pytest.mark.parametrize("address", ["linked.jpg", "near.jpg", f"linked/{SECRET}"])
def test_symbolic_links_are_not_followed(folder: Path, address: str) -> None:
    assert find_media(address, "a.txt", folder, STATIC) is None


@pytest.mark.parametrize("address", [".env", ".git/config", "2014/.cache/thumb.jpg"])
def test_a_hidden_file_is_not_published(folder: Path, address: str) -> None:
    assert find_media(address, "a.txt", folder, STATIC) is None


def test_an_articles_folder_may_itself_be_reached_through_a_symbolic_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").symlink_to(folder)
    linked = tmp_path / "articles"
    assert find_media("heron.jpg", "a.txt", linked, {}) == MediaFile("media/heron.jpg", linked / "heron.jpg")


@given(
    st.lists(st.sampled_from(["..", ".", "2014", "linked", "heron.jpg", SECRET, "articles-old", "%2e%2e", ""])).map(
        "/".join
    )
    | st.text(),
    st.sampled_from(["a.txt", "2014/a.txt", "2014/winter/a.txt"]),
)
def test_no_address_reaches_a_file_outside(folder: Path, address: str, path: str) -> None:
    found = find_media(address, path, folder, {})
    if found:
        assert posixpath.normpath(found.file) == found.file
        assert found.file.startswith("media/")
        assert os.path.realpath(found.source) == os.path.realpath(folder / found.file.removeprefix("media/"))
        assert found.source.resolve().is_relative_to(folder.resolve())
