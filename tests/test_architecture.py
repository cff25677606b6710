"""The rooms of the package: what may import what, no circles, who may execute SQL, who may print, and sizes."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.support.paths import ROOT

PACKAGE = ROOT / "newsgen"

# A file's room is its first folder; a room imports only from the rooms named in its row.
MAY_IMPORT = {
    "errors": "",
    "version": "",
    "record": "errors",
    "text": "errors record",
    "images": "errors record",
    "settings": "errors record text",
    "sources": "errors record text settings",
    "archive": "version errors record text images settings",
    "search": "errors record text settings archive",
    "pages": "version record text settings archive",
    "output": "errors record settings archive",
    "render": "errors record text settings pages",
    "build": "version errors record text images settings sources archive search pages output render",
    "importers": "errors record text images settings sources archive",
    "commands": "version errors record text images settings sources archive search pages output render build importers",
    "cli": "version commands",
}
# The owners of tables: docs/architecture.md says which tables are whose. The database among the dumps is no state.
EXECUTES_SQL = {
    *("archive.articles", "archive.checksum", "archive.database", "archive.groups", "archive.images", "archive.links"),
    *("archive.identifiers", "archive.translations.table"),
    *(
        "archive.permalinks.ledger_table",
        "archive.permalinks.listing_table",
        "archive.permalinks.unmet_table",
        "archive.suggestions",
        "build.findings",
        "build.inputs",
        "build.workers.spool",
    ),
    *("importers.agency.item_index", "importers.found_addresses"),
    *("importers.web.page_index", "importers.wordpress.index", "importers.written"),
    *("importers.temporary_index", "importers.table.sqlite_rows", "importers.temporary_database"),
    "importers.warc.capture_index",
    *("output.dumps.sqlite", "output.pending", "output.register"),
    *("search.index.block_table", "search.index.word_table"),
}
FLAT_FILES = {"__init__.py", "__main__.py", "cli.py", "errors.py", "py.typed", "version.py"}
MOST_LINES = 250
MOST_PARAMETERS = 6
PRINTING = {"print", "click.echo", "sys.stdout.write", "sys.stderr.write", "sys.exit", "exit"}
_LAST_NAMES = {name.rpartition(".")[2] for name in PRINTING}


def _module_name(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}


@cache
def _tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


def _imported_modules(name: str) -> Iterator[str]:
    """Every newsgen module that a module imports, wherever in the file the import stands."""
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "newsgen")
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}: imports are absolute"
            if (node.module or "").split(".")[0] == "newsgen":
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    yield inner if inner in MODULES else str(node.module)


@pytest.fixture(scope="module")
def imports() -> Mapping[str, set[str]]:
    """The modules that each module imports."""
    return {name: set(_imported_modules(name)) - {name} for name in MODULES}


def _room(name: str) -> str:
    return name.split(".")[1]


ROOMED = [name for name in MODULES if name not in ("newsgen", "newsgen.__main__")]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_from_lower_rooms_only(imports: Mapping[str, set[str]], room: str) -> None:
    allowed = {*MAY_IMPORT[room].split(), room}
    members = [name for name in ROOMED if _room(name) == room]
    assert members
    assert [
        f"{name} imports {other}"
        for name in members
        for other in sorted(imports[name])
        if other in ROOMED and _room(other) not in allowed
    ] == []


def test_every_module_is_in_a_room() -> None:
    assert {_room(name) for name in ROOMED} == MAY_IMPORT.keys()


def test_no_modules_import_each_other_in_a_circle(imports: Mapping[str, set[str]]) -> None:
    # The package itself imports what it offers only when it is used.
    TopologicalSorter({name: imported - {"newsgen"} for name, imported in imports.items()}).prepare()


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_no_folders_of_a_room_import_each_other_in_a_circle(imports: Mapping[str, set[str]], room: str) -> None:
    folders = {name: name.split(".")[2] for name in MODULES if name.startswith(f"newsgen.{room}.")}
    between: dict[str, set[str]] = {folder: set() for folder in folders.values()}
    for name, folder in folders.items():
        between[folder] |= {folders[other] for other in imports[name] if other in folders} - {folder}
    TopologicalSorter(between).prepare()


def test_every_module_states_its_purpose() -> None:
    purposes = {name: ast.get_docstring(_tree(name)) or "" for name in MODULES}
    assert [name for name, purpose in purposes.items() if not purpose.split("\n")[0].strip()] == []


def _may_print(name: str) -> bool:
    return name.startswith("newsgen.commands.") and name.split(".")[-1] in ("command", "report", "console", "progress")


def _last_name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_only_commands_and_their_reports_print() -> None:
    assert [
        f"{name}:{node.lineno}"
        for name in MODULES
        if not _may_print(name)
        for node in ast.walk(_tree(name))
        if isinstance(node, ast.Call) and _last_name(node.func) in _LAST_NAMES and ast.unparse(node.func) in PRINTING
    ] == []


def test_only_the_owners_of_tables_execute_sql() -> None:
    assert {
        name.removeprefix("newsgen.")
        for name in MODULES
        for node in ast.walk(_tree(name))
        if isinstance(node, ast.Attribute) and node.attr in ("execute", "executemany", "executescript")
    } == EXECUTES_SQL


def test_only_two_modules_use_functions_that_fail_at_the_host_of_an_address() -> None:
    assert {
        name.removeprefix("newsgen.")
        for name in MODULES
        for node in ast.walk(_tree(name))
        if isinstance(node, ast.ImportFrom) and node.module == "urllib.parse"
        for alias in node.names
        if alias.name in ("urlsplit", "urlparse", "urljoin")
    } == {"text.urls", "output.publishing.stores.open_store"}


def test_all_other_modules_lie_in_a_folder() -> None:
    assert {file.name for file in PACKAGE.iterdir() if file.is_file()} == FLAT_FILES


def test_modules_are_small() -> None:
    lengths = {name: len(file.read_text(encoding="utf-8").splitlines()) for name, file in MODULES.items()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    arguments = function.args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def test_functions_have_few_parameters() -> None:
    assert [
        f"{name}:{node.lineno} {node.name}"
        for name in MODULES
        for node in ast.walk(_tree(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and len(_parameters(node)) > MOST_PARAMETERS
    ] == []
