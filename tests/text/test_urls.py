"""URLs as they are compared, and which of them lie on a site of one's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.urls import (
    FoldedUrl,
    SiteUrls,
    fold_url,
    folded_host,
    host_of,
    is_whole,
    join_url,
    names_page,
    significant_query,
    site_urls,
    split_url,
)

PAPER = site_urls("https://quay.example/archive", "http://www.old.example")


@pytest.mark.parametrize(
    ("url", "page", "query"),
    [
        ("https://old.example/2019/Tide/", "old.example/2019/tide", ""),
        ("http://www.old.example/2019/tide", "old.example/2019/tide", ""),
        ("//OLD.example:443/2019/tide/index.html", "old.example/2019/tide", ""),
        ("HTTPS://old.example./2019//tide/#top", "old.example/2019/tide", ""),
        ("https://old.example", "old.example", ""),
        ("https://xn--hfen-loa.example/", "häfen.example", ""),
        ("/2019/%74ide.html", "/2019/tide.html", ""),
        ("/2019/../2020/./tide", "/2020/tide", ""),
        ("/m%C3%BCd", "/müd", ""),
        ("/mu%CC%88d", "/müd", ""),
        ("/caf%E9.html", "/caf%e9.html", ""),
        ("/caf\udce9.html", "/caf%e9.html", ""),
        ("/", "", ""),
        ("/index.html", "", ""),
        ("/tide?utm_source=x&fbclid=y&replytocom=3", "/tide", ""),
        ("/?p=17&utm_id=2", "", "p=17"),
        ("/story.php?b=2&a=1", "/story.php", "a=1&b=2"),
        ("/?17", "", "17="),
    ],
)
def test_a_url_is_compared_without_what_does_not_change_its_page(url: str, page: str, query: str) -> None:
    assert fold_url(url) == FoldedUrl(page, query)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://old.example/2019/tide/?x=1#top", "/2019/tide/?x=1#top"),
        ("http://WWW.old.example:80/2019", "/2019"),
        ("//old.example", "/"),
        ("https://old.example?p=17", "/?p=17"),
        ("https://quay.example/archive/tide.html", "/tide.html"),
        ("https://quay.example/Archive", "/"),
        ("https://quay.example/archives", None),
        ("https://quay.example/", None),
        ("https://other.example/archive/", None),
        ("https://old.example.evil.example/", None),
        ("https://old.example@evil.example/", None),
        ("/tide.html", None),
        ("mailto:a@old.example", None),
        ("#top", None),
        ("", None),
    ],
)
def test_a_whole_url_on_the_site_is_a_path_from_its_root(address: str, path: str | None) -> None:
    assert PAPER.path_of(address) == path


def test_a_site_without_a_url_has_no_whole_ones() -> None:
    assert site_urls("", "") == SiteUrls()
    assert SiteUrls().path_of("https://old.example/") is None


def test_of_two_places_on_one_host_the_deeper_one_counts() -> None:
    site = site_urls("https://quay.example", "https://quay.example/blog")
    assert [site.path_of(f"https://quay.example/{path}") for path in ("blog/tide", "about")] == ["/tide", "/about"]


def test_a_path_from_the_root_of_the_host_is_shorter_from_the_root_of_the_site() -> None:
    assert PAPER.shorter_paths("/archive/tide.html?x#y") == ("/tide.html?x#y",)
    assert PAPER.shorter_paths("/tide.html") == ()


@pytest.mark.parametrize("address", ["https://e.example", "HTTP://e.example/", "//e.example", " //e.example"])
def test_a_whole_address_has_a_host(address: str) -> None:
    assert is_whole(address)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://u:p@E.example:8080/a", "e.example"),
        ("//e.example/a", "e.example"),
        ("ftp://e.example", "e.example"),
        ("/a", ""),
        ("a.jpg", ""),
        ("", ""),
        ("data:image/png;base64,eA==", ""),
        ("mailto:a@e.example", ""),
        ("https://[e.example/a", ""),
    ],
)
def test_the_host_that_an_address_names(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize("address", ["", "/a", "a//b", "mailto:a@e.example", "https:a", "javascript://e", "#//e"])
def test_every_other_address_is_not_whole(address: str) -> None:
    assert not is_whole(address)


@pytest.mark.parametrize(
    ("query", "names"),
    [("p=17", True), ("id=7&utm_id=1", True), ("17", True), ("page=2", False), ("utm_id=1", False), ("", False)],
)
def test_some_queries_say_which_page_is_meant(query: str, names: bool) -> None:
    assert names_page(query) is names


def test_what_campaigns_append_says_nothing() -> None:
    assert significant_query("utm_source=a&q=b%20c&gclid=1") == "q=b+c"


@pytest.mark.parametrize("host", ["xn--", "xn--a", "xn--999999999", "[::1]", "a:b:c", "@", ":443", "é.example"])
def test_no_host_is_too_odd(host: str) -> None:
    assert isinstance(folded_host(host), str)


@pytest.mark.parametrize(
    ("url", "scheme", "host", "path"),
    [
        ("https://e.example/a?b#c", "https", "e.example", "/a"),
        ("https://a[5/b", "", "", "/b"),
        ("//[", "", "", ""),
        ("http://[v]/a?b", "", "", "/a"),
        ("javascript://[", "", "", "javascript://["),
        ("http://\ufb00[.x/y", "", "", "/y"),
    ],
)
def test_an_address_whose_host_no_url_can_have_has_its_path_only(url: str, scheme: str, host: str, path: str) -> None:
    parts = split_url(url)
    assert (parts.scheme, parts.netloc, parts.path) == (scheme, host, path)


@pytest.mark.parametrize(
    ("base", "reference", "joined"),
    [
        ("https://e.example/a/b", "../c", "https://e.example/c"),
        ("https://e.example/a/b", "//[", "//["),
        ("https://a[5/b", "c", "c"),
    ],
)
def test_a_reference_that_cannot_be_read_means_itself(base: str, reference: str, joined: str) -> None:
    assert join_url(base, reference) == joined


@given(st.text() | st.lists(st.sampled_from([*"/.#?%[]:@&=", "http", "//", "..", "a", "é", "℀", " "])).map("".join))
def test_no_address_is_too_odd(address: str) -> None:
    fold_url(address)
    split_url(address)
    join_url("https://e.example/", address)
    PAPER.path_of(address)
    PAPER.shorter_paths(address)
