"""What `newsgen verify` prints."""

import pytest

from newsgen.commands.verify.report import report_fixity
from newsgen.commands.verify.verify import FixityReport


def test_differences_are_listed_by_kind_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    report_fixity(FixityReport(1_200, ("a.txt",), ("b.txt", "caf\udce9"), ()))
    assert capsys.readouterr().out == (
        "missing: a.txt\nadded: b.txt\nadded: caf\\udce9\n1,200 files are as published; 1 missing, 2 added.\n"
    )


def test_one_file_is_counted_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    report_fixity(FixityReport(1, (), (), ()))
    assert capsys.readouterr().out == "1 file is as published; nothing is missing, added or changed.\n"
