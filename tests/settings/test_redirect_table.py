"""The table of redirects beside site.yaml."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError, Problem
from newsgen.settings.redirect_table import format_redirect, parse_redirect, read_redirects
from newsgen.settings.site import load_site

FIX = "Write an old path, a tab and its target, or delete the line."


def test_each_line_is_an_old_path_and_its_target(tmp_path: Path) -> None:
    (tmp_path / "redirects.tsv").write_text("# from the old site\n/a/\t/b/\n\n/c%20d\thttps://e.example/\n")
    site = load_site(tmp_path)
    assert site.redirects == {"/a/": "/b/", "/c d": "https://e.example/"}
    assert site.redirect_lines == {"/a/": 2, "/c d": 4}


def test_site_yaml_counts_where_both_name_a_path(tmp_path: Path) -> None:
    (tmp_path / "redirects.tsv").write_text("/a/\t/b/\n/c/\t/d/\n")
    (tmp_path / "site.yaml").write_text("redirects:\n  /a/: /e/\n")
    site = load_site(tmp_path)
    assert (site.redirects, site.redirect_lines) == ({"/a/": "/e/", "/c/": "/d/"}, {"/c/": 2})


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    redirects = {"/b/": "/x/", "/a/": "https://e.example/?q=1#top"}
    (tmp_path / "redirects.tsv").write_text("".join(format_redirect(*pair) for pair in redirects.items()))
    assert read_redirects(tmp_path).redirects == redirects


ODD = {
    "a code": (("/a%20b", "/c%20d?e=%20f"), ("/a b", "/c d?e=%20f")),
    "a blank in a target": (("/a", "/b c\u2028d"), ("/a", "/b c\u2028d")),
    "a code for a percent sign": (("/100%25", "/50%25.jpg#a"), ("/100%", "/50%.jpg#a")),
    "a blank in a whole address": (("/a?b=c", "https://e.example/f g"), ("/a?b=c", "https://e.example/f%20g")),
    "no code": (("/100%", "/"), None),
    "no path": (("a", "/"), None),
    "out of the site": (("/a", "/../b"), None),
    "no address": (("/a", "javascript:b"), None),
    "a tab in a query": (("/?a=\t", "/"), None),
    "the end of a line in a path": (("/a\nb", "/"), None),
    "bytes that are no text": (("/a\udcff", "/"), None),
    "a backslash": (("/a", "/b\\c"), None),
}


@pytest.mark.parametrize(("written", "meant"), ODD.values(), ids=ODD)
def test_what_a_program_has_found_is_read_back_as_it_is_meant(
    tmp_path: Path, written: tuple[str, str], meant: tuple[str, str] | None
) -> None:
    found = parse_redirect(*written)
    assert found == meant
    if found:
        (tmp_path / "redirects.tsv").write_text(format_redirect(*found), encoding="utf-8")
        assert read_redirects(tmp_path).redirects == dict([found])


FAULTS = {
    "no tab": ("/a/ /b/\n", [(1, "is no redirect")]),
    "no target": ("/a/\t\n", [(1, "is no redirect")]),
    "twice": ("/a/\t/b/\n/a/\t/c/\n", [(2, "names /a/ a second time")]),
}


@pytest.mark.parametrize(("text", "faults"), FAULTS.values(), ids=FAULTS)
def test_a_line_that_is_no_redirect_is_told(tmp_path: Path, text: str, faults: list[tuple[int, str]]) -> None:
    (tmp_path / "redirects.tsv").write_text(text)
    with pytest.raises(NewsgenError) as refused:
        load_site(tmp_path)
    reasons = {"is no redirect": "An old address would answer nothing.", "names": "Only one of them can count."}
    assert list(refused.value.problems) == [
        Problem("redirects.tsv", line, message, reasons.get(message, reasons["names"]), FIX) for line, message in faults
    ]


def test_a_target_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "redirects.tsv").write_text("/a/\tnowhere\n")
    with pytest.raises(NewsgenError) as refused:
        load_site(tmp_path)
    (problem,) = refused.value.problems
    assert problem.message == (
        'cannot be used: "/a/" leads to a path of the site, which begins with "/", or to a whole address'
    )
