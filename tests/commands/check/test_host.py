"""`newsgen check --host` and `host:` in site.yaml."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from tests.support.site_builder import SiteBuilder


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    return SiteBuilder(tmp_path)


def run(site: SiteBuilder, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(site.root)])


def large_site(site: SiteBuilder) -> str:
    """A site whose film Cloudflare Pages does not take; the problem."""
    site.notes(range(1, 4))
    site.write("static/film.mp4", bytes(26_214_401))
    return (
        f"{site.output}/film.mp4: has 26,214,401 bytes, and Cloudflare Pages takes 26,214,400\n"
        "    Readers would not find all of the site there.\n"
        "    Leave the dumps out with data: [], or the large file out of static/, and keep it in an object store.\n"
    )


def test_a_check_for_a_host_tells_what_is_passed(site: SiteBuilder) -> None:
    problem = large_site(site)
    assert run(site, "check", "--host", "netlify").exit_code == 2
    run(site, "build")
    passed = run(site, "check", "--host", "cloudflare-pages")
    assert (passed.stdout, passed.exit_code) == (f"{problem}cloudflare-pages: 1 limit passed.\n", 1)
    assert run(site, "check", "--host", "cloudflare-pages", "--fail-on", "never").exit_code == 0
    within = run(site, "check", "--host", "netlify")
    assert (within.stdout, within.exit_code) == ("netlify: the site is within all limits.\n", 0)
    found = json.loads(run(site, "check", "--host", "cloudflare-pages", "--json").stdout)
    assert found["host"] == "cloudflare-pages"
    assert [problem["message"] for problem in found["found"]] == [
        "has 26,214,401 bytes, and Cloudflare Pages takes 26,214,400"
    ]


def test_a_build_tells_what_it_passes_of_its_own_host(site: SiteBuilder) -> None:
    problem = large_site(site)
    site.settings("host: cloudflare-pages\n")
    first = run(site, "build", "-q")
    assert first.stderr == f"{problem}1 problem: the site is built, and its host does not take all of it.\n"
    assert first.exit_code == 0
    assert run(site, "build", "-q").stderr == ""
    site.settings("host: netlify\n")
    assert run(site, "build", "-q").stderr == ""
    site.settings("host: cloudflare-pages\n")
    site.edit("articles/01.md", "Text 1.", "Text one.")
    assert run(site, "build", "-q", "--strict").exit_code == 1


def test_a_host_that_is_not_known_is_refused(site: SiteBuilder) -> None:
    site.settings("host: geocities\n")
    assert "cannot use host" in run(site, "build").stderr
