"""Slugs, permalinks and aliases: decoded, inside the site, and of names that every disk and host takes."""

import posixpath
from collections.abc import Callable
from urllib.parse import quote, unquote

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from newsgen.record.names import path_fault
from newsgen.sources.address_values import read_aliases, read_permalink, read_slug, read_translation_of

UNFIT = "The page could not be kept on every disk and host."
A_PATH = 'Write a path that begins with "/", for example /2020/07/flood.html.'
ADDRESSES = st.lists(
    st.sampled_from(["..", ".", "%2e%2e", "%252e", "%2E.", "a", "b.html", "con", "_x", "\\", "%5c", "%2f", "é", ""])
    | st.text(max_size=5)
).map("/".join)


def refusal(read: Callable[[object], object], value: object) -> tuple[str, str, str]:
    with pytest.raises(PydanticCustomError) as refused:
        read(value)
    told = refused.value.context or {}
    return told["message"], told["reason"], told["fix"]


@pytest.mark.parametrize("path", ["/2020/07/flood.html", "/about", "/archive/", "/a b/ü.html", "/v1.2/x", "/A_b,c;d=1"])
def test_a_permalink_is_unchanged(path: str) -> None:
    assert read_permalink(path) == path


@pytest.mark.parametrize(
    ("address", "path"), [("/%E6%97%A5/x.html", "/日/x.html"), ("/a%20b", "/a b"), ("/100%25.html", "/100%.html")]
)
def test_percent_codes_of_a_permalink_are_decoded(address: str, path: str) -> None:
    assert read_permalink(address) == path
    assert read_aliases(f"https://old.example{address}") == (path,)


@pytest.mark.parametrize(
    "path",
    [
        *("flood.html", "/", "//quay.example/x", "/a//b", "/a/../b", "/a/..", "/./a", "/a\\b", "/a?b", "/a#b"),
        *(
            "/a\ufffdb",
            "/%2e%2e/x",
            "/%2E/x",
            "/%252e%252e/x",
            "/..%2fx",
            "/a%5Cb",
            "/a%3Fb",
            "/a%23b",
            "/a%00",
            "/a%0Ab",
        ),
    ],
)
def test_an_address_that_leaves_the_site_or_names_no_file_is_refused(path: str) -> None:
    told = (f'"{path}" is not a permalink', "It must name one place inside the archive.", A_PATH)
    assert refusal(read_permalink, path) == told
    if "?" not in path and "#" not in path:
        assert refusal(read_aliases, [path])[:3] == told


@pytest.mark.parametrize("read", [read_permalink, read_aliases, read_slug])
@pytest.mark.parametrize("address", ["/%E3%82.html", "/100%", "/%zz"])
def test_an_address_whose_codes_stand_for_no_letter_is_refused(read: Callable[[object], object], address: str) -> None:
    assert refusal(read, address) == (
        f'"{address}" has a percent code that stands for no letter',
        "An address means what it is when it is decoded.",
        'Write the letters themselves, and "%25" for a percent sign.',
    )


@pytest.mark.parametrize("value", [False, "false", "404.html"])
def test_a_permalink_may_say_that_a_text_is_no_page(value: object) -> None:
    assert read_permalink(value) == ""


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/CON.html", '"CON.html" is the name of a device on Windows'),
        ("/a./b.html", '"a." ends with ".", which Windows does not keep'),
        ("/.well-known/x", '".well-known" begins with ".", and GitHub Pages leaves such names out'),
        ("/_a/", '"_a" begins with "_", and GitHub Pages leaves such names out'),
        ("/a%3Ab", '"a:b" holds :, which Windows does not take'),
    ],
)
def test_a_permalink_that_not_every_disk_and_host_takes_is_refused(path: str, fault: str) -> None:
    assert refusal(read_permalink, path) == (f'"{path}" cannot be a permalink: {fault}', UNFIT, A_PATH)


@pytest.mark.long
@given(ADDRESSES.map(lambda rest: f"/{rest}"))
@example("/a/&#46;&#46;/b")
def test_every_permalink_that_is_accepted_stays_inside_the_site_and_fits_every_disk(address: str) -> None:
    try:
        path = read_permalink(address)
    except PydanticCustomError:
        assume(False)
    assert not path_fault(path)
    for _ in range(4):
        assert posixpath.normpath(f"/public{path}").startswith("/public/")
        path = unquote(path)


@pytest.mark.parametrize(
    ("written", "aliases"),
    [
        ("/old/mill", ("/old/mill",)),
        (["/old/mill", None, "/mill/", "/mill/"], ("/old/mill", "/mill/")),
        ("https://old.example/mill.php?x=1#y", ("/mill.php?x=1",)),
        ("https://old.example?p=17", ("/?p=17",)),
        (["/?p=17", "/?utm_source=a&p=17", "/?p=%31%37"], ("/?p=17",)),
        ("/caf%C3%A9.asp?b=%20x&a=", ("/café.asp?a=&b=+x",)),
        ("/mill/?utm_source=letter", ("/mill/",)),
        (["/caf%C3%A9/", "/café/"], ("/café/",)),
        (["/a:b.html", "/con"], ("/a:b.html", "/con")),
    ],
)
def test_aliases_are_paths(written: object, aliases: tuple[str, ...]) -> None:
    assert read_aliases(written) == aliases


def test_an_alias_begins_with_a_slash() -> None:
    assert refusal(read_aliases, "old/mill")[0] == '"old/mill" is not a permalink'


@pytest.mark.parametrize(
    "slug", ["flood", "Harbour_Opens", "version-2.0-is-out", "смерть", "日本", "a--b-", "x" * 120, "The heron!"]
)
def test_a_slug_is_what_is_declared(slug: str) -> None:
    assert read_slug(slug) == slug
    assert read_slug(quote(slug)) == slug


@pytest.mark.parametrize(
    ("slug", "fault"),
    [
        ("a/b", "is more than one name"),
        ("/flood/", "is more than one name"),
        ("%2e%2e%2fx", "leads out of its folder"),
        ("..", "leads out of its folder"),
        ("aux", "is the name of a device on Windows"),
        ("what?", "holds ?, which Windows does not take"),
        ("_flood", 'begins with "_", and GitHub Pages leaves such names out'),
        ("flood.", 'ends with ".", which Windows does not keep'),
        ("я" * 128, "is longer than 255 bytes"),
    ],
)
def test_a_slug_that_is_no_name_for_every_disk_and_host_is_refused(slug: str, fault: str) -> None:
    fix = "Write one name of letters and digits, for example flood-of-1953; a whole path is a permalink."
    assert refusal(read_slug, slug) == (f'"{slug}" cannot be a slug: it {fault}', UNFIT, fix)


@pytest.mark.parametrize(
    ("written", "paths"),
    [
        ("/one/,/two/", ("/one/", "/two/")),
        ("/one/, /two/", ("/one/", "/two/")),
        ("/one/ /two/", ("/one/", "/two/")),
        ("https://old.example/one/;https://old.example/two/", ("/one/", "/two/")),
        ("/news,17.html", ("/news,17.html",)),
        ("/a b.html", ("/a b.html",)),
        (["/one/,/two/", "/three/"], ("/one/", "/two/", "/three/")),
    ],
)
def test_one_text_may_hold_several_addresses(written: object, paths: tuple[str, ...]) -> None:
    assert read_aliases(written) == paths


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("2024/flood.md", ("2024/flood.md",)),
        ("17", ("17",)),
        ("a b.md", ("a b.md",)),
        ("/a/, https://quay.example/b?p=1", ("/a/", "https://quay.example/b?p=1")),
        (["a.md", None, "", "/b /c", "a.md"], ("a.md", "/b", "/c")),
        (None, ()),
    ],
)
def test_a_translation_names_ids_files_and_addresses(value: object, names: tuple[str, ...]) -> None:
    assert read_translation_of(value) == names
