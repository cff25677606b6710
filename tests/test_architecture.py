"""The rooms of the package: what may import what, no circles, and who may print."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.support.paths import ROOT

PACKAGE = ROOT / "newsgen"

# A file's room is its first folder; a room imports only from the rooms named in its row.
MAY_IMPORT = {
    "errors": "",
    "record": "errors",
    "text": "errors record",
    "images": "errors record",
    "settings": "errors record text",
    "sources": "errors record text settings archive",
    "archive": "errors record text images settings",
    "search": "errors record text settings archive",
    "pages": "record text settings archive",
    "output": "errors record settings archive",
    "render": "errors record text settings archive pages",
    "build": "errors record text images settings sources archive search pages output render",
    "commands": "errors record text images settings sources archive search pages output render build",
    "cli": "commands",
}
PRINTING = {"print", "click.echo", "sys.stdout.write", "sys.stderr.write", "sys.exit", "exit"}


def _module_name(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def _imported_modules(file: Path) -> Iterator[str]:
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


IMPORTS = {name: set(_imported_modules(file)) - {name} for name, file in MODULES.items()}


def _room(name: str) -> str:
    return name.split(".")[1]


ROOMED = [name for name in MODULES if name not in ("newsgen", "newsgen.__main__")]


def _imports_between(folders: Mapping[str, str]) -> dict[str, set[str]]:
    """The imports between the folders in which modules lie."""
    between: dict[str, set[str]] = {folder: set() for folder in folders.values()}
    for name, imported in IMPORTS.items():
        if name in folders:
            between[folders[name]] |= {folders[other] for other in imported if other in folders} - {folders[name]}
    return between


@pytest.mark.parametrize("name", ROOMED)
def test_a_room_imports_from_lower_rooms_only(name: str) -> None:
    rooms = {_room(other) for other in IMPORTS[name] if other in ROOMED} - {_room(name)}
    assert rooms <= set(MAY_IMPORT[_room(name)].split())


def test_no_modules_import_each_other_in_a_circle() -> None:
    TopologicalSorter(IMPORTS).prepare()


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_no_folders_of_a_room_import_each_other_in_a_circle(room: str) -> None:
    folders = {name: name.split(".")[2] for name in MODULES if name.startswith(f"newsgen.{room}.")}
    TopologicalSorter(_imports_between(folders)).prepare()


@pytest.mark.parametrize("name", MODULES)
def test_every_module_states_its_purpose(name: str) -> None:
    purpose = ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8"))) or ""
    assert purpose.split("\n")[0].strip()


def _may_print(name: str) -> bool:
    return name.startswith("newsgen.commands.") and name.split(".")[-1] in ("command", "report", "console", "progress")


@pytest.mark.parametrize("name", [name for name in MODULES if not _may_print(name)])
def test_only_commands_and_their_reports_print(name: str) -> None:
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    assert not PRINTING & {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
