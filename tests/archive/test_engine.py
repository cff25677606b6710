import shutil
from pathlib import Path

import pytest

from newsgen.archive.engine import engine_digest
from tests.support.paths import ROOT


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of newsgen's own files, which the digest is made of."""
    copy = shutil.copytree(ROOT / "newsgen", tmp_path / "newsgen", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr("newsgen.archive.engine._PACKAGE", copy)
    return copy


@pytest.mark.parametrize("name", ["render/renderer.py", "pages/crawlers.txt", "locale/de/LC_MESSAGES/newsgen.po"])
def test_another_file_of_code_or_data_makes_another_engine(package: Path, name: str) -> None:
    before = engine_digest.__wrapped__()
    file = package / name
    file.write_bytes(file.read_bytes() + b"\n")
    assert engine_digest.__wrapped__() != before


def test_what_decides_no_page_makes_no_other_engine(package: Path) -> None:
    before = engine_digest.__wrapped__()
    (package / "__pycache__").mkdir()
    (package / "__pycache__/cli.py").write_bytes(b"")
    (package / "starter_files/site.yaml").write_bytes(b"")
    assert engine_digest.__wrapped__() == before
