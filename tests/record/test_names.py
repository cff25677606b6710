"""Names that every file system and host takes, and paths that stay inside their folder."""

import hashlib
import posixpath
import re
from urllib.parse import unquote

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from newsgen.record.names import decode_address, leaves_folder, name_fault, path_fault, safe_name, safe_path

DEVICES = ("con", "PRN", "aux", "Nul", "com1", "COM9", "lpt1", "LPT³", "conin$", "CLOCK$")
ODD = st.text(alphabet="._~#%2eEfF5cC/\\ :?*<>|\"'-aZé鷺\0\n\u2028\ud800\udce9", max_size=12)
NAMES = ODD | st.text(max_size=300) | st.sampled_from(DEVICES).flatmap(lambda name: ODD.map(name.__add__))


@pytest.mark.parametrize(
    "name",
    [
        "a",
        "Ab_c",
        "flood-2020.html",
        "v1.2",
        "смерть",
        "天気.html",
        "a b",
        "100%",
        "console",
        "com10",
        "0_e6",
        "a;b=c,d",
    ],
)
def test_an_ordinary_name_has_no_fault_and_stays(name: str) -> None:
    assert name_fault(name) == ""
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("name", "fault", "safe"),
    [
        ("", "is no name", "name-@"),
        ("con", "is the name of a device on Windows", "con-@"),
        ("Aux.html", "is the name of a device on Windows", "Aux-@.html"),
        ("nul.tar.gz", "is the name of a device on Windows", "nul-tar-@.gz"),
        ("LPT9 .txt", "is the name of a device on Windows", "LPT9-@.txt"),
        ("a:b.html", "holds :, which Windows does not take", "a-b-@.html"),
        ("what?.png", "holds ?, which Windows does not take", "what-@.png"),
        ("a\tb", "holds U+0009, which Windows does not take", "a-b-@"),
        ("_DSC1.JPG", 'begins with "_", and GitHub Pages leaves such names out', "DSC1-@.JPG"),
        (".htaccess", 'begins with ".", and GitHub Pages leaves such names out', "htaccess-@"),
        ("a.", 'ends with ".", which Windows does not keep', "a-@"),
        ("a ", 'ends with " ", which Windows does not keep', "a-@"),
        ("..", "leads out of its folder", "name-@"),
        ("%2e%2E", "leads out of its folder", "2e-2E-@"),
        ("%252e.", "leads out of its folder", "252e-@"),
        ("a%2Fb", "leads out of its folder", "a-2Fb-@"),
        ("a\\b", "leads out of its folder", "a-b-@"),
        ("x" * 256, "is longer than 255 bytes", "x" * 248 + "-@"),
    ],
)
def test_other_names_have_a_fault_and_are_changed(name: str, fault: str, safe: str) -> None:
    assert name_fault(name) == fault
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    assert safe_name(name) == safe.replace("@", mark)


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("ending", ["", ".html", ".tar.gz", " .x", "."])
def test_no_device_of_windows_is_a_safe_name(device: str, ending: str) -> None:
    assert name_fault(device + ending)
    assert not name_fault(safe_name(device + ending))


@given(NAMES)
def test_every_text_gives_a_name_that_all_hosts_take(text: str) -> None:
    name = safe_name(text)
    assert name_fault(name) == ""
    assert not set(name) & set('\0\n\t/\\:?"*<>|')
    assert name[0] not in "._~# "
    assert name[-1] not in ".~ "
    assert len(name.encode()) <= 255
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d) *(\.|$)", name)
    assert safe_name(name) == name


@given(NAMES, NAMES)
def test_two_names_are_never_changed_into_one(one: str, other: str) -> None:
    assume(one != other)
    assert safe_name(one) != safe_name(other)


@given(st.lists(NAMES).map("/".join))
@example("/../../x")
@example("a/%2e%2e/%2E%2e/x")
@example("..\\..\\x")
def test_every_text_gives_a_path_inside_its_folder_however_often_it_is_decoded(text: str) -> None:
    path = safe_path(text).strip("/")
    assert not leaves_folder(path)
    for _ in range(4):
        assert not posixpath.normpath(path).startswith(("..", "/"))
        path = unquote(path)


@pytest.mark.parametrize(
    ("path", "leaves"),
    [
        ("/a/b.html", False),
        ("a..b/..c/c..", False),
        ("100%", False),
        ("/../x", True),
        ("a/./b", True),
        ("%2e%2e/x", True),
        ("a/%252e%252E/x", True),
        ("..%2fx", True),
        ("a\\b", True),
        ("a%5Cb", True),
        ("a\0", True),
        ("a%00", True),
    ],
)
def test_a_path_that_leaves_its_folder_is_recognised(path: str, leaves: bool) -> None:
    assert leaves_folder(path) == leaves


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/", ""),
        ("/2020/07/flood.html", ""),
        ("/a/b/", ""),
        ("/a//b", '"" is no name'),
        ("//a", '"" is no name'),
        ("/a./b", '"a." ends with ".", which Windows does not keep'),
        ("/_x/con", '"_x" begins with "_", and GitHub Pages leaves such names out'),
        ("/abcd" * 200, "it is longer than 900 bytes"),
    ],
)
def test_a_path_has_the_fault_of_its_first_faulty_name(path: str, fault: str) -> None:
    assert path_fault(path) == fault


@pytest.mark.parametrize(
    ("address", "path"),
    [("/a", "/a"), ("/%E6%97%A5/x", "/日/x"), ("/a%20b", "/a b"), ("/%25", "/%"), ("/é", "/é"), ("/é%C3%A9", "/éé")],
)
def test_an_address_is_decoded_once(address: str, path: str) -> None:
    assert decode_address(address) == path


@pytest.mark.parametrize("address", ["%", "/100%-sure", "/%E3%82.html", "/%zz", "/%e"])
def test_an_invalid_code_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="percent code"):
        decode_address(address)
