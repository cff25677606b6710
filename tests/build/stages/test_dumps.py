"""The dumps of a site: after edits they are what a build from nothing gives, with any number of workers."""

import gzip
import json
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from newsgen.output.dumps.cache import FOLDER
from tests.support.dumps import dumped
from tests.support.edits import build_from_nothing, tree
from tests.support.site_builder import make_site

OTHER = "archive.sqlite"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of 300 articles, in several chunks, with all forms of dumps."""
    root = make_site(tmp_path / "site", articles=300)
    with (root / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("data: [jsonl, csv, sqlite]\nledger: false\n")
    return root


def edit(root: Path) -> None:
    (root / "articles/17.md").unlink()
    (root / "articles/200.md").write_text("---\ntitle: Note\n---\nMore.\n", encoding="utf-8")
    (root / "articles/950.md").write_text("---\ntitle: Newest\ndate: 2030\n---\nNews.\n", encoding="utf-8")


def dumps(output: Path) -> dict[str, bytes]:
    return {file: content for file, content in tree(output).items() if file == OTHER or file.startswith("data/")}


@pytest.mark.long
def test_dumps_after_edits_are_those_of_a_clean_build(root: Path, tmp_path: Path) -> None:
    build_site(root, BuildOptions(workers="1"))
    assert len(list((root / ".newsgen" / FOLDER).iterdir())) > 4
    edit(root)
    before = set((root / ".newsgen" / FOLDER).iterdir())
    build_site(root, BuildOptions(workers="1"))
    assert before & set((root / ".newsgen" / FOLDER).iterdir())
    clean = build_from_nothing(root, tmp_path / "clean")
    assert sorted(found := dumps(root / "public")) == [
        *("archive.sqlite", "data/2020.csv.gz", "data/2020.jsonl.gz", "data/2030.csv.gz", "data/2030.jsonl.gz"),
        *("data/index.json", "data/undated.csv.gz", "data/undated.jsonl.gz"),
    ]
    assert found == {file: clean[file] for file in found}
    build_site(root, BuildOptions(workers="2", clean=True))
    assert dumps(root / "public") == found


@pytest.mark.long
def test_an_edit_writes_the_files_of_its_year_only(root: Path) -> None:
    edit(root)
    build_site(root, BuildOptions(workers="1"))
    article = root / "articles/03.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    found: dict[str, str] = {}
    build_site(root, BuildOptions(workers="1", on_written=found.__setitem__))
    assert sorted(file for file in found if file.startswith("data/")) == ["data/2020.csv.gz", "data/2020.jsonl.gz"]


def test_the_files_of_a_year_without_articles_are_gone(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", articles=2)
    (root / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    (root / "articles/9.md").write_text("---\ntitle: Old\ndate: 1951\n---\nNews.\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    assert json.loads((root / "public/data/index.json").read_bytes())["parts"] == [
        {"part": "1951", "records": 1},
        {"part": "2020", "records": 2},
    ]
    (root / "articles/9.md").unlink()
    build_site(root, BuildOptions(workers="1"))
    assert sorted(tree(root / "public/data")) == ["2020.csv.gz", "2020.jsonl.gz", "index.json"]


@pytest.mark.long
def test_an_edit_of_signs_that_readers_do_not_see_is_in_the_dumps(root: Path) -> None:
    article = root / "articles/03.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nAn *island*.\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    article.write_text(article.read_text(encoding="utf-8").replace("*", "_"), encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    assert "An _island_." in dumped(root / "public").decode()


@pytest.mark.long
def test_what_is_removed_is_not_kept(root: Path) -> None:
    article = root / "articles/03.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nA secret.\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    article.unlink()
    build_site(root, BuildOptions(workers="1"))
    kept = (root / ".newsgen" / FOLDER).glob("*.jsonl.gz")
    assert b"A secret." not in b"".join(gzip.decompress(file.read_bytes()[32:]) for file in kept)


@pytest.mark.long
@pytest.mark.parametrize("damage", ["deleted", "cut short", "overwritten"])
def test_parts_that_are_lost_or_damaged_cost_time_only(root: Path, damage: str) -> None:
    build_site(root, BuildOptions(workers="1"))
    for file in (root / ".newsgen" / FOLDER).iterdir():
        content = file.read_bytes()
        if damage == "deleted":
            file.unlink()
        else:
            file.write_bytes(content[:-1] if damage == "cut short" else bytes(len(content)))
    edit(root)
    build_site(root, BuildOptions(workers="1"))
    wanted = dumps(root / "public")
    build_site(root, BuildOptions(workers="1", clean=True))
    assert dumps(root / "public") == wanted


@pytest.mark.long
def test_dumps_that_are_not_wanted_any_more_are_gone(root: Path) -> None:
    build_site(root, BuildOptions(workers="1"))
    (root / "site.yaml").write_text("sheet_size: 5\ndata: []\nledger: false\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    assert not dumps(root / "public")
    assert not (root / ".newsgen" / FOLDER).exists()
    (root / "site.yaml").write_text("sheet_size: 5\ndata: [csv]\nledger: false\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    assert sorted(dumps(root / "public")) == ["data/2020.csv.gz", "data/index.json"]


def test_a_site_of_drafts_has_an_index_without_parts(root: Path) -> None:
    for file in (root / "articles").iterdir():
        file.unlink()
    (root / "articles/draft.md").write_text("---\ntitle: D\ndraft: true\n---\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    assert sorted(dumps(root / "public")) == ["archive.sqlite", "data/index.json"]
    assert json.loads((root / "public/data/index.json").read_bytes())["parts"] == []


@pytest.mark.long
def test_an_article_that_changes_while_the_site_is_built_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_site(root, BuildOptions(workers="1"))
    article = root / "articles/03.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nFirst.\n", encoding="utf-8")

    def saved(path: str) -> None:
        article.write_text(article.read_text(encoding="utf-8") + "\nSecond.\n", encoding="utf-8")

    with pytest.raises(NewsgenError) as failed:
        build_site(root, BuildOptions(workers="1", on_written=lambda file, reason: saved(file)))
    assert str(failed.value) == (
        "articles/03.md: changed while the site was built\n"
        "    The dumps of the archive would hold something else than its page.\n"
        "    Build again."
    )
    build_site(root, BuildOptions(workers="1"))
    assert "Second." in dumped(root / "public").decode()
