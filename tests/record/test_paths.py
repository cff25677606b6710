"""Links to output files, and paths that are the same file."""

import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.record.paths import case_folded_path, href_of, record_path, root_from


@pytest.mark.parametrize(
    ("file", "href"),
    [
        ("2014/02/heron.html", "2014/02/heron.html"),
        ("a b/é.html", "a%20b/%C3%A9.html"),
        ("100%.html", "100%25.html"),
        ("why?.html", "why%3F.html"),
        ("no#1.html", "no%231.html"),
        ("a:b.html", "a%3Ab.html"),
        ('"<>&.html', "%22%3C%3E&.html"),
        ("it's (1)+2,3;~@$!=*.html", "it's%20(1)+2,3;~@$!=*.html"),
    ],
)
def test_a_link_escapes_what_an_address_cannot_contain(file: str, href: str) -> None:
    assert href_of(file) == href


@given(st.text())
def test_an_unescaped_link_is_its_path(file: str) -> None:
    href = href_of(file)
    assert unquote(href) == file
    assert re.fullmatch(r"[A-Za-z0-9/~!$&'()*+,;=@._%-]*", href)


@pytest.mark.parametrize(
    ("file", "root"), [("index.html", ""), ("2014/index.html", "../"), ("2014/02/heron.html", "../../")]
)
def test_the_link_to_the_root_has_one_step_for_each_folder(file: str, root: str) -> None:
    assert root_from(file) == root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2014/Heron.html", "2014/heron.HTML"),
        ("th\u00e9.html", "the\u0301.html"),
        ("TH\u00c9.html", "the\u0301.html"),
        ("straße.html", "STRASSE.html"),
        ("ΟΔΟΣ.html", "οδος.html"),
        ("한국.html", unicodedata.normalize("NFD", "한국.html")),
    ],
)
def test_paths_that_some_file_system_confuses_are_folded_alike(one: str, other: str) -> None:
    assert case_folded_path(one) == case_folded_path(other)


@pytest.mark.parametrize(
    ("one", "other"), [("heron.html", "herons.html"), ("the.html", "thé.html"), ("a/b.html", "a-b.html"), ("x²", "x2")]
)
def test_other_paths_are_not_folded_alike(one: str, other: str) -> None:
    assert case_folded_path(one) != case_folded_path(other)


@given(st.text())
def test_folding_ignores_normal_form_and_case(file: str) -> None:
    folded = case_folded_path(file)
    assert case_folded_path(unicodedata.normalize("NFC", file)) == folded
    assert case_folded_path(unicodedata.normalize("NFD", file)) == folded
    assert case_folded_path(file.casefold()) == folded
    assert case_folded_path(folded) == folded


def test_a_record_has_the_path_of_its_text() -> None:
    assert record_path("2020/flood.txt.json") == record_path("2020/flood.txt") == "2020/flood.txt"
