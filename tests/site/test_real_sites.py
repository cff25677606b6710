"""Real sites of other generators build with a few lines of settings. They do not ship; without them this is skipped."""

import shutil
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.commands.build.report import report_build
from tests.support.paths import ROOT

SITES = ROOT.parent / "shared" / "data" / "sites"
# What each real site needed beyond its name: which folder holds the articles, and what its old system left in them.
NEEDS = {
    "digitalgov": """
articles: content/news
ignore:
  - _index.md
  - 2018-09-24-example.md
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
ARTICLES = {"digitalgov": 2081, "18f": 509, "bitcoinops": 1884}


@pytest.mark.skipif(not SITES.exists(), reason="the real sites are absent")
@pytest.mark.long
@pytest.mark.parametrize("name", NEEDS)
def test_a_real_site_builds_with_a_few_lines_of_settings(tmp_path: Path, name: str) -> None:
    shutil.unpack_archive(SITES / f"{name}.tar.gz", tmp_path)
    (tmp_path / name / "site.yaml").write_text(NEEDS[name], encoding="utf-8")
    summary = build_site(tmp_path / name)
    assert summary.articles == ARTICLES[name]


# Folders of articles that build without a site.yaml: the archive, the folder in it, and the number of articles.
AS_THEY_ARE = {
    "digitalgov": ("sites/digitalgov.tar.gz", "digitalgov/content/news", 2081),
    "18f": ("sites/18f.tar.gz", "18f/content/posts", 509),
    "bitcoinops": ("sites/bitcoinops.tar.gz", "bitcoinops/_posts", 1884),
    "creative-commons-labs": ("wordpress/creative-commons-labs-posts.tar.gz", "cclabs/docs/_posts", 222),
}
MOST_LINES = 15


@pytest.mark.skipif(not SITES.exists(), reason="the real sites are absent")
@pytest.mark.long
@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_a_real_folder_builds_at_the_first_try_and_says_what_to_fix(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, folder, articles = AS_THEY_ARE[name]
    shutil.unpack_archive(SITES.parent / archive, tmp_path)
    root = tmp_path / "site"
    root.mkdir()
    (tmp_path / folder).rename(root / "articles")
    summary = build_site(root)
    assert summary.articles == articles
    report_build(summary, 1.0, verbose=False)
    assert len(capsys.readouterr().out.splitlines()) <= MOST_LINES
