"""The search page's script: the files of `browser/` in one, so that a reader waits for one and not for all."""

from __future__ import annotations

import re
from functools import cache

from newsgen.search.stemmers import BROWSER

# Each may need those before it; the last one is the page's own.
ORDER = "bits files index terms query plan nearness ranking guesses marks results page".split()

# A line that may have a regular expression is left as it is; in all others there are texts, and blanks around signs.
_TEXT_OR_SIGN = re.compile(r'("(?:[^"\\]|\\.)*"|`[^`]*`)| ?([]=+*?:<>|&{}(),;![-]+) ?')

_OPEN = (";", "{", ",", "(", "[")


@cache
def join_scripts() -> bytes:
    """The script, without comments and most blanks: a quarter less to load.

    The files keep to what this asks of them: a comment has lines of its own, and no text goes over several lines.
    """
    files = (BROWSER / f"{name}.js" for name in ORDER)
    lines = (line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines())
    squeezed = (_squeeze(line) for line in lines if line and not line.startswith("//"))
    # Behind these signs nobody, and no browser, takes the end of a line for the end of a statement.
    return "".join(line if line.endswith(_OPEN) and "/" not in line else f"{line}\n" for line in squeezed).encode()


def _squeeze(line: str) -> str:
    return line if "/" in line else _TEXT_OR_SIGN.sub(lambda found: found[1] or found[2], line)
