"""A line of permalinks.tsv, of redirects.tsv or of .newsgen-files leads nowhere outside."""

from pathlib import Path
from urllib.parse import quote

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from tests.support.path_tricks import few_path_tricks, path_tricks
from tests.support.watched_folder import WatchedFolder

_ARTICLE = "---\nheadline: Tide\nid: tide\ndate: 2020-01-02\nsection: Harbour\n---\nTide.\n"


def _escaped(text: str) -> str:
    """A text as a line of the ledger has it."""
    return "".join(
        quote(sign.encode("utf-8", "surrogatepass")) if ord(sign) < 33 or sign > "\ud7ff" else sign for sign in text
    )


def _ledger_lines(trick: str, number: int) -> list[str]:
    """Lines with a trick as the address of an article, of one that is gone, and of a listing, and as each of these."""
    lines = []
    for text in dict.fromkeys((trick, _escaped(trick))):
        address = text if text.startswith("/") else f"/{text}"
        lines += [
            f"{address}\tt.md\tcurrent\tabc",
            f"/old{address}\tt.md\tmoved",
            f"{address}\tgone-{number}.md\tmoved",
            f"/2020/x{number}.html\t{text}\tcurrent\tabc",
            f"/tags/{text}.html\tlisting:tags:x\tcurrent",
            f"/{text}/x.html\tlisting:{text}:x\tmoved",
            f"/sections/x{number}.html\tlisting:sections:{text}\tmoved",
        ]
    return [line for line in lines if "\n" not in line and "\r" not in line]


def _build_with(watched: WatchedFolder, name: str, lines: list[str]) -> set[str]:
    """What is read or written outside while a site is built with a table, without the lines that are refused."""
    seen = set[str]()
    while True:
        watched.clear()
        watched.add_links(watched.site / "articles")
        (watched.site / "articles" / "t.md").write_text(_ARTICLE)
        (watched.site / "site.yaml").write_text("search: false\nimage_formats: [webp]\nredirect_rules: [apache]\n")
        (watched.site / name).write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
        try:
            with watched.watched() as found:
                try:
                    build_site(watched.site, BuildOptions(workers="1"))
                finally:
                    seen |= found
        except NewsgenError as failed:
            wrong = {problem.line for problem in failed.problems if problem.path.endswith(name) and problem.line}
            left = [line for number, line in enumerate(lines, 1) if number not in wrong]
            if len(left) == len(lines):
                # A message of the whole table, or of the article that it leads to, names the address.
                told = str(failed)
                left = [] if len(lines) == 1 else [line for line in lines if line.split("\t")[0].strip("/") not in told]
            if len(left) == len(lines):
                raise
            lines = left
            continue
        return seen


def test_a_few_lines_of_the_ledger_lead_nowhere_outside(tmp_path: Path) -> None:
    watched = WatchedFolder(tmp_path)
    tricks = enumerate(few_path_tricks(str(watched.outside)))
    lines = [line for number, trick in tricks for line in _ledger_lines(trick, number)]
    assert _build_with(watched, "permalinks.tsv", lines) == set()
    assert watched.damage() == []


@pytest.mark.long
@pytest.mark.parametrize("part", range(40))
def test_no_line_of_the_ledger_leads_outside(tmp_path: Path, part: int) -> None:
    watched = WatchedFolder(tmp_path)
    tricks = enumerate(path_tricks(str(watched.outside))[part::40])
    lines = [line for number, trick in tricks for line in _ledger_lines(trick, number)]
    assert _build_with(watched, "permalinks.tsv", lines) == set()
    assert watched.damage() == []


@pytest.mark.long
@pytest.mark.parametrize("is_old", [True, False])
def test_no_line_of_the_redirects_leads_outside(tmp_path: Path, is_old: bool) -> None:
    watched = WatchedFolder(tmp_path)
    for trick in few_path_tricks(str(watched.outside)):
        line = f"{trick}\t/" if is_old else f"/old\t{trick}"
        assert _build_with(watched, "redirects.tsv", [line] if "\n" not in trick else []) == set()
    assert watched.damage() == []


def test_no_line_of_the_list_of_own_files_deletes_what_is_outside(tmp_path: Path) -> None:
    watched = WatchedFolder(tmp_path)
    tricks = path_tricks(str(watched.outside))
    articles, output = watched.site / "articles", watched.site / "public"
    articles.mkdir()
    (articles / "t.md").write_text(_ARTICLE)
    (watched.site / "site.yaml").write_text("search: false\n")
    build_site(watched.site, BuildOptions(workers="1"))
    watched.add_links(output)
    with (output / ".newsgen-files").open("ab") as own:
        for trick in tricks:
            own.write("".join(f"{text}\n" for text in (trick, trick.replace("\n", "%0A"))).encode("utf-8", "replace"))
        own.write(b"link\nlink/x\nlink/secret.jpg\nup/outside/secret.jpg\n")
    (articles / "t.md").write_text(_ARTICLE + "More.\n")
    with watched.watched() as seen:
        build_site(watched.site, BuildOptions(workers="1"))
    assert seen == set()
    assert watched.damage() == []
