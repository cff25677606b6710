"""Real sites of other generators build with a few lines of settings. They do not ship; without them this is skipped."""

import shutil
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from tests.support.paths import ROOT

SITES = ROOT.parent / "shared" / "data" / "sites"
# What each real site needed beyond its name: which folder holds the articles, and what its old system left in them.
NEEDS = {
    "digitalgov": """
articles: content/news
ignore:
  - _index.md
  - 2018-09-24-example.md
  - 2023-11-20-infrastructure-as-a-public-service.md
  # Others declare the addresses of these two as their own older ones.
  - 2015-01-09-personas-101.md
  - 2021-09-02-spotlight-chat-planning-a-federal-prize-competition.md
original_url: https://digital.gov
permalink: /{year}/{month}/{day}/{slug}/
front_matter: {keep: ["*"]}
markdown: {html: true}
""",
    "18f": """
articles: content/posts
original_url: https://18f.gsa.gov
permalink: /{year}/{month}/{day}/{slug}/
missing_images: note
front_matter: {keep: ["*"]}
markdown:
  html: true
  replace: [{pattern: '\\{\\{\\s*["'']([^"'']+)["'']\\s*\\|\\s*url\\s*\\}\\}', by: '\\1'}]
""",
    "bitcoinops": """
articles: _posts
original_url: https://bitcoinops.org
missing_images: note
front_matter: {keep: ["*"]}
markdown: {html: true}
""",
}
ARTICLES = {"digitalgov": 2078, "18f": 509, "bitcoinops": 1884}


@pytest.mark.skipif(not SITES.exists(), reason="the real sites are absent")
@pytest.mark.long
@pytest.mark.parametrize("name", NEEDS)
def test_a_real_site_builds_with_a_few_lines_of_settings(tmp_path: Path, name: str) -> None:
    shutil.unpack_archive(SITES / f"{name}.tar.gz", tmp_path)
    (tmp_path / name / "site.yaml").write_text(NEEDS[name], encoding="utf-8")
    summary = build_site(tmp_path / name)
    assert summary.articles == ARTICLES[name]
