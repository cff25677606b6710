"""Names of files as lines of a list."""

from __future__ import annotations


def escape_name(file: str) -> str:
    """A file name as a line of a list: a line end in it would make it two names."""
    return file.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def unescape_name(line: str) -> str:
    """The file name of a line that `escape_name` made."""
    return line.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
