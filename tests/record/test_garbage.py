"""Garbage is looked for seldom while a site is built."""

from __future__ import annotations

import gc

import pytest

from newsgen.record.garbage import collecting_seldom


def test_garbage_is_looked_for_seldom_inside_and_as_before_after() -> None:
    before = gc.get_threshold()

    with collecting_seldom():
        assert gc.get_threshold()[0] == 20_000 > before[0]
        assert gc.get_freeze_count()

    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()


def test_garbage_is_looked_for_as_before_after_an_error() -> None:
    before = gc.get_threshold()

    with pytest.raises(ValueError, match="no site"), collecting_seldom():
        raise ValueError("no site")

    assert gc.get_threshold() == before
