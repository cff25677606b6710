"""Sites with comments: kept with their articles, shown where the site says so, and nowhere else."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsgen.settings.site import Site, load_site
from newsgen.sources.files import Source
from newsgen.sources.importers.dump import restore_articles
from newsgen.sources.load import load_article
from tests.support.dumps import dumped_in
from tests.support.edits import differences
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

PAGE, STYLE = "2024/02/mill.html", "comments.css"
DUMPS = ["data/2024.csv.gz", "data/2024.jsonl.gz"]
COMMENTS = (
    '{"id": "1", "author": "Iris Quagga", "date": "2024-02-04", "text": "Zebra at last"}\n'
    '{"id": "2", "author": "Bo", "parent": "1", "text": "Quagga?\\n\\nNo: Ada Okapi."}\n'
)


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    site = SiteBuilder(tmp_path / "site")
    site.settings("url: https://quay.example\ncomments: true\ndata: [jsonl, csv, sqlite]\n")
    site.article("mill.md", "The wheel turns.", date="2024-02-03")
    site.article("quay.md", "A boat.", date="2024-02-04")
    return site


def rebuild(site: SiteBuilder) -> dict[str, bytes]:
    """Build; the output, which equals that of a build from nothing."""
    site.build()
    files = site.files()
    assert not list(differences(files, site.files_from_nothing()))
    return files


def record(files: dict[str, bytes], path: str = "mill.md") -> dict[str, Any]:
    (found,) = [one for line in dumped_in(files).splitlines() if (one := json.loads(line))["path"] == path]
    return dict(found)


def files_with(files: dict[str, bytes], word: str) -> list[str]:
    whole = {name: gzip.decompress(text) if text[:2] == b"\x1f\x8b" else text for name, text in files.items()}
    return sorted(name for name, text in whole.items() if word.encode().lower() in text.lower())


def test_a_site_without_comments_has_the_bytes_that_it_had(site: SiteBuilder) -> None:
    shown = rebuild(site)
    site.settings("url: https://quay.example\ndata: [jsonl, csv, sqlite]\n")
    assert rebuild(site) == shown
    assert files_with(shown, "comment") == []


def test_comments_come_change_and_go(site: SiteBuilder) -> None:
    before = rebuild(site)
    site.write("articles/mill.comments.jsonl", COMMENTS)
    files = rebuild(site)
    assert files_with(files, "Zebra") == [PAGE, "archive.sqlite", *DUMPS]
    assert STYLE in files
    assert "comments" not in record(files, "quay.md")
    site.write("articles/mill.comments.jsonl", COMMENTS.replace("Zebra", "Okapi"))
    assert files_with(rebuild(site), "Zebra") == []
    (site.root / "articles/mill.comments.jsonl").unlink()
    assert rebuild(site) == before


def test_comments_may_come_before_their_article(site: SiteBuilder) -> None:
    site.settings("ledger: false\ncomments: true\n")
    site.write("articles/ferry.comments.jsonl", COMMENTS)
    assert files_with(rebuild(site), "Zebra") == []
    site.article("ferry.md", "A ferry.", date="2024-02-05")
    assert PAGE.replace("mill", "ferry") in files_with(rebuild(site), "Zebra")
    site.write("articles/ferry.txt", "Another ferry\n\nIt may be the one that they are about, or not.\n")
    assert files_with(rebuild(site), "Zebra") == []
    (site.root / "articles/ferry.txt").unlink()
    assert PAGE.replace("mill", "ferry") in files_with(rebuild(site), "Zebra")


def test_comments_are_shown_where_the_site_or_the_article_says_so(site: SiteBuilder) -> None:
    site.write("articles/mill.comments.jsonl", COMMENTS)
    site.settings("url: https://quay.example\n")
    files = rebuild(site)
    assert (files_with(files, "Zebra"), STYLE in files) == (DUMPS, False)
    site.edit("articles/mill.md", "---\nThe", "comments: true\n---\nThe")
    files = rebuild(site)
    assert (PAGE in files_with(files, "Zebra"), STYLE in files) == (True, True)
    site.settings("url: https://quay.example\ncomments: true\n")
    site.edit("articles/mill.md", "comments: true", "comments: false")
    files = rebuild(site)
    assert (files_with(files, "Zebra"), STYLE in files) == (DUMPS, False)
    assert record(files)["show_comments"] is False


WITHHELD = ("withdrawn: Untrue", "removed: Asked", "draft: true", "status: private")


@pytest.mark.parametrize("said", WITHHELD)
def test_comments_on_what_is_withheld_are_in_no_file(site: SiteBuilder, said: str) -> None:
    site.edit("articles/mill.md", "---\nThe", f"{said}\n---\nThe")
    site.write("articles/mill.comments.jsonl", COMMENTS)
    files = rebuild(site)
    assert [files_with(files, word) for word in ("Zebra", "Iris")] == [[], []]
    state = b"".join(file.read_bytes() for file in (site.root / ".newsgen").rglob("*") if file.is_file())
    assert (b"Zebra" in state, b"Iris" in state) == (False, False)


def test_a_comment_of_or_about_somebody_who_is_named_no_more_has_another_name(site: SiteBuilder) -> None:
    site.edit("articles/mill.md", "---\nThe", 'anonymised: {Iris Quagga: "", Ada Okapi: A. O.}\n---\nThe')
    site.write("articles/mill.comments.jsonl", COMMENTS)
    files = rebuild(site)
    assert [files_with(files, word) for word in ("Iris", "Okapi")] == [[], []]
    assert [(one["author"], one["text"]) for one in record(files)["comments"]] == [
        ("N. N.", "Zebra at last"),
        ("Bo", "Quagga?\n\nNo: A. O.."),
    ]


def test_a_restored_site_is_the_same(site: SiteBuilder, tmp_path: Path) -> None:
    site.write("articles/mill.comments.jsonl", COMMENTS)
    site.edit("articles/quay.md", "---\nA", "comments: false\n---\nA")
    files = rebuild(site)
    other = SiteBuilder(tmp_path / "other")
    other.settings((site.root / "site.yaml").read_text(encoding="utf-8"))
    restore_articles(site.output, other.root / "articles", load_site(other.root))
    assert not list(differences(rebuild(other), files))


RECORDS = {
    '"comments": [{"text": "x", "mail": "y"}]': '"comments" must be a list of objects with id, author, date, text and '
    "parent",
    '"comments": [{"text": 7}]': '"comments" has a comment whose "text" must be text',
    '"show_comments": "no"': '"show_comments" must be true or false',
}


@pytest.mark.parametrize("field", RECORDS)
def test_comments_of_a_record_that_cannot_be_used_are_told(site: SiteBuilder, field: str) -> None:
    file = site.write("articles/ferry.txt.json", f'{{"headline": "Ferry", "text": "A ferry.", {field}}}')
    loaded = load_article(Source("ferry.txt.json", "articles/ferry.txt.json", file), {}, Site())
    assert [finding.problem.message for finding in loaded.findings] == [RECORDS[field]]
