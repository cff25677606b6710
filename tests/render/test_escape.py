"""Tests of `render/escape.py`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from newsgen.render.escape import escape_value


class _Bold:
    def __html__(self) -> str:
        return "<b>bold</b>"


@pytest.mark.parametrize("value", ["R&D <'\">", "", Markup("<b>"), 3, None, ["<"], _Bold()])
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escape_value(value) == str(escape(value))


@given(st.text())
def test_a_text_is_escaped_as_markupsafe_does(text: str) -> None:
    assert escape_value(text) == str(escape(text))
