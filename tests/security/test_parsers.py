"""Damaged input of every parser ends in a message or in what can be read of it, and never in a traceback.

An hour of it for each parser, with other examples each time, and one of them alone:

    NEWSGEN_FUZZ_SECONDS=3600 pytest -m hours tests/security/test_parsers.py
    NEWSGEN_FUZZ_SECONDS=3600 pytest -m hours tests/security/test_parsers.py -k wordpress
"""

import os
import random
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from newsgen.errors import NewsgenError, Problem
from tests.support.parser_targets import TARGETS

_SECONDS = float(os.environ.get("NEWSGEN_FUZZ_SECONDS", "60"))
# What parsers stumble over: ends and beginnings of structures, numbers at their limits, signs of other encodings.
_MARKS = (
    *(b"", b"\0", b"\xff", b"\xed\xa0\x80", b"\\ud800", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\n\n", b"---\n"),
    *(b"{", b"[", b"}", b"]", b'"', b"'", b"<", b">", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE a ["),
    *(b"<!ENTITY a 'b'>", b"&a;", b"&#0;", b"&#xffffffff;", b"%00", b"%", b"{{", b"{%", b"!!python/object:x"),
    *(b"&x [*x]", b"*x", b": ", b"- ", b"-1", b"1e999", b"NaN", b"99999999999999999999", b"0000-00-00", b"9999-99-99"),
    *(b"../../x", b"\\u-32769?", b"\\bin9999999 ", b"[" * 3000, b"<b>" * 3000, b"> " * 3000, b"{" * 3000),
    *(b"{\\b" * 3000, b"a" * 70_000, b" " * 5000),
)


@st.composite
def _damaged(draw: st.DrawFn, inputs: list[bytes]) -> bytes:
    """One of the inputs after one to four edits: cut, doubled, swapped, with other bytes or a mark in it."""
    content = draw(st.sampled_from(inputs))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        length = draw(st.sampled_from((0, 1, 2, 8, 64, len(content))))
        new = draw(st.one_of(st.sampled_from(_MARKS), st.binary(max_size=8), st.just(content[at : at + length] * 2)))
        content = content[:at] + new + content[at + length :]
    return content


def _read(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        problems: tuple[Problem, ...] = ()
        try:
            TARGETS[name].read(content, Path(folder))
        except NewsgenError as failed:
            problems = failed.problems
        assert all(problem.message and problem.fix for problem in problems)


@pytest.mark.parametrize("name", TARGETS)
def test_whole_input_is_read(name: str) -> None:
    for content in TARGETS[name].inputs:
        _read(name, content)


@pytest.mark.long
@pytest.mark.parametrize("name", TARGETS)
def test_damaged_input_ends_in_no_traceback(name: str) -> None:
    _fuzz(name, 2, 60)


@pytest.mark.hours
@pytest.mark.parametrize("name", TARGETS)
def test_an_hour_of_damaged_input_ends_in_no_traceback(name: str) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        _fuzz(name, random.SystemRandom().randrange(1 << 32), 200)


def _fuzz(name: str, start: int, examples: int) -> None:
    @seed(start)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(_damaged(list(TARGETS[name].inputs)))
    def run(content: bytes) -> None:
        _read(name, content)

    run()
