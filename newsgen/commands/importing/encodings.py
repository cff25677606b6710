"""The encoding that an option of an import names."""

from __future__ import annotations

import codecs

from newsgen.errors import NewsgenError, Problem


def codec_of(encoding: str) -> str:
    """The codec of an encoding's name, "" for none. Raises NewsgenError for one that nobody knows."""
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        reason, fix = "Letters would be lost or wrong.", "Write a name such as WINDOWS-1252 or Shift_JIS."
        raise NewsgenError([Problem("--encoding", 0, f'"{encoding}" is no encoding', reason, fix)]) from None
