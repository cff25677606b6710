"""The name of this process among all that write into a folder, also from other machines."""

from __future__ import annotations

import os

# Machines that share a folder number their processes alike. Those that were forked here have a number of their own.
_MACHINE = os.urandom(4).hex()


def process_name() -> str:
    """The name of this process, which no other process has that may write into the same folder."""
    return f"{os.getpid()}-{_MACHINE}"
