"""The syntax of shortcodes: `[name attribute="value"]words[/name]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.importers.wordpress.content.html_comments import COMMENT

_TAG = re.compile(
    rf"(?P<kept>{COMMENT})"
    r"|(?P<escape>\[)?\[(?P<slash>/)?(?P<name>[A-Za-z][\w-]{0,80})"
    r"(?P<rest>(?:[\s=:/][^\[\]]{0,4000})?)\](?P<end>\])?",
    re.DOTALL,
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
    for match in _TAG.finditer(text):
        if match["name"]:
            is_escaped = bool(match["escape"] and match["end"])
            # "[[name]" is a bracket and a shortcode.
            start = match.start() + (1 if match["escape"] and not is_escaped else 0)
            end = match.end() - (1 if match["end"] and not is_escaped else 0)
            yield Tag(match["name"], match["rest"], bool(match["slash"]), is_escaped, start, end, start > match.start())


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
