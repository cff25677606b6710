"""The problems of a cluster, as messages."""

from __future__ import annotations

from newsgen.errors import Problem

_WITHOUT = "or build without --executor."


def no_scheduler(address: str, error: BaseException) -> Problem:
    """The problem of a scheduler that does not answer."""
    message = "no scheduler of Dask answers there"
    reason = f"Without it there are no workers ({type(error).__name__})."
    return Problem(address, 0, message, reason, f"Start it with dask scheduler, {_WITHOUT}")


def scheduler_gone(address: str) -> Problem:
    """The problem of a scheduler that answered, and does not any more."""
    message = "the scheduler does not answer any more"
    reason = "What its workers do cannot be had without it."
    return Problem(address, 0, message, reason, f"Start it again and build again, {_WITHOUT}")


def no_workers(address: str) -> Problem:
    """The problem of a scheduler without workers."""
    message, reason = "the scheduler has no workers", "Nobody would do the work."
    return Problem(address, 0, message, reason, f"Start some with dask worker {address}, {_WITHOUT}")


def cluster_failed(address: str, error: BaseException | None) -> Problem:
    """The problem of workers that cannot run newsgen at all."""
    message = f"the workers cannot do the work: {type(error).__name__}: {error}"
    reason = "They need the same newsgen, Python and distributed as this machine."
    return Problem(address, 0, message, reason, "Install the same there, and start them again.")


def no_lock_on_windows() -> Problem:
    """The problem of a system without the lock that keeps builds apart."""
    message, reason = "does not work on Windows", "Python has no lock there that several readers share."
    return Problem("--executor", 0, message, reason, "Build on Linux or macOS, or without --executor.")
