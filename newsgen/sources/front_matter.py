"""Splitting a text into its YAML front matter and what follows."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem

_FENCE = "---"


class Split(NamedTuple):
    """The YAML between the fences and the text after them, each with the line on which it begins.

    `yaml_line` is 0 where the text has no front matter; `close` is the closing fence as it is written.
    """

    yaml: str
    yaml_line: int
    text: str
    text_line: int
    close: str = ""


def split_front_matter(text: str, path: str, required_close: bool = True) -> Split:
    """Take the front matter off a text; blank lines before it are allowed, for editors leave them.

    Raises BuildFailed for an opening fence without a closing one, unless `required_close` is off: pasted
    text may begin with a rule of its own.
    """
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or lines[start].rstrip() != _FENCE:
        if start < len(lines) and lines[start].rstrip() == "+++":
            raise NewsgenError(
                [
                    Problem(
                        path,
                        start + 1,
                        "has TOML front matter",
                        "newsgen reads front matter as YAML.",
                        'Write it as YAML between "---" lines.',
                    )
                ]
            )
        return Split("", 0, text, 1)
    for end in range(start + 1, len(lines)):
        if lines[end].rstrip() in (_FENCE, "..."):
            return Split(
                "\n".join(lines[start + 1 : end]), start + 2, "\n".join(lines[end + 1 :]), end + 2, lines[end].rstrip()
            )
    if not required_close:
        return Split("", 0, text, 1)
    raise NewsgenError(
        [
            Problem(
                path,
                start + 1,
                'front matter has no closing "---"',
                "The whole article would be taken for fields.",
                'Put a line "---" after the last field.',
            )
        ]
    )
