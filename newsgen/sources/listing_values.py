"""Read the values of fields whose names have listings of their own: newspapers, people, places, an owner's groups.

As in `field_values`, every reader raises PydanticCustomError for what its field cannot hold.
"""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from newsgen.sources.field_values import read_line, read_names

# Where an old system's mapping for a person or a thing has its name.
_NAME_KEYS = ("name", "display_name", "display_as")


def read_listed_names(value: object) -> tuple[str, ...]:
    """The names of a group: a list, a list of mappings with a name, or one text with ";" between the names."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict) and not any(part.get(key) for key in _NAME_KEYS):
            raise PydanticCustomError("field", "{message}", _WITHOUT_NAME)
    return read_names(value)


def read_publication(value: object) -> tuple[str, ...]:
    """The names of newspapers: a list, a mapping with a name, or one text, which is the whole name of one."""
    return (line,) if isinstance(value, str) and (line := read_line(value)) else read_listed_names(value)


def read_print_page(value: object) -> str:
    """The page of the printed paper; of a list all pages, with commas between."""
    parts = value if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(read_line, (part for part in parts if part is not None))))


_WITHOUT_NAME = {
    "message": "has an entry without a name",
    "reason": "It could be in no listing.",
    "fix": 'Write "name: …".',
}
