"""Read the value of each field: from a YAML value to the record's, or a refusal that says how to write it.

Every reader raises PydanticCustomError, whose context has `message`, `reason` and `fix` for the Problem it becomes.
"""

from __future__ import annotations

from typing import Literal, TypeVar

from pydantic_core import PydanticCustomError

from newsgen.record.article import Withdrawal
from newsgen.record.dates import PartialDate
from newsgen.record.limits import LINE_CHARACTERS, LISTED_NAMES, REPLACED_NAMES
from newsgen.sources.date_values import is_date, read_date_line
from newsgen.sources.dates.custom import ANY_CUSTOM, DateCustom
from newsgen.text.encoding import without_controls
from newsgen.text.entities import decode_entities, split_outside_entities
from newsgen.text.language.tags import normalise_tag
from newsgen.text.markup.links import safe_address
from newsgen.text.urls import split_url

_Value = TypeVar("_Value")
_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")
# "Nomen nescio", the replacement of a name for which the source gives none.
_NOBODY = "N. N."


def refusal(message: str, reason: str, fix: str) -> PydanticCustomError:
    """The refusal of a value: what is wrong with it, why that matters, and how to write it."""
    # The message is made of a value, which may hold what no encoding has, and pydantic encodes it.
    message = message.encode("utf-8", "backslashreplace").decode()
    return PydanticCustomError("field", "{message}", {"message": message, "reason": reason, "fix": fix})


def read_line(value: object) -> str:
    """One line of plain text, with HTML entities replaced: exports of old systems write "&amp;" for "&"."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = decode_entities(value)
        # Printable text has no control characters, and this test is much faster than the regular expression.
        line = " ".join((text if text.isprintable() else without_controls(text)).split())
        if len(line) > LINE_CHARACTERS:
            raise _too_much(len(line), "characters", LINE_CHARACTERS)
        return line
    raise refusal(
        "needs one line of text", "A list or a nested value has no place in this field.", "Write it as key: text."
    )


def read_date(value: object, custom: DateCustom = ANY_CUSTOM) -> PartialDate:
    """A date at its own precision, in any of the forms of `declared_dates`; a list may hold a single one."""
    return read_date_line(read_line(value[0] if isinstance(value, list) and len(value) == 1 else value), custom)


def read_names(value: object) -> tuple[str, ...]:
    """People: a list, a list of mappings with a name, or one text with ";" between the names.

    Of lists in a list, by which Hexo writes categories within others, each name counts.
    """
    return refuse_many(_names_in(value), LISTED_NAMES)


def refuse_many(values: tuple[_Value, ...], most: int) -> tuple[_Value, ...]:
    """The values, at most so many of them; each has a page, or a line on one."""
    if len(values) > most:
        raise _too_much(len(values), "entries", most)
    return values


def _too_much(count: int, unit: str, most: int) -> PydanticCustomError:
    return refusal(
        f"has {count:,} {unit}, and at most {most:,} are taken",
        "Building the pages of an article with so many would have no end.",
        "Look whether the value is what was meant, or divide the article (docs/limits.md).",
    )


def _names_in(value: object) -> tuple[str, ...]:
    values = split_outside_entities(value, ";") if isinstance(value, str) else value
    values = values if isinstance(values, list) else [values]
    values = [name for part in values for name in (part if isinstance(part, list) else [part])]
    names = [read_line(_name_in(part) if isinstance(part, dict) else part) for part in values if part is not None]
    return tuple(dict.fromkeys(name for name in names if name))


def _name_in(person: dict[str, object]) -> object:
    """The name in an old system's mapping for a person."""
    for key in ("name", "display_name", "display_as"):
        if person.get(key):
            return person[key]
    raise refusal("has a person without a name", "The article would lose its author.", 'Write "name: …".')


def read_tags(value: object) -> tuple[str, ...]:
    """Tags: a list, or one text with "," or ";" between them."""
    return read_names(split_outside_entities(value, ";,") if isinstance(value, str) else value)


def read_language(value: object) -> str:
    """An ISO language code, with "-" between its parts."""
    text = read_line(value)
    code = normalise_tag(text)
    if not code:
        raise refusal(
            f'"{text}" is not a language code',
            "Browsers and screen readers read the text in its language.",
            "Write the ISO code, for example en, ar or pt-BR.",
        )
    return code


def read_url(value: object) -> str:
    """An absolute http or https address."""
    address = read_line(value)
    if not has_host(address):
        raise not_an_address(address)
    return address


def has_host(address: str) -> bool:
    """Whether this is an absolute http or https address."""
    parts = split_url(address)
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def not_an_address(address: str) -> PydanticCustomError:
    """The refusal of what should be a web address."""
    message = f'"{address}" is not a web address'
    return refusal(message, "It will be linked.", "Write it whole, beginning with https://.")


def is_link(url: str) -> bool:
    """Whether a related article may be linked by this: an absolute address, or a path."""
    return has_host(url) if ":" in url or url.startswith("//") else safe_address(url)


def read_id(value: object) -> str:
    """An article's permanent name, which does not change with its file's: a number or one line of text."""
    return read_line(value)


def read_withdrawal(
    kind: Literal["withdrawn", "removed"], value: object, custom: DateCustom = ANY_CUSTOM
) -> Withdrawal | None:
    """A withdrawal: true, a reason, a date, or a mapping of reason and date; None for false."""
    facts = value if isinstance(value, dict) else {}
    if not isinstance(value, dict):
        line = read_line(value)
        if line.casefold() in _NO:
            return None
        if line.casefold() not in _YES:
            facts = {"date" if is_date(line, custom) else "reason": line}
    elif set(facts) - {"reason", "date"}:
        raise refusal(
            f"cannot read what is {kind}",
            "Readers must see why a text is gone, and since when.",
            "Write its reason, or a mapping of reason and date.",
        )
    date = facts.get("date")
    return Withdrawal(kind, read_line(facts.get("reason") or ""), read_date(date, custom) if date else None)


def read_name_replacements(value: object) -> tuple[tuple[str, str], ...]:
    """Names to replace: a list, one text with ";" between them, or a mapping of each to its replacement."""
    pairs = value if isinstance(value, dict) else dict.fromkeys(_names_in(value))
    lines = ((read_line(name), read_line(other) if other else _NOBODY) for name, other in pairs.items())
    return refuse_many(tuple((name, other) for name, other in lines if name), REPLACED_NAMES)


def read_flag(value: object) -> bool:
    """True or false."""
    if isinstance(value, str) and value.lower() in (*_YES, *_NO):
        return value.lower() in _YES
    if isinstance(value, bool):
        return value
    raise refusal("is neither true nor false", "The key asks a question of yes or no.", "Write true or false.")
