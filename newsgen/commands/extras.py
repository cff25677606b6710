"""Libraries that only some commands need: they are installed by an extra, and a command says so where they are not."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from newsgen.errors import NewsgenError, Problem


def need_extra(command: str, extra: str, libraries: Sequence[str]) -> None:
    """Raise BuildFailed where a library that a command needs is not installed, naming the extra that brings it."""
    lacking = [name for name in libraries if not _is_installed(name)]
    if lacking:
        raise NewsgenError(
            [
                Problem(
                    f"newsgen {command}",
                    0,
                    f"needs what is not installed: {', '.join(lacking)}",
                    "Only this command uses it, so that newsgen is installed without it.",
                    f'Install it: pip install "newsgen[{extra}]"',
                )
            ]
        )


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ValueError:
        # So Python answers for a module that was made unimportable.
        return False
