"""Say what was learnt."""

from __future__ import annotations

from newsgen.commands.console import count_of
from newsgen.settings import READING_FILE
from newsgen.settings.learnt_reading import LearntReading


def format_result(learnt: LearntReading) -> str:
    """What was learnt, in one sentence."""
    if learnt.is_blank:
        return (
            f"{READING_FILE}: {count_of(learnt.texts, 'pasted text')} with nothing in common that helps to read them."
        )
    lines, sections = count_of(len(learnt.recurring), "recurring line"), count_of(len(learnt.sections), "section")
    fields = ", ".join(f"{name} in {found.of:,}" for name, found in learnt.places.items())
    found = f"{lines} and {sections}" + (f"; places of {fields}" if fields else "")
    return f"{READING_FILE}: learnt from {count_of(learnt.texts, 'pasted text')} {found}."
