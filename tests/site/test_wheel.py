"""The wheel: what people install has the default theme in it and needs no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.support.paths import ROOT


@pytest.mark.long
def test_a_wheel_carries_the_theme_and_builds_a_site_in_any_folder(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path))
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    for folder in ("templates", "static"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file():
                assert f"newsgen/theme_files/{file.relative_to(ROOT).as_posix()}" in names
    package = [file for file in (ROOT / "newsgen").rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    assert {".css", ".html", ".js", ".po", ".py", ".txt", ".yaml"} <= {file.suffix for file in package}
    assert [file for file in package if file.relative_to(ROOT).as_posix() not in names] == []
    (tmp_path / "desk/articles").mkdir(parents=True)
    (tmp_path / "desk/site.yaml").write_text("language: de\n", encoding="utf-8")
    (tmp_path / "desk/articles/a.md").write_text("# Ferry returns\n\nIt is back.\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "newsgen", "build"],
        check=True,
        cwd=tmp_path / "desk",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "PYTHONSAFEPATH": "1"},
    )
    page = (tmp_path / "desk/public/undated/ferry-returns.html").read_text(encoding="utf-8")
    assert "Ferry returns" in page
    assert "Zum Text springen" in page
    assert (tmp_path / "desk/public/style.css").is_file()
