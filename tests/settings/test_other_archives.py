"""`search_with:` names other archives by their folders, and nothing that a policy or a page would read otherwise."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.settings.other_archives import script_sources
from newsgen.settings.site import load_site


def archives(root: Path, yaml: str) -> dict[str, str]:
    (root / "site.yaml").write_text(f"search_with: {yaml}\n", encoding="utf-8")
    return dict(load_site(root).search_with)


@pytest.mark.parametrize(
    ("yaml", "found"),
    [
        (
            "[../courant/, 'https://gulls.example']",
            {"courant": "../courant/", "gulls.example": "https://gulls.example/"},
        ),
        ("{The Courant: ../courant}", {"The Courant": "../courant/"}),
        ("../courant", {"courant": "../courant/"}),
        ("['http://gulls.example:8080/a/b/']", {"gulls.example:8080/a/b": "http://gulls.example:8080/a/b/"}),
        ("[../a/news, ../b/news]", {"news": "../a/news/", "../b/news": "../b/news/"}),
        ("[../]", {"../": "../"}),
        ("[]", {}),
    ],
)
def test_a_folder_has_a_name_and_ends_in_a_slash(tmp_path: Path, yaml: str, found: dict[str, str]) -> None:
    assert archives(tmp_path, yaml) == found


@pytest.mark.parametrize(
    "folder",
    [
        *("", ".", "/courant/", "//gulls.example/", "javascript:alert(1)", "data:text/html,x", "ftp://gulls.example/"),
        *("https://gulls.example/?q", "https://a:b@gulls.example/", "https://gulls.example/a;script-src *"),
        *("https://gulls.example/a,b", "../a b/", "../a'b/", '../a"b/', "../a<b/", "https://*/", "https:///", "../é/"),
    ],
)
def test_what_is_no_folder_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / "site.yaml").write_text("search_with:\n  - " + repr(folder) + "\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        load_site(tmp_path)
    assert [str(problem) for problem in failed.value.problems] == [
        "site.yaml:1: cannot use search_with\n"
        "    An archive is the folder of its pages: a path from this site's root, such as ../courant/, or an address, "
        "such as https://courant.example/.\n"
        "    newsgen's docs/settings.md shows what it may hold."
    ]


def test_a_policy_allows_the_indexes_of_other_hosts_alone() -> None:
    folders = {"a": "../courant/", "b": "https://gulls.example/news/", "c": "https://gulls.example/news/"}
    assert script_sources(folders) == ("https://gulls.example/news/search/",)
