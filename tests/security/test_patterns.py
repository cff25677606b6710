"""No regular expression of the package takes a time without an end, whatever text it is given."""

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest

from tests.support.patterns import Attack, Named, attacks_on, find_patterns

# Seconds of this process after which a search in so few characters has no end.
_ENOUGH = 1.0
_SHORT, _SEARCHED = 80, 4_000
# Patterns that are looked for in texts of any length by others than the owner, each with the method that is used.
LINEAR = {
    "newsgen.archive.permalinks.urls._LEFT_OVER": "search",
    "newsgen.commands.check.anchors._ANCHOR_LINK": "search",
    "newsgen.commands.check.rules.headline_form._STOP": "fullmatch",
    "newsgen.commands.check.rules.insecure_links._LINK": "search",
    "newsgen.importers.agency.item.values._DATELINE": "match",
    "newsgen.importers.agency.wires.anpa._PART": "search",
    "newsgen.importers.agency.wires.iptc7901._SENT": "search",
    "newsgen.importers.agency.xml.decode._DECLARED": "search",
    "newsgen.importers.clippings.files.html._BEGINNING": "match",
    "newsgen.importers.html.page.fields.author_names._BETWEEN": "search",
    "newsgen.importers.html.page.fields.authors._PARTS": "search",
    "newsgen.importers.html.page.fields.headline._SEPARATOR": "search",
    "newsgen.importers.html.template.field_texts._BY": "match",
    "newsgen.importers.jekyll.expressions._ARGUMENT": "search",
    "newsgen.importers.jekyll.liquid._PAIRS": "search",
    "newsgen.importers.conversion.comment_text._LINK": "search",
    "newsgen.importers.site_folder.attributes._EMPTY": "search",
    "newsgen.importers.site_folder.attributes._WRAPPED": "search",
    "newsgen.importers.site_folder.lost_links._ELEMENT": "search",
    "newsgen.importers.site_folder.lost_links._INLINE": "search",
    "newsgen.importers.wordpress.content.blocks._FILE_BUTTON": "search",
    "newsgen.importers.wordpress.content.body._PLAYED": "search",
    "newsgen.importers.wordpress.content.body._SMILEY": "search",
    "newsgen.sources.exports.covers._COVER": "fullmatch",
    "newsgen.sources.markdown._TITLE": "match",
    "newsgen.sources.omitted._SIGNS": "search",
    "newsgen.sources.omitted._IMAGE": "search",
    "newsgen.sources.pasted.page_title._SEPARATOR": "search",
    "newsgen.text.markup.markdown.many_signs._SIGN": "search",
}


class _TooLong(Exception):
    """The time is over."""


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raise _TooLong when this process has worked so long in the block: regular expressions look at signals."""

    def stop(number: int, frame: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _seek(pattern: re.Pattern[str] | re.Pattern[bytes], method: str, attack: Attack, length: int) -> None:
    text = attack.text(length)
    subject = text.encode() if isinstance(pattern.pattern, bytes) else text
    if method in ("match", "fullmatch"):
        getattr(pattern, method)(subject)
    else:
        for _ in pattern.finditer(subject):  # type: ignore[arg-type]
            pass


def _seek_all(pattern: re.Pattern[str]) -> None:
    for attack in attacks_on(pattern):
        _seek(pattern, "match", attack, _SHORT)


def _time(pattern: re.Pattern[str], method: str, attack: Attack, length: int) -> float:
    """The least time of this process in several tries: others on the machine only lengthen it."""
    times = []
    for _ in range(3):
        started = time.process_time()
        _seek(pattern, method, attack, length)
        times.append(time.process_time() - started)
    return min(times)


def _methods(named: Named) -> set[str]:
    """The ways in which a pattern is used; one that is handed on may be used in any."""
    return {name if name in ("match", "fullmatch") else "search" for name in named.methods or ("search", "fullmatch")}


@pytest.mark.long
def test_no_pattern_reads_a_short_text_in_ways_without_number() -> None:
    patterns = find_patterns()
    assert len(patterns) > 700
    endless = []
    for named in patterns:
        for method in _methods(named):
            for attack in attacks_on(named.pattern):
                try:
                    with _within(_ENOUGH):
                        _seek(named.pattern, method, attack, _SHORT)
                except _TooLong:
                    endless.append((named.place, method, attack))
                    break
    assert endless == []


@pytest.mark.hours
@pytest.mark.parametrize("place", LINEAR)
def test_a_pattern_for_long_texts_takes_four_times_as_long_for_four_times_the_text(place: str) -> None:
    module, _, name = place.rpartition(".")
    pattern, method = getattr(import_module(module), name), LINEAR[place]
    slow = []
    for attack in attacks_on(pattern):
        short = _time(pattern, method, attack, _SEARCHED)
        # What takes less is too short to compare; where time grows with the square, it is more.
        if short > 0.002:
            ratio = _time(pattern, method, attack, 4 * _SEARCHED) / short
            if ratio > 9:
                slow.append((attack, ratio))
    assert slow == []


@pytest.mark.parametrize("pattern", [r"(a+)+b", r"(?:a|a)*c", r"(?:[-_]|--)+\s", r"(\w+\s?)*:"])
def test_a_pattern_that_has_no_end_is_found_by_these_strings(pattern: str) -> None:
    compiled = re.compile(pattern)
    with pytest.raises(_TooLong), _within(0.2):
        _seek_all(compiled)
