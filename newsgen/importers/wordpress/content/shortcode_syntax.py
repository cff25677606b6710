"""The syntax of shortcodes: `[name attribute="value"]words[/name]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.importers.wordpress.content.html_comments import COMMENT

_COMMENT = re.compile(COMMENT, re.DOTALL)
_TAG = re.compile(
    r"(?P<escape>\[)?\[(?P<slash>/)?(?P<name>[A-Za-z][\w-]{0,80})"
    r"(?P<rest>(?:[\s=:/][^\[\]]{0,4000})?)\](?P<end>\])?",
)
_ATTRIBUTE = re.compile(
    r"([\w:-]{1,80})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s'\"]+))|\"([^\"]*)\"|'([^']*)'|(\S+)"
)


class Shortcode(NamedTuple):
    """A shortcode: its attributes by their names in small letters, and those without a name.

    `inner` is what it encloses, None where it encloses nothing; `source` is the whole of it.
    """

    name: str
    attributes: dict[str, str]
    words: list[str]
    inner: str | None
    source: str

    def first(self, *names: str) -> str:
        """The first attribute of these names that says something."""
        return next((self.attributes[name].strip() for name in names if self.attributes.get(name, "").strip()), "")


class Tag(NamedTuple):
    """The opening or closing tag of what looks like a shortcode, and where it stands.

    `is_escaped` says that it has brackets of its own, `opens_escape` that it has one before it: "[[name]words[/name]]".
    """

    name: str
    rest: str
    is_closing: bool
    is_escaped: bool
    start: int
    end: int
    opens_escape: bool = False


def find_tags(text: str) -> Iterator[Tag]:
    """All tags of shortcodes in a text, in their order; none is looked for in HTML comments."""
    position, bracket = 0, -1
    while True:
        if bracket < position:
            bracket = text.find("[", position)
        if bracket < 0:
            return
        comment = text.find("<!--", position, bracket)
        if comment >= 0:
            kept = _COMMENT.match(text, comment)
            position = kept.end() if kept else comment + 1
            continue
        match = _TAG.match(text, bracket)
        if not match:
            position = bracket + 1
            continue
        position = match.end()
        is_escaped = bool(match["escape"] and match["end"])
        # "[[name]" is a bracket and a shortcode.
        start = bracket + (1 if match["escape"] and not is_escaped else 0)
        end = position - (1 if match["end"] and not is_escaped else 0)
        yield Tag(match["name"], match["rest"], bool(match["slash"]), is_escaped, start, end, start > bracket)


def parse_attributes(rest: str) -> tuple[dict[str, str], list[str]]:
    """The attributes of a tag, and the words between them; "[youtube=URL]" has one such word."""
    rest = rest.strip()
    if rest.startswith("="):
        return {}, [rest[1:].strip().strip("\"'“”″")]
    attributes: dict[str, str] = {}
    words = []
    for name, *values in _ATTRIBUTE.findall(rest):
        double, single, curly, bare, *others = values
        if name:
            attributes.setdefault(name.lower(), double or single or curly or bare.rstrip("/"))
        else:
            words.append(next(filter(None, others), ""))
    return attributes, [word for word in words if word not in ("", "/")]
