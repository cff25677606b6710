"""The index as a whole: its files depend on the articles alone."""

from pathlib import Path

from newsgen.build.build import build_site
from tests.support.paths import ROOT


def files(site: Path) -> dict[str, bytes]:
    folder = site / "public" / "search"
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def build(site: Path, names: list[str]) -> dict[str, bytes]:
    """The index of a site with articles of these names, built from nothing."""
    (site / "articles").mkdir(parents=True)
    (site / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    for name in names:
        text = f"---\ntitle: The {name} ferry\ndate: 2020-03-01\nlanguage: en\n---\nAll about {name}.\n"
        (site / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    build_site(site)
    return files(site)


def test_the_order_in_which_articles_were_added_does_not_matter(tmp_path: Path) -> None:
    whole = build(tmp_path / "whole", ["harbour", "island", "river"])
    grown = tmp_path / "grown"
    assert build(grown, ["island"]) != whole
    for name in ("river", "harbour"):
        text = (tmp_path / "whole" / "articles" / f"{name}.md").read_text(encoding="utf-8")
        (grown / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
        build_site(grown)
    assert files(grown) == whole


def test_the_writer_of_the_index_does_not_import_its_reader() -> None:
    """Both follow docs/format/search.md alone, and the reader is tested with indexes that were written from it."""
    modules = (ROOT / "newsgen" / "search" / "index").glob("*.py")
    assert [module.name for module in modules if "newsgen.search.reader" in module.read_text(encoding="utf-8")] == []
