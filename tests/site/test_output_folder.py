"""What newsgen writes and deletes in the output folder, and that it touches nothing of others."""

from pathlib import Path

import pytest

from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    site = SiteBuilder(tmp_path)
    site.article("a.md", title="Ferry returns", date="2019-03-12", section="Harbour")
    return site


def test_what_is_no_longer_planned_is_removed_and_foreign_files_stay(site: SiteBuilder) -> None:
    site.settings("ledger: false\n")
    file = site.article("b.md", title="Ferry leaves", date="2019-03-12", section="Council")
    site.build()
    site.write("public/2019/03/notes.txt", "mine")
    file.unlink()
    summary = site.build()
    assert not {"2019/03/ferry-leaves.html", "sections/council.html"} & site.files().keys()
    assert summary.counts.deleted == 2
    assert site.read("2019/03/notes.txt") == "mine"


def test_clean_builds_everything_anew_and_leaves_foreign_files(site: SiteBuilder) -> None:
    first = site.build()
    site.write("public/notes.txt", "mine")
    summary = site.build(clean=True)
    assert (summary.counts.written, summary.counts.kept) == (first.counts.written, 0)
    assert site.read("notes.txt") == "mine"


def test_an_output_elsewhere_is_written_there(site: SiteBuilder) -> None:
    site.build(output=site.root / "elsewhere")
    assert (site.root / "elsewhere/index.html").exists()
    assert not site.output.exists()


def test_a_users_template_overrides_one_file_and_leaves_the_rest(site: SiteBuilder) -> None:
    site.write("templates/404.html", "<p>Lost at sea</p>")
    site.write("static/own.css", "p {}")
    site.build()
    assert site.read("404.html") == "<p>Lost at sea</p>"
    assert "Ferry returns" in site.read("index.html")
    assert {"own.css", "style.css"} <= site.files().keys()


def test_a_users_robots_txt_takes_the_place_of_newsgens_and_gives_it_back(site: SiteBuilder) -> None:
    site.build()
    assert site.read("robots.txt") == "User-agent: *\nAllow: /\n"
    for text in ("User-agent: One\n", "User-agent: Two\n"):
        own = site.write("static/robots.txt", text)
        # The manifest as well.
        assert site.build().counts.written == 2
        assert site.read("robots.txt") == text
    site.settings("robots: none\n")
    site.build()
    assert site.read("robots.txt") == "User-agent: Two\n"
    site.build(clean=True)
    assert site.read("robots.txt") == "User-agent: Two\n"
    own.unlink()
    site.build()
    assert site.read("robots.txt") == "User-agent: *\nDisallow: /\n"
