"""What `newsgen restore` prints."""

from pathlib import Path

import pytest

from newsgen.commands.restore.report import report_restored
from newsgen.sources.importers.dump import RestoreResult


def test_missing_images_are_listed_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    report_restored(RestoreResult(1_200, 2, ("a.png", "b.png")), Path("articles"))
    assert capsys.readouterr().out == (
        "missing: a.png\nmissing: b.png\n"
        "1,200 articles and 2 files beside them restored to articles; 2 files missing.\n"
    )


def test_articles_alone_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    report_restored(RestoreResult(1, 0, ()), Path("articles"))
    assert capsys.readouterr().out == "1 article restored to articles.\n"
