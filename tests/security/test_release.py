"""What is released: dependencies are pinned and used, their licences known, and a wheel always has the same bytes."""

import ast
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.support.paths import ROOT
from tools.list_components import (
    EXTRAS,
    PROJECT,
    bill_of_materials,
    components,
    declared,
    licences_page,
    locked_versions,
)

_ALL = tuple(PROJECT["optional-dependencies"])
# Packages that no module imports: data, what is run as a program, and types for mypy.
_NOT_IMPORTED = {
    "bagit",
    "flask",
    "flask-cors",
    "mypy",
    "pytest-timeout",
    "pytest-xdist",
    "ruff",
    "snowballstemmer",
    "types-jsonschema",
    "types-pyyaml",
    "tzdata",
}
# Python's own tools, which every environment has, and what pip freeze leaves out.
_OWN = {"newsgen", "pip", "setuptools", "wheel"}


def _is_locked(name: str, locked: str) -> bool:
    try:
        return version(name) == locked
    except PackageNotFoundError:
        return False


def _has_other_releases() -> bool:
    """Whether other releases are installed than the pinned ones: these may need other packages."""
    return not all(_is_locked(name, locked) for name, locked in locked_versions().items())


_PINNED_ONLY = pytest.mark.skipif(
    _has_other_releases(), reason="other releases are installed than those of constraints.txt"
)


@_PINNED_ONLY
def test_every_dependency_is_pinned() -> None:
    locked = locked_versions()
    needed = {one.name for one in components(_ALL)}
    assert sorted(needed - locked.keys()) == []
    assert all(locked.values())


@_PINNED_ONLY
def test_everything_that_is_pinned_is_needed() -> None:
    needed = {one.name for one in components(_ALL)}
    assert sorted(locked_versions().keys() - needed - _OWN) == []


def test_every_declared_dependency_is_imported() -> None:
    names = {name: {canonicalize_name(one) for one in owners} for name, owners in packages_distributions().items()}
    imported: set[str] = set()
    for folder in ("newsgen", "tests", "tools"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                modules += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
                for module in modules:
                    imported |= names.get(module.partition(".")[0], set())
    needed = {canonicalize_name(one.name) for one in declared(_ALL)}
    assert sorted(needed - imported - _NOT_IMPORTED) == []


def test_every_licence_is_known() -> None:
    assert [one.name for one in components() if not one.licence] == []


def test_the_page_of_licences_lists_what_is_installed() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert [one.name for one in components() if f"[{one.name}](" not in page] == []
    if all(_is_locked(one.name, one.version) for one in components()):
        assert page == licences_page()


def test_the_bill_of_materials_names_what_is_installed(tmp_path: Path) -> None:
    wheel = tmp_path / "newsgen-1.2-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    bill = bill_of_materials(wheel)
    assert json.dumps(bill) == json.dumps(bill_of_materials(wheel))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["purl"] == "pkg:pypi/newsgen@1.2"
    named = {part["bom-ref"]: part for part in bill["components"]}
    assert {"jinja2", "pillow", "selectolax"} <= named.keys()
    assert all(part["version"] and part["licenses"] for part in named.values())
    (own, *others) = bill["dependencies"]
    assert own["ref"] == "newsgen"
    assert {one["ref"] for one in others} == named.keys()
    assert {need for one in bill["dependencies"] for need in one["dependsOn"]} <= named.keys()
    assert set(own["dependsOn"]) == {canonicalize_name(one.name) for one in declared(EXTRAS)} & named.keys()


@pytest.mark.long
def test_a_wheel_has_the_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    wheels = []
    for number, mode in enumerate((0o644, 0o600)):
        copy = tmp_path / f"copy{number}"
        parts = ("newsgen", "templates", "static", "pyproject.toml", "README.md", "LICENSE")
        for name in parts:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / name)
        for file in copy.rglob("*"):
            if file.is_file():
                file.chmod(mode)
                os.utime(file, (1_500_000_000 + number, 1_500_000_000 + number))
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / str(number))],
            cwd=copy,
            check=True,
            capture_output=True,
        )
        (wheel,) = (tmp_path / str(number)).iterdir()
        wheels.append((wheel.name, wheel.read_bytes()))
    assert wheels[0] == wheels[1]
