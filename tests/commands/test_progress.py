"""Bars on a terminal, and silence everywhere else and at first."""

import io

from newsgen.commands.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_each_phase_has_a_bar_with_its_count() -> None:
    terminal = Terminal()
    with Progress(terminal, delay=0) as progress:
        progress("reading", 250, 1_000)
        progress("writing", 40, 80)
    output = terminal.getvalue()
    assert "reading" in output
    assert "250/1000" in output
    assert "writing" in output
    assert "40/80" in output


def test_a_file_gets_no_bars() -> None:
    file = io.StringIO()
    with Progress(file, delay=0) as progress:
        progress("reading", 250, 1_000)
    assert file.getvalue() == ""


def test_a_short_build_shows_nothing() -> None:
    terminal = Terminal()
    with Progress(terminal, delay=3_600) as progress:
        progress("reading", 250, 1_000)
    assert terminal.getvalue() == ""
