"""Whether the library that reads HTML is installed, without which most formats cannot be imported."""

from __future__ import annotations

from newsgen.commands.console import report_problems
from newsgen.commands.extras import require_extra
from newsgen.errors import NewsgenError


def has_html_reader() -> bool:
    """Whether HTML can be read; if not, the extra to install is printed."""
    try:
        require_extra("import", "import", ("selectolax",))
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was imported.")
        return False
    return True
