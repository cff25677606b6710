"""Every test is collected: pytest leaves out folders by their names, silently."""

from fnmatch import fnmatch

import pytest

from tests.support.paths import ROOT


def test_no_folder_of_tests_has_a_name_that_pytest_leaves_out(pytestconfig: pytest.Config) -> None:
    folders = {file.parent for file in (ROOT / "tests").rglob("test_*.py") if "node_modules" not in file.parts}
    names = {part for folder in folders for part in folder.relative_to(ROOT).parts}
    assert [
        (name, pattern) for name in names for pattern in pytestconfig.getini("norecursedirs") if fnmatch(name, pattern)
    ] == []
