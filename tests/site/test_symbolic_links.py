"""Symbolic links among the articles are told and not followed, and no published address dies for one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from newsgen.errors import NewsgenError
from tests.support.site_builder import SiteBuilder

LINK = "    What it points to may change or lie outside the archive.\n    Put the file itself here."


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    """A site of one article, beside a folder that is no part of it."""
    outside = SiteBuilder(tmp_path / "outside")
    outside.article("mill.md", "The mill of somebody else.")
    site = SiteBuilder(tmp_path / "site")
    site.article("ferry.md", "The ferry crossed. ![Quay](quay.jpg)", date="2020-03-14", section="Harbour")
    return site


def test_a_linked_file_folder_and_image_are_told_and_left_out(site: SiteBuilder) -> None:
    articles, outside = site.root / "articles", site.root.parent / "outside/articles"
    (articles / "mill.md").symlink_to(outside / "mill.md")
    (articles / "more").symlink_to(outside)
    (articles / "quay.jpg").symlink_to(outside / "nothing.jpg")
    for _ in range(2):
        summary = site.build()
        assert summary.articles == 1
        assert [(found.rule, found.problem.path) for found in summary.findings] == [
            ("symbolic-links", "articles/mill.md"),
            ("symbolic-links", "articles/more"),
            ("symbolic-links", "articles/quay.jpg"),
            ("missing-images", "articles/ferry.md"),
        ]
    assert not any(b"somebody else" in content for content in site.files().values())
    only = ["--only", "symbolic-links", "--only", "unread-files"]
    checked = CliRunner().invoke(main, ["check", "--root", str(site.root), *only])
    assert [line.strip() for line in checked.stdout.splitlines() if line.startswith("  articles/")] == [
        f"articles/{name}: is a symbolic link" for name in ("mill.md", "more", "quay.jpg")
    ]
    (articles / "mill.md").unlink()
    assert ("symbolic-links", "articles/mill.md") not in [(one.rule, one.problem.path) for one in site.build().findings]


def test_a_published_article_in_whose_place_a_link_is_put_stops_the_build(site: SiteBuilder) -> None:
    site.article("mill.md", date="2020-03-15", section="Harbour")
    site.build()
    (site.root / "articles/mill.md").unlink()
    (site.root / "articles/mill.md").symlink_to(site.root.parent / "outside/articles/mill.md")
    with pytest.raises(NewsgenError) as failed:
        site.build()
    assert "/2020/03/mill.html" in str(failed.value)


def test_a_linked_metadata_table_stops_the_build_for_it_may_name_drafts(site: SiteBuilder) -> None:
    table = site.root.parent / "outside/table.csv"
    table.write_text("path,draft\nferry.md,true\n", encoding="utf-8")
    (site.root / "articles/metadata.csv").symlink_to(table)
    with pytest.raises(NewsgenError) as failed:
        site.build()
    assert str(failed.value) == f"articles/metadata.csv: is a symbolic link\n{LINK}"
