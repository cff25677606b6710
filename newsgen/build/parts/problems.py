"""What can be wrong with a plan and its parts, as messages."""

from __future__ import annotations

from pathlib import Path

from newsgen.errors import Problem

_ANEW = "Make a new plan: newsgen build --plan N"
_ONE_STATE = "The parts would not be of one state of the site."
# The reason and the fix where the plan cannot be written.
PLAN_IS_NEEDED = ("Parts are read by the plan.", "Make the folder writable and free some space.")
PART_IS_NEEDED = ("The parts of a plan are joined from there.", "Make the folder writable and free some space.")


def no_plan(file: Path) -> Problem:
    """The problem of a site without a plan."""
    return Problem(str(file), 0, "is not there", "Parts are read and joined by a plan.", _ANEW)


def damaged(file: Path) -> Problem:
    """The problem of a plan or part that is not as it was written."""
    fix = "Copy it again, or delete it and make it again."
    return Problem(str(file), 0, "is damaged or not whole", "Articles would be missing.", fix)


def other_engine(file: Path) -> Problem:
    """The problem of a plan that another newsgen made."""
    message, reason = "was made by another newsgen, or with other libraries", "The parts would not be read alike."
    return Problem(str(file), 0, message, reason, f"Install the same on all machines. {_ANEW}")


def no_such_part(file: Path, number: int, parts: int) -> Problem:
    """The problem of a number that no part has."""
    message = f"has {parts} parts, and none with the number {number}"
    return Problem(str(file), 0, message, "There is nothing to read.", f"Write a number from 1 to {parts}.")


def done_already(file: Path, number: int) -> Problem:
    """The problem of a part that is there."""
    message = f"is part {number}, which was read already"
    reason = "Reading it again would give the same."
    return Problem(str(file), 0, message, reason, "Leave it out; to read it again, delete the file first.")


def source_changed(articles: str, path: str) -> Problem:
    """The problem of a source that is not as it was planned."""
    return Problem(f"{articles}/{path}", 0, "changed since the plan was made", _ONE_STATE, _ANEW)


def source_gone(articles: str, path: str) -> Problem:
    """The problem of a source that cannot be opened while the plan is made."""
    message, reason = "cannot be read", "A plan must know every source."
    return Problem(f"{articles}/{path}", 0, message, reason, "Make the file readable, or take it away.")


def settings_changed(file: Path) -> Problem:
    """The problem of a plan that was made by other settings."""
    message = "was made before site.yaml, reading.yaml or metadata.csv changed"
    return Problem(str(file), 0, message, _ONE_STATE, _ANEW)


def missing_part(file: Path, number: int) -> Problem:
    """The problem of a part that is not there."""
    fix = f"Read it: newsgen build --part {number}"
    return Problem(str(file), 0, f"is not there: part {number}", "Its articles would be missing.", fix)


def other_plan(file: Path) -> Problem:
    """The problem of a part that was read by another plan."""
    return Problem(str(file), 0, "is a part of another plan", _ONE_STATE, "Delete it, and read the part by this plan.")


def read_twice(file: Path, number: int, other: Path) -> Problem:
    """The problem of a part that two files hold."""
    message, reason = f"is part {number}, as {other.name} is", "Only one of them can be joined."
    return Problem(str(file), 0, message, reason, "Delete one of them.")
