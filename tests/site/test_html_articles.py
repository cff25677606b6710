"""HTML files with front matter are articles; others are files that articles may link to."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.commands.check.check import check_site
from tests.support.site_builder import SiteBuilder

POST = "---\nlayout: post\ntitle: Ferry\ndate: 2008-06-10 16:05:06.000000000 -04:00\nauthor: Ada Quill\n---\n"
BODY = '<p>The ferry is <em>back</em>.</p>\n<p><a href="tables.html">Tide tables</a></p>\n'


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    builder = SiteBuilder(tmp_path)
    builder.write("articles/ferry.html", POST + BODY)
    builder.write("articles/tables.html", "<title>Tides</title>\n<p>High at nine.</p>\n")
    return builder


def test_front_matter_makes_a_page_an_article(site: SiteBuilder) -> None:
    summary = site.build()
    assert summary.articles == 1
    assert "unread-files" not in {finding.rule for finding in summary.findings}
    story = site.read("2008/06/ferry.html")
    assert "<p>The ferry is <em>back</em>.</p>" in story
    assert 'href="../../media/tables.html"' in story
    assert site.read("media/tables.html").startswith("<title>Tides")
    assert "unread-files" not in {finding.rule for finding in check_site(site.root).findings}


def test_a_page_that_loses_its_front_matter_is_no_article(site: SiteBuilder) -> None:
    site.write("articles/mill.md", "---\ntitle: Mill\n---\nText.\n")
    site.build()
    (site.root / "permalinks.tsv").unlink()
    site.write("articles/ferry.html", BODY)
    summary = build_site(site.root)
    assert summary.articles == 1
    unread = [finding.problem.path for finding in summary.findings if finding.rule == "unread-files"]
    assert unread == ["articles/ferry.html", "articles/tables.html"]
    assert not (site.root / "public/2008/06/ferry.html").exists()
