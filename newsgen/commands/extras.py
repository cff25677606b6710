"""Optional libraries: an extra installs them, and a command that needs one says which extra."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from newsgen.errors import NewsgenError, Problem


def require_extra(command: str, extra: str, libraries: Sequence[str]) -> None:
    """Raise NewsgenError with the extra to install if a library that a command needs is missing."""
    missing = [name for name in libraries if not _is_installed(name)]
    if missing:
        raise NewsgenError(
            [
                Problem(
                    f"newsgen {command}",
                    0,
                    f"needs what is not installed: {', '.join(missing)}",
                    "Only this command uses it, so that newsgen is installed without it.",
                    f'Install it: pip install "newsgen[{extra}]"',
                )
            ]
        )


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ValueError:
        # Python's answer for a module that was set to None in sys.modules.
        return False
