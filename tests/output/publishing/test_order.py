"""The steps in which files go up."""

import pytest

from newsgen.archive.targets import KINDS
from newsgen.output.publishing.order import upload_rank


@pytest.mark.parametrize(
    ("file", "kind", "rank"),
    [
        ("media/quay-480.avif", "asset", 0),
        ("search/root.js", "search-file", 0),
        ("2020/03/quay.html", "article", 1),
        ("sections/harbour.html", "sections", 2),
        ("2020/03/index.html", "months", 2),
        ("ships/index.html", "ships", 2),
        ("archive.html", "calendar", 3),
        ("search.html", "search", 3),
        ("old.html", "redirects", 3),
        ("unknown.html", "", 3),
        ("feed.xml", "feed", 4),
        ("data/2019.jsonl.gz", "data", 4),
        ("sitemap.xml", "sitemap", 5),
        ("robots.txt", "robots", 5),
        ("index.html", "front", 6),
    ],
)
def test_what_links_to_others_comes_after_them(file: str, kind: str, rank: int) -> None:
    assert upload_rank(file, kind) == rank


def test_every_kind_has_a_step() -> None:
    assert {upload_rank("x.html", kind) for kind in KINDS} == {0, 1, 2, 3, 4, 5}
