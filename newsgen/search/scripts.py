"""The search page's script: the files of `browser/` in one, so that a reader waits for one and not for all."""

from __future__ import annotations

import re
from functools import cache

from newsgen.search.stemmers import BROWSER

# Each may need those before it; the last one is the page's own.
ORDER = "bits files index terms query plan nearness ranking guesses marks results page".split()

_TEXT = r'"(?:[^"\\]|\\.)*"|`[^`]*`'
# A line that may have a regular expression is left as it is; in all others there are texts, and blanks around signs.
_EXPRESSION = re.compile(r"(?:^|[(=,:&|!?]) ?/")
_TEXT_OR_SIGN = re.compile(rf"({_TEXT})| ?([]=+*?:<>|&{{}}(),;![-]+) ?")

# Nobody changes what is constant: a browser need not be told.
_CONSTANT = re.compile(r"^(for \(|)const\b")

_OPEN = (";", "{", ",", "(", "[")
# What ends before a bracket that closes needs no sign of its own to end.
_NEEDLESS = re.compile(r"[;,]?\n(?=[]})])|\n(?=[.?:|&])")


@cache
def join_scripts() -> bytes:
    """The script, without comments and most blanks: a quarter less to load.

    The files keep to what this asks of them: a comment has lines of its own, and no text goes over several lines.
    """
    files = (BROWSER / f"{name}.js" for name in ORDER)
    lines = (line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines())
    squeezed = (_squeeze(line) for line in lines if line and not line.startswith("//"))
    joined = _NEEDLESS.sub("", "".join(f"{line}\n" for line in squeezed))
    # Behind these signs nobody, and no browser, takes the end of a line for the end of a statement.
    return "".join(
        line if line.endswith(_OPEN) and not _has_expression(line) else f"{line}\n" for line in joined.splitlines()
    ).encode()


def _squeeze(line: str) -> str:
    line = _CONSTANT.sub(r"\1let", line)
    if _has_expression(line):
        return line
    return _TEXT_OR_SIGN.sub(lambda found: found[1] or found[2], line)


def _has_expression(line: str) -> bool:
    return bool(_EXPRESSION.search(re.sub(_TEXT, "", line)))
