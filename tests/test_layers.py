"""The house itself: what may import what, that every module has its tests, and who may print."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsgen"
TESTS = Path(__file__).parent

# From the ground up. A module imports only from rows above its own, so that those on one row do not know each other.
LAYERS = """
newsgen
newsgen.errors newsgen.dates newsgen.locales newsgen.digest newsgen.scan newsgen.theme newsgen.wishes newsgen.progress newsgen.plain_markdown newsgen.plain_yaml newsgen.lookup newsgen.arguments newsgen.live.policy newsgen.pictures newsgen.pictures.picture newsgen.crawlers newsgen.feed_blocks newsgen.feed_settings newsgen.checks newsgen.checks.likeness newsgen.near_slugs newsgen.old_urls.old_url newsgen.dumps newsgen.dumps.database newsgen.citations.names newsgen.citations.wording newsgen.setting_values newsgen.tables newsgen.shared_parts newsgen.search newsgen.search.index newsgen.search.reader newsgen.search.spelling newsgen.search.stemmers newsgen.search.posting newsgen.search.units newsgen.headings newsgen.search.reader.closeness newsgen.similarity newsgen.similarity.passages
newsgen.article newsgen.ledger newsgen.pictures.naming newsgen.pictures.recipe newsgen.pictures.vector newsgen.source newsgen.state newsgen.output newsgen.held newsgen.words newsgen.edition newsgen.extras newsgen.starter newsgen.yaml_lines newsgen.checks.names newsgen.checks.places newsgen.old_urls.cdx newsgen.old_urls.sitemap_urls newsgen.dumps.kept newsgen.citations.reference newsgen.search.terms newsgen.search.codes newsgen.search.numbers newsgen.search.scripts
newsgen.article_text newsgen.ledger_file newsgen.theme_settings newsgen.language newsgen.yaml_text newsgen.markup newsgen.lacks newsgen.inputs newsgen.spool newsgen.live newsgen.pictures.measures newsgen.pictures.colours newsgen.unpublishing newsgen.check_settings newsgen.checks.unread_files newsgen.old_urls newsgen.manifest newsgen.parts newsgen.citations.apa newsgen.citations.chicago newsgen.citations.mla newsgen.citations.ris newsgen.search.index.blocks newsgen.search.bits newsgen.search.reader.query newsgen.search.wording newsgen.built
newsgen.ledger_table newsgen.config newsgen.media newsgen.related newsgen.site_app newsgen.pictures.raster newsgen.pictures.cache newsgen.dumps.lines newsgen.verify newsgen.search.entries newsgen.search.reader.marks newsgen.similarity.rarity
newsgen.search.index.unblock newsgen.permalinks newsgen.loader.values newsgen.loader.front_matter newsgen.watching newsgen.site_server newsgen.pictures.make newsgen.checks.text newsgen.bag newsgen.search.reader.guesses newsgen.search.reader.reading newsgen.similarity.vector
newsgen.search.index.edit newsgen.new_article newsgen.pictures.index newsgen.register newsgen.loader.fields newsgen.loader.pasted.line newsgen.loader.pasted.shape newsgen.loader.pasted.phrases newsgen.loader.pasted.days newsgen.pages.feed_entry newsgen.checks.alt_texts newsgen.checks.blanks newsgen.checks.fact newsgen.checks.insecure_links newsgen.checks.leftover_markup newsgen.checks.mangled_text newsgen.checks.odd_dates newsgen.checks.short_bodies newsgen.citations.bibtex newsgen.search.reader.matching newsgen.similarity.gist newsgen.similarity.nearest
newsgen.entry newsgen.loader.metadata newsgen.loader.markdown newsgen.loader.record newsgen.loader.pasted.names newsgen.pages.feed_items newsgen.answers newsgen.checks.chrome newsgen.checks.duplicates newsgen.checks.folder_dates newsgen.checks.fragments newsgen.checks.headline_case newsgen.checks.headline_form newsgen.loader.recorded newsgen.citations newsgen.search.reader.phrases newsgen.search.reader.ranking newsgen.similarity.postings
newsgen.archive newsgen.loader.pasted.observe newsgen.checks.repeated_headlines newsgen.restore
newsgen.groups newsgen.beside newsgen.addresses newsgen.checks.related_links newsgen.url_check newsgen.dumps.chunks newsgen.suggestions newsgen.seating newsgen.loader.pasted.body newsgen.loader.pasted.section
newsgen.feed_names newsgen.checks.lone_sections newsgen.checks.spellings newsgen.search.words newsgen.search.reader.filters newsgen.catalogue newsgen.loader.pasted.headline newsgen.loader.pasted.gather newsgen.loader.pasted.tail newsgen.loader.pasted.byline
newsgen.search.index.cards newsgen.search.index.filing newsgen.search.reader.searching newsgen.loader.pasted.above newsgen.checks.index
newsgen.search.index.numbering newsgen.search.index.invert newsgen.search.index.shelf newsgen.loader.pasted.top
newsgen.search.index.plan newsgen.loader.pasted.inside
newsgen.search.index.shards newsgen.loader.pasted.label
newsgen.loader.pasted
newsgen.loader.reading
newsgen.loader newsgen.inspection
newsgen.pages.page newsgen.checks.reading newsgen.coverage
newsgen.pages.missing newsgen.pages.theme_style newsgen.pages.redirects newsgen.pages.grid newsgen.pages.feed_links newsgen.pages.news_sitemap newsgen.pages.facts newsgen.search.index.root newsgen.pages.search newsgen.coverage_text
newsgen.pages.story newsgen.pages.listing newsgen.pages.sitemap newsgen.frame newsgen.pages.head_tags newsgen.pages.json_ld newsgen.search.index.files newsgen.search.index.shelve
newsgen.pages.feed newsgen.pages.calendar newsgen.pages.anniversary newsgen.pages.front newsgen.renderer newsgen.pages.robots
newsgen.pages
newsgen.worker newsgen.report newsgen.enter_pages
newsgen.workers newsgen.trial newsgen.touch newsgen.url_text newsgen.search_text
newsgen.pictures.settle newsgen.check newsgen.dumps.files newsgen.search.index.settle newsgen.search_command
newsgen.intake newsgen.publish newsgen.check_text
newsgen.update newsgen.check_command
newsgen.rebuild
newsgen.build
newsgen.urls_command newsgen.serve newsgen.keeping
newsgen.cli
newsgen.__main__
"""  # noqa: E501
LEVELS = {name: level for level, row in enumerate(LAYERS.split("\n")) for name in row.split()}
MAY_PRINT = {
    "newsgen.cli",
    "newsgen.check_command",
    "newsgen.keeping",
    "newsgen.report",
    "newsgen.search_command",
    "newsgen.urls_command",
}


def module_name(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def imported_modules(file: Path) -> Iterator[str]:
    """Every newsgen module that a file imports, wherever in the file the import stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "newsgen")
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: imports are absolute"
            if (node.module or "").split(".")[0] == "newsgen":
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    yield inner if inner in MODULES else str(node.module)


def calls(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_every_module_has_its_place() -> None:
    assert set(LEVELS) == set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_downward_only(name: str) -> None:
    above = {module for module in imported_modules(MODULES[name]) if LEVELS[module] >= LEVELS[name]}
    assert not above


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_its_purpose(name: str) -> None:
    purpose = ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8"))) or ""
    assert purpose.split("\n")[0].strip()


@pytest.mark.parametrize("name", sorted(set(MODULES) - {"newsgen", "newsgen.__main__"}))
def test_every_module_has_its_tests(name: str) -> None:
    """newsgen.loader.fields is tested by tests/loader/test_fields.py, newsgen.loader by tests/test_loader.py."""
    *folders, last = name.split(".")[1:]
    assert TESTS.joinpath(*folders, f"test_{last}.py").is_file()


@pytest.mark.parametrize("name", sorted(set(MODULES) - MAY_PRINT))
def test_only_the_cli_and_the_report_print(name: str) -> None:
    printing = {"print", "click.echo", "sys.stdout.write", "sys.stderr.write", "sys.exit", "exit"}
    assert not printing & set(calls(MODULES[name]))
