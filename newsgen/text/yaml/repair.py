"""Repair YAML that people write by hand: values that need quotes and have none, keys without a space, and tabs.

Only a value on one line of the top level is read as the text that stands there, and only where YAML cannot read it:
"title: Mill: the end", "title: @mayor answers", "title: [Update] Mayor resigns". A quote or bracket that opens and does
not close may go on below, and is left as it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsgen.errors import NewsgenError
from newsgen.text.yaml.reader import load_mapping

_LINE = re.compile(r"(?P<key>[^\W\d][\w .-]{0,60}?):[ \t]+(?P<value>\S(?:.*[^ \t\n])?)[ \t]*+")
# A key and its value without a space between: "author:Ada Quill", and no address.
_GLUED = re.compile(r"(?P<key>[^\W\d][\w-]{0,60}):(?P<value>[^\s:/].*)")
_CLOSING = {'"': '"', "'": "'", "[": "]", "{": "}"}
_TABS = re.compile(r"^(\t+)(?=\S)", re.MULTILINE)
_INDENTED = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)


class RepairedYaml(NamedTuple):
    """A text that may be YAML now.

    `quoted` are the keys whose values were put in quotes, `spaced` those that got a space behind their colon, and
    `had_tabs` says whether tabs became spaces.
    """

    text: str
    quoted: tuple[str, ...]
    spaced: tuple[str, ...]
    had_tabs: bool


def repair_yaml(text: str) -> RepairedYaml:
    """A text with the repairs that are not ambiguous; without any, the text itself."""
    had_tabs = any("\t" in indent for indent in _INDENTED.findall(text))
    # Tabs beside spaces have no one width.
    if had_tabs and all(set(indent) == {"\t"} for indent in _INDENTED.findall(text)):
        text = _TABS.sub(lambda tabs: "  " * len(tabs[1]), text)
    else:
        had_tabs = False
    quoted: list[str] = []
    spaced: list[str] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        glued = _GLUED.fullmatch(line)
        if glued:
            line = lines[index] = f"{glued['key']}: {glued['value']}"
            spaced.append(glued["key"])
        match = _LINE.fullmatch(line)
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if match and not following.startswith((" ", "\t", "-")) and _needs_quotes(match["key"], match["value"]):
            lines[index] = f"{match['key']}: '{match['value'].replace(chr(39), chr(39) * 2)}'"
            quoted.append(match["key"])
    return RepairedYaml("\n".join(lines), tuple(quoted), tuple(spaced), had_tabs)


def _needs_quotes(key: str, value: str) -> bool:
    closing = _CLOSING.get(value[0])
    if closing and closing not in value[1:]:
        return False
    try:
        load_mapping(f"{key}: {value}", "")
    except NewsgenError:
        return True
    return False
