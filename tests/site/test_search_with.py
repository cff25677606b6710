"""A site that begins or ceases to search other archives is what a clean build makes of it."""

from pathlib import Path

import pytest

from tests.support.site_builder import SiteBuilder


@pytest.mark.long
def test_what_searches_other_archives_comes_and_goes_with_its_setting(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path / "site")
    site.notes(range(3))
    policies: list[str] = []
    for setting in ("", "search_with: [https://courant.example/]", "search_with: [../courant/]", ""):
        site.settings(f"header_rules: [netlify]\n{setting}\n")
        site.build()
        assert site.files() == site.files_from_nothing(), setting
        assert ("findElsewhere" in site.read("search/scripts/search.js")) == bool(setting)
        assert ('id="elsewhere"' in site.read("search.html")) == bool(setting)
        (policy,) = (line for line in site.read("_headers").split("\n") if "script-src" in line)
        policies.append(policy.partition("script-src ")[2].partition(";")[0])
    assert policies == ["'self'", "'self' https://courant.example/search/", "'self'", "'self'"]
