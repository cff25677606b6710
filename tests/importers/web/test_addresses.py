"""Addresses of pages: which are one, what references mean, and what names of mirrors stand for."""

import pytest

from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.address_parts import PartAddress, part_of, view_key
from newsgen.importers.web.page_addresses import is_host, is_root, page_address, without_wayback


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.paper.example/a/", "http://paper.example:80/a"),
        ("https://paper.example/a/index.html", "//paper.example/a"),
        ("https://paper.example/a?utm_source=x&id=7#top", "https://paper.example/A?id=7"),
        ("https://paper.example/%C3%A9t%C3%A9", "https://paper.example/été"),
        ("paper.example/e\u0301.html", "paper.example/é.html"),
    ],
)
def test_addresses_of_one_page_have_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/a?id=7", "https://paper.example/a?id=8"),
        ("https://paper.example/a", "paper.example/a"),
        ("paper.example/a.html", "paper.example/A.html"),
    ],
)
def test_addresses_of_two_pages_have_two_keys(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://paper.example/a", "https://paper.example/a"),
        ("http://web.archive.org/web/20140302100413/http://paper.example/a", "http://paper.example/a"),
        ("paper.example/2019/a.html", "//paper.example/2019/a.html"),
        ("127.0.0.1:8000/a.html", "//127.0.0.1:8000/a.html"),
        ("paper.example+8080/page@id=7.html", "//paper.example:8080/page?id=7"),
        ("paper.example/page.php?id=7", "//paper.example/page.php?id=7"),
        ("saved/story.html", ""),
        ("story.html", ""),
    ],
)
def test_a_page_has_the_url_that_its_place_tells(address: str, url: str) -> None:
    assert page_address(address).url == url


@pytest.mark.parametrize(
    ("address", "said", "reference", "meanings"),
    [
        ("https://paper.example/a/b.html", "", "../c.jpg", ["https://paper.example/c.jpg"]),
        ("https://paper.example/a/b.html", "", "#note", []),
        ("https://paper.example/a/b.html", "", "mailto:ada@paper.example", []),
        ("https://paper.example/a/b.html", "", "javascript:void(0)", []),
        ("https://paper.example/a/b.html", "", "//cdn.example/c.jpg", ["https://cdn.example/c.jpg"]),
        (
            "paper.example/a/b.html",
            "",
            "c%20d.jpg?w=3",
            [
                "paper.example/a/c d.jpg?w=3",
                "paper.example/a/c d.jpg",
                "//paper.example/a/c%20d.jpg?w=3",
            ],
        ),
        (
            "b.html",
            "https://paper.example/a/b.html",
            "b_files/c.jpg",
            ["b_files/c.jpg", "https://paper.example/a/b_files/c.jpg", "a/b_files/c.jpg"],
        ),
        (
            "127.0.0.1:8000/a/b.html",
            *("https://paper.example/a/b.html", "https://paper.example/c.jpg"),
            ["https://paper.example/c.jpg", "127.0.0.1:8000/c.jpg"],
        ),
        ("b.html", "", "../../etc/passwd", []),
        ("b.html", "", "/img/c.jpg", ["img/c.jpg"]),
    ],
)
def test_a_reference_means_files_of_the_mirror_and_urls(
    address: str, said: str, reference: str, meanings: list[str]
) -> None:
    assert page_address(address, said).meanings(reference) == meanings


def test_a_reference_on_a_page_with_a_base_is_one_to_that() -> None:
    page = page_address("https://paper.example/a/b.html")
    assert page.meanings("c.jpg", "/img/") == ["https://paper.example/img/c.jpg"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("paper.example", True), ("localhost:8000", True), ("10.0.0.1", True), ("story.html", False), ("2019", False)],
)
def test_the_folder_of_a_host_is_told_by_its_name(name: str, expected: bool) -> None:
    assert is_host(name) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://paper.example", True), ("paper.example/index.html", True), ("index.html", True), ("a.html", False)],
)
def test_the_front_page_stands_at_the_root(address: str, expected: bool) -> None:
    assert is_root(page_address(address)) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://paper.example/2019/story",
        "https://paper.example/2019/story/amp/",
        "https://amp.paper.example/2019/story",
        "http://m.paper.example/2019/story",
        "https://paper.example/2019/story/print",
        "https://paper.example/2019/story?view=print",
        "https://paper.example/2019/story/?utm_medium=mail&amp=1",
        "paper.example/2019/story/index.html",
        "paper.example/2019/story/index.html?print=1",
    ],
)
def test_all_views_of_a_page_share_a_key(address: str) -> None:
    assert view_key(page_address(address)) == "//paper.example/2019/story"


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("https://paper.example/story?page=2", [PartAddress("//paper.example/story", 2, True)]),
        ("https://paper.example/a.php?id=7&p=3", [PartAddress("//paper.example/a.php?id=7", 3, True)]),
        ("https://paper.example/story-2.html", [PartAddress("//paper.example/story.html", 2, False)]),
        (
            "https://paper.example/story/2/",
            [PartAddress(f"//paper.example/story{ending}", 2, True) for ending in ("", ".html", ".htm")],
        ),
        ("https://paper.example/story", []),
        ("https://paper.example/story?page=all", []),
    ],
)
def test_the_number_of_a_part_stands_in_its_address(address: str, parts: list[PartAddress]) -> None:
    assert part_of(page_address(address)) == parts


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("/web/20140302100413im_/http://paper.example/a.jpg", "http://paper.example/a.jpg"),
        ("https://web.archive.org/web/2014/https:/paper.example/", "https://paper.example/"),
        ("https://paper.example/web/2014/a", "https://paper.example/web/2014/a"),
    ],
)
def test_an_address_of_the_wayback_machine_means_another_one(address: str, meant: str) -> None:
    assert without_wayback(address) == meant
