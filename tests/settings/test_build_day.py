"""The day of a build or check."""

import datetime

import pytest

from newsgen.settings.build_day import today


def test_today_is_the_day_of_source_date_epoch_or_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1583020800")
    assert today() == datetime.date(2020, 3, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 20)
    assert today() == datetime.date(9999, 12, 31)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert today() >= datetime.date(2024, 1, 1)
