"""Articles give way to newsgen's own pages, where they are free to."""

from pathlib import Path
from typing import Any

import pytest

from newsgen.archive.database import decode_path, open_last_build
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.check.check import check_site
from newsgen.errors import NewsgenError
from newsgen.settings.site import load_site
from tests.support.edits import build_from_nothing, tree
from tests.support.state import open_state

pytestmark = pytest.mark.long


def put(root: Path, path: str, headline: str, **fields: str) -> None:
    file = root / "articles" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    front = "".join(f"{name}: {value}\n" for name, value in {"date": "2024-02-03", **fields}.items())
    file.write_text(f'---\ntitle: "{headline}"\n{front}---\nWhat {path} says of {headline}.\n', encoding="utf-8")


def settings(root: Path, text: str) -> None:
    root.mkdir(exist_ok=True)
    (root / "site.yaml").write_text(text, encoding="utf-8")


def ledger(root: Path) -> list[str]:
    """The ledger's lines without their fingerprints, but for those of listings."""
    lines = (root / "permalinks.tsv").read_text(encoding="utf-8").splitlines()
    return [" ".join(line.split("\t")[:3]) for line in lines if line[0] != "#" and "listing:" not in line]


def build(root: Path, **options: Any) -> list[str]:
    """What a build tells of addresses that are taken; a build from nothing gives the same, and `check` tells it."""
    summary = build_site(root, BuildOptions(workers="1", **options))
    found = [str(problem) for rule, problem in summary.findings if rule == "taken-addresses"]
    assert found == [str(one.problem) for one in check_site(root, ["taken-addresses"], workers="1").findings]
    if not options.get("preview"):
        clean = root.parent / f"{root.name}-clean"
        assert tree(root / "public") == build_from_nothing(root, clean)
        if (root / "permalinks.tsv").exists():
            assert ledger(clean) == ledger(root)
    return found


def told(path: str, address: str, wanted: str) -> str:
    return (
        f"articles/{path}: has the address {address}, for {wanted} is one of newsgen's own pages\n"
        "    Its slug or headline makes an address at which the site has, or may have, another page.\n"
        f'    Leave it so, with "permalink: {address}"; or write another "slug: …".'
    )


def told_alias(path: str, alias: str) -> str:
    return (
        f"articles/{path}: has {alias} among its aliases, an address of newsgen's own pages\n"
        "    Whoever follows it finds that page, where there is one, and not the article.\n"
        "    Take it out of the aliases."
    )


@pytest.mark.parametrize("keeps_ledger", [True, pytest.param(False, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    ("pattern", "headline", "fields", "wanted", "address"),
    [
        ("/{year}/{month}/{slug}.html", "Index", {}, "/2024/02/index.html", "/2024/02/index-11dd48.html"),
        (
            "/{year}/{month}/{slug}.html",
            "Heron",
            {"slug": "Index"},
            "/2024/02/Index.html",
            "/2024/02/Index-11dd48.html",
        ),
        ("/{year}/{month}/{slug}.html", "Sheet 1", {}, "/2024/02/sheet-1.html", "/2024/02/sheet-1-11dd48.html"),
        ("/{slug}.html", "Archive", {}, "/archive.html", "/archive-11dd48.html"),
        ("/{slug}.html", "Index", {}, "/index.html", "/index-11dd48.html"),
        ("/{slug}/", "Tags", {}, "/tags/", "/tags-11dd48/"),
        ("/{slug}/", "Heron", {"slug": "2024"}, "/2024/", "/2024-11dd48/"),
        ("/{year}/{slug}/", "02", {}, "/2024/02/", "/2024/02-11dd48/"),
    ],
)
def test_a_headline_or_slug_that_makes_the_address_of_an_own_page_gets_another(
    tmp_path: Path, pattern: str, headline: str, fields: dict[str, str], wanted: str, address: str, keeps_ledger: bool
) -> None:
    root = tmp_path / "site"
    settings(root, f"permalink: {pattern}\nledger: {str(keeps_ledger).lower()}\n")
    put(root, "b.md", headline, tags="[tide]", **fields)
    for _ in range(2):
        assert build(root) == [told("b.md", address, wanted)]
    if keeps_ledger:
        assert f"{address} b.md current" in ledger(root)


def test_the_file_of_an_article_may_name_it_better(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "a-year-of-tides.md", "Index")
    put(root, "another-year.md", "Index", date="2024")
    put(root, "undated.md", "Index", date="unknown")
    build(root)
    assert ledger(root) == [
        "/2024/02/a-year-of-tides.html a-year-of-tides.md current",
        "/2024/another-year.html another-year.md current",
        "/undated/index-1433de.html undated.md current",
    ]


ALIASES = ("/2024/02/", "/archive.html", "/feed.xml", "/search.html", "/tags", "/tags/index.html", "/undated/")


@pytest.mark.parametrize("keeps_ledger", [True, pytest.param(False, marks=pytest.mark.long)])
def test_an_alias_at_an_own_page_is_told_and_left_out(tmp_path: Path, keeps_ledger: bool) -> None:
    root = tmp_path / "site"
    settings(root, f"ledger: {str(keeps_ledger).lower()}\n")
    put(root, "a.md", "Heron", aliases=f"[{', '.join(ALIASES)}, /old/]")
    for _ in range(2):
        assert build(root) == [told_alias("a.md", alias) for alias in ALIASES]
    assert "heron" in (root / "public/old/index.html").read_text(encoding="utf-8")
    put(root, "a.md", "Heron", aliases="[/old/]")
    assert build(root) == []


def test_a_permalink_that_an_article_declares_at_an_own_page_stops_the_build(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "a.md", "Heron", permalink="/archive.html")
    with pytest.raises(NewsgenError) as failed:
        build_site(root, BuildOptions(workers="1"))
    assert list(map(str, failed.value.problems)) == [
        "articles/a.md: has the same address as archive by date: /archive.html\n"
        "    One of the two would be lost.\n"
        '    Write another "slug: …" or "permalink: …" in the article\'s front matter.'
    ]


def test_a_published_listing_keeps_its_address(tmp_path: Path) -> None:
    root = tmp_path / "site"
    settings(root, "permalink: /tags/{slug}.html\n")
    put(root, "a.md", "Heron", tags="[Tide, Reeds]", permalink="/heron.html")
    assert build(root) == []
    put(root, "b.md", "Tide", aliases="[/tags/reeds.html]")
    for _ in range(2):
        assert build(root) == [
            told_alias("b.md", "/tags/reeds.html"),
            told("b.md", "/tags/tide-11dd48.html", "/tags/tide.html"),
        ]
    put(root, "a.md", "Heron", permalink="/heron.html")
    # Of a listing that is gone nobody else gets the address, but an alias leads on.
    assert build(root) == [told("b.md", "/tags/tide-11dd48.html", "/tags/tide.html")]
    assert "/tags/reeds.html b.md moved" in ledger(root)
    put(root, "b.md", "Tide", permalink="/tags/tide.html")
    with pytest.raises(NewsgenError) as failed:
        build_site(root, BuildOptions(workers="1"))
    assert list(map(str, failed.value.problems)) == [
        "articles/b.md: its address /tags/tide.html belongs to a listing\n"
        "    An address at which a listing was published means the same for ever.\n"
        '    Write another "slug: …" or "permalink: …" in its front matter.'
    ]


def test_a_page_that_the_site_has_no_more_leaves_its_address_to_a_slug(tmp_path: Path) -> None:
    root = tmp_path / "site"
    settings(root, "permalink: /{slug}.html\n")
    put(root, "a.md", "Heron", slug="search")
    assert len(build(root)) == 1
    settings(root, "permalink: /{slug}.html\nsearch: false\n")
    assert build(root) == []
    assert ledger(root) == ["/search-fecccc.html a.md moved", "/search.html a.md current"]
    settings(root, "permalink: /{slug}.html\n")
    with pytest.raises(NewsgenError, match="has the same address as search page"):
        build_site(root, BuildOptions(workers="1"))


def test_where_an_article_was_published_it_stays(tmp_path: Path) -> None:
    root = tmp_path / "site"
    settings(root, "day_pages: false\npermalink: /{year}/{month}/{slug}/\n")
    put(root, "a.md", "05")
    assert build(root) == []
    settings(root, "permalink: /{year}/{month}/{slug}/\n")
    assert build(root) == []
    assert ledger(root) == ["/2024/02/05/ a.md current"]


def test_the_pages_of_the_sample_site_are_known(sample: Path) -> None:
    own = OwnPages(load_site(sample.parent), ListingTable(open_state()))
    with open_last_build(sample.parent, "") as state:
        rows = state.execute("SELECT kind, file FROM outputs").fetchall()
    groups = ("sections", "tags", "authors", "publications", "places", "people", "article", "asset", "redirects")
    unknown = [file for kind, file in rows if kind not in groups and not own.has(f"/{decode_path(file)}")]
    assert unknown == []
