"""An import writes items into a site that builds, and a later import follows what their senders did since."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from tests.importers.agency.reading import EXAMPLES, articles_in, read_paths
from tests.importers.agency.test_versions import LAST, g2, nitf


def run_import(root: Path, source: Path, *options: str) -> str:
    result = CliRunner().invoke(main, ["import", "agency", str(source), "--root", str(root), *options])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/site.yaml").write_text("title: The Sorrel Courant\nurl: https://courant.example\n")
    return tmp_path / "site"


def test_what_is_imported_is_there_and_the_same_import_changes_nothing(site: Path) -> None:
    assert "13 articles: 13 new." in run_import(site, EXAMPLES)
    files = {file: file.read_bytes() for file in (site / "articles").rglob("*") if file.is_file()}
    assert len([file for file in files if file.suffix == ".jpg"]) == 2
    assert "13 articles: 13 unchanged." in run_import(site, EXAMPLES)
    assert files == {file: file.read_bytes() for file in (site / "articles").rglob("*") if file.is_file()}


def test_a_dry_run_prints_the_articles_as_json_and_writes_nothing(site: Path) -> None:
    lines = [json.loads(line) for line in run_import(site, EXAMPLES, "--dry-run", "--json").splitlines()]
    assert len(lines) == 14
    assert lines[-1]["account"]["file"]["ninjs"]["taken"] == 3
    assert not (site / "articles").exists()


def test_a_cancellation_in_a_later_import_makes_a_draft_of_the_article(site: Path, tmp_path: Path) -> None:
    wire = tmp_path / "wire"
    wire.mkdir()
    (wire / "1.xml").write_text(g2(version=1))
    run_import(site, wire)
    (file,) = (site / "articles").rglob("*.md")
    assert "draft" not in file.read_text()
    (wire / "2.xml").write_text(g2(version=2, meta='<pubStatus qcode="stat:canceled"/>', body=""))
    run_import(site, wire)
    assert "draft: true\nstatus: trash\n" in file.read_text()
    assert "The mill stands." not in file.read_text()


# Of one version that comes twice, the one that came last counts.
VERSIONED = [name for name, (messages, kept) in LAST.items() if len(kept) < len(messages) and "again" not in name]


@pytest.mark.parametrize("is_reversed", [False, True])
@pytest.mark.parametrize("name", VERSIONED)
def test_the_last_version_stays_in_whatever_order_they_are_imported(
    site: Path, tmp_path: Path, name: str, is_reversed: bool
) -> None:
    messages, (headline,) = LAST[name]
    for number, message in enumerate(reversed(messages) if is_reversed else messages):
        wire = tmp_path / f"wire-{number}"
        wire.mkdir()
        (wire / "item.dat").write_bytes(message.encode() if isinstance(message, str) else message)
        run_import(site, wire)
    (file,) = (site / "articles").rglob("*.md")
    text = file.read_text()
    assert re.search(f'^headline: "?{headline}"?$', text, re.MULTILINE), text
    assert "Old" not in text


def test_an_older_version_is_told_and_left_out(site: Path, tmp_path: Path) -> None:
    for version, told in ((2, "1 new"), (1, "1 older than what is here, and left out"), (2, "1 unchanged")):
        wire = tmp_path / f"wire-{version}-{told[2:5]}"
        wire.mkdir()
        (wire / "item.xml").write_text(g2(version=version, headline=f"Mill {version}"))
        assert f"1 article: {told}." in run_import(site, wire)
        (file,) = (site / "articles").rglob("*.md")
        assert 'headline: "Mill 2"' in file.read_text()


TAKES_BACK = 'management-doc-idref="m1" management-idref-status="canceled"'
KILL = nitf('<date.issue norm="20190502"/><doc-id id-string="k1"/>', body="", attributes=TAKES_BACK)
STORY = nitf('<date.issue norm="20190501"/><doc-id id-string="m1"/>', "Said wrongly.")
ORDERS = {
    "the kill comes later": [STORY, KILL],
    "the story comes again": [STORY, KILL, STORY],
    "the kill comes first": [KILL, STORY],
    "both come together, and the story again": [STORY + "|" + KILL, STORY],
}


@pytest.mark.parametrize("name", ORDERS)
def test_a_kill_that_is_an_item_of_its_own_holds_in_every_import(site: Path, tmp_path: Path, name: str) -> None:
    for number, messages in enumerate(ORDERS[name]):
        for place, message in enumerate(messages.split("|")):
            file = tmp_path / f"wire-{number}" / f"{place}.xml"
            file.parent.mkdir(exist_ok=True)
            file.write_text(message)
        printed = run_import(site, file.parent)
        if number and messages is KILL:
            assert "0 articles: 1 taken back and drafts now." in printed
    texts = [file.read_text() for file in (site / "articles").rglob("*.md")]
    assert all("draft: true\nstatus: trash\n" in text for text in texts)
    assert len(texts) == (0 if "first" in name else 1)


def test_a_picture_that_is_called_as_the_text_is_belongs_to_it(tmp_path: Path) -> None:
    (tmp_path / "Story1.xml").write_text(g2("a", headline="One"))
    (tmp_path / "story1.JPG").write_bytes(b"jpeg")
    (tmp_path / "story2.xml").write_text(g2("b", headline="Two"))
    articles = articles_in(read_paths(tmp_path))
    assert {article.article.headline: [file.content for file in article.files] for article in articles} == {
        "One": [tmp_path / "story1.JPG"],
        "Two": [],
    }
