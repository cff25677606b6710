"""Bars on a terminal, and silence everywhere else and at first."""

import io

from newsgen.commands.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_phase_has_a_bar_with_what_is_done_of_how_much() -> None:
    terminal = Terminal()
    with Progress(terminal, patience=0) as progress:
        progress("reading", 250, 1_000)
        progress("writing", 40, 80)
    shown = terminal.getvalue()
    assert "reading" in shown
    assert "250/1000" in shown
    assert "writing" in shown
    assert "40/80" in shown


def test_what_is_no_terminal_gets_nothing() -> None:
    file = io.StringIO()
    with Progress(file, patience=0) as progress:
        progress("reading", 250, 1_000)
    assert file.getvalue() == ""


def test_a_short_build_shows_nothing() -> None:
    terminal = Terminal()
    with Progress(terminal, patience=3_600) as progress:
        progress("reading", 250, 1_000)
    assert terminal.getvalue() == ""
