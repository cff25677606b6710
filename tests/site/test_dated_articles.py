"""Articles under an embargo, and such that expire, in builds of several days."""

from pathlib import Path

import pytest

from newsgen.build.build import Summary, build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.check.check import check_site
from newsgen.errors import NewsgenError
from tests.support.edits import build_from_nothing, tree

DAYS = 86_400


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "articles").mkdir(parents=True)
    for name, line in {
        "plain": "tags: [mill]",
        "embargo": "embargo: 1970-01-11",
        "later": "publishDate: 1970-01-21",
        "expired": "expiryDate: 1970-01-02",
    }.items():
        text = f"---\ntitle: The {name} text\ndate: 1969-07-20\n{line}\n---\nThis is the {name} text.\n"
        (root / f"articles/{name}.md").write_text(text, encoding="utf-8")
    return root


def build(root: Path, day: int, monkeypatch: pytest.MonkeyPatch) -> Summary:
    """Build on a day of January 1970, and compare with a build from nothing and with what `check` tells."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str((day - 1) * DAYS))
    summary = build_site(root, BuildOptions(workers="1"))
    assert tree(root / "public") == build_from_nothing(root, root.parent / "clean")
    assert check_site(root, ["expiring-texts"], workers="1").findings == summary.findings
    return summary


def test_articles_appear_when_their_day_has_come(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = build(site, 9, monkeypatch)
    assert summary.unpublished == {"embargoed": 1, "expired": 1, "future": 1}
    assert summary.counts.written > 0
    assert build(site, 10, monkeypatch).counts.written == 0
    assert build(site, 11, monkeypatch).unpublished == {"expired": 1, "future": 1}
    assert (site / "public/1969/07/the-embargo-text.html").exists()
    assert not any("expired" in file or "later" in file for file in tree(site / "public"))
    assert build(site, 25, monkeypatch).unpublished == {"expired": 1}


def test_a_published_article_that_expires_stops_the_build(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = site / "articles/plain.md"
    file.write_text(file.read_text("utf-8").replace("tags: [mill]", "expiryDate: 1970-01-15"), encoding="utf-8")
    summary = build(site, 9, monkeypatch)
    assert [found.rule for found in summary.findings] == ["expiring-texts"]
    with pytest.raises(NewsgenError, match="is gone, and with it the published address"):
        build(site, 15, monkeypatch)
    (site / "site.yaml").write_text("front_matter: {day: 1970-01-09}\n", encoding="utf-8")
    assert build(site, 15, monkeypatch).counts.written == 0


def test_a_build_of_an_earlier_day_leaves_out_what_was_to_come(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    assert build(site, 30, monkeypatch).unpublished == {"expired": 1}
    assert build(site, 9, monkeypatch).unpublished == {"embargoed": 1, "expired": 1, "future": 1}
