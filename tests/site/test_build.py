"""Builds of the sample archive and of small ones: equal bytes, whole sites, nothing foreign touched."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from tests.support.paths import ROOT
from tests.support.sample import copy_sample

GOOD = "---\ntitle: {title}\ndate: 2019-03-12\nsection: {section}\n---\nText of {title}.\n"


def digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def write_article(root: Path, name: str, title: str, section: str = "Harbour") -> None:
    (root / "articles").mkdir(exist_ok=True)
    (root / "articles" / name).write_text(GOOD.format(title=title, section=section), encoding="utf-8")


def test_the_same_build_twice_keeps_every_file(sample: Path, tmp_path: Path) -> None:
    copy_sample(tmp_path, sample.parent)
    root = tmp_path
    first = build_site(root)
    before = digests(root / "public")
    second = build_site(root)
    assert first.counts.written == second.counts.kept > 150
    assert second.counts.written == second.counts.deleted == 0
    assert digests(root / "public") == before


def test_equal_input_gives_equal_bytes_whatever_the_surroundings(sample: Path, tmp_path: Path) -> None:
    """Other hash seeds, time zones and locales, a folder made in another order, and files ten years old."""
    trees = [digests(sample)]
    for number, (seed, zone, locale) in enumerate(
        [("7", "Asia/Tokyo", "de_DE.UTF-8"), ("42", "America/St_Johns", "tr_TR.UTF-8")]
    ):
        root = tmp_path / str(number)
        files = sorted(file for file in (ROOT / "articles").rglob("*") if file.is_file())
        for file in reversed(files) if number else files:
            target = root / "articles" / file.relative_to(ROOT / "articles")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
            os.utime(target, (1e9 * number, 1e9 * number))
        shutil.copy(ROOT / "site.yaml", root)
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        subprocess.run(
            [sys.executable, "-m", "newsgen", "build", "-q", "--root", str(root)], check=True, env=surroundings
        )
        trees.append(digests(root / "public"))
    assert trees[0] == trees[1] == trees[2]


def test_what_is_no_longer_planned_is_removed_and_foreign_files_stay(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", "Ferry returns")
    write_article(tmp_path, "b.md", "Ferry leaves", section="Council")
    (tmp_path / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    build_site(tmp_path)
    foreign = tmp_path / "public/2019/03/notes.txt"
    foreign.write_text("mine", encoding="utf-8")
    (tmp_path / "articles/b.md").unlink()
    summary = build_site(tmp_path)
    assert not (tmp_path / "public/2019/03/ferry-leaves.html").exists()
    assert not (tmp_path / "public/sections/council.html").exists()
    assert summary.counts.deleted == 2
    assert foreign.read_text(encoding="utf-8") == "mine"


def test_clean_builds_everything_anew_and_leaves_foreign_files(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", "Ferry returns")
    first = build_site(tmp_path)
    (tmp_path / "public/notes.txt").write_text("mine", encoding="utf-8")
    summary = build_site(tmp_path, clean=True)
    assert (summary.counts.written, summary.counts.kept) == (first.counts.written, 0)
    assert (tmp_path / "public/notes.txt").exists()


def test_a_users_template_overrides_one_file_and_leaves_the_rest(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", "Ferry returns")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/404.html").write_text("<p>Lost at sea</p>", encoding="utf-8")
    (tmp_path / "static").mkdir()
    (tmp_path / "static/own.css").write_text("p {}", encoding="utf-8")
    build_site(tmp_path)
    assert (tmp_path / "public/404.html").read_text(encoding="utf-8") == "<p>Lost at sea</p>"
    assert "Ferry returns" in (tmp_path / "public/index.html").read_text(encoding="utf-8")
    assert (tmp_path / "public/own.css").exists()
    assert (tmp_path / "public/style.css").exists()


def test_a_users_robots_txt_takes_the_place_of_newsgens_and_gives_it_back(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", "Ferry returns")
    build_site(tmp_path)
    file, own = tmp_path / "public/robots.txt", tmp_path / "static/robots.txt"
    assert file.read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    own.parent.mkdir()
    for text in ("User-agent: One\n", "User-agent: Two\n"):
        own.write_text(text, encoding="utf-8")
        # The manifest as well.
        assert build_site(tmp_path).counts.written == 2
        assert file.read_text(encoding="utf-8") == text
    (tmp_path / "site.yaml").write_text("robots: none\n", encoding="utf-8")
    build_site(tmp_path)
    assert file.read_text(encoding="utf-8") == "User-agent: Two\n"
    build_site(tmp_path, clean=True)
    assert file.read_text(encoding="utf-8") == "User-agent: Two\n"
    own.unlink()
    build_site(tmp_path)
    assert file.read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"


def test_an_output_elsewhere_is_written_there(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", "Ferry returns")
    build_site(tmp_path, tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere/index.html").exists()
    assert not (tmp_path / "public").exists()


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
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name == "18f" else [pytest.mark.long]) for name in NEEDS]
)
def test_a_real_site_builds_with_a_few_lines_of_settings(tmp_path: Path, name: str) -> None:
    shutil.unpack_archive(SITES / f"{name}.tar.gz", tmp_path)
    (tmp_path / name / "site.yaml").write_text(NEEDS[name], encoding="utf-8")
    summary = build_site(tmp_path / name)
    assert summary.articles == ARTICLES[name]
