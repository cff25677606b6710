"""YAML as people write it: every scalar stays text, every key keeps its line, and nothing crashes.

YAML 1.1 turns `no` into False, `12:30` into 750 and a time with an offset into another time. In article
text those are a language, a headline and a date, so only null, true and false are converted.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from newsgen.errors import BuildFailed, Problem

# PyYAML's C loader recurses on the C stack: 50,000 nested brackets crash the interpreter. Depth cannot
# exceed the number of opening signs, and no honest front matter comes near these figures.
_MOST_CHARACTERS = 1_000_000
_MOST_BRACKETS = 1_000
_NESTED_SIGNS = re.compile(r"(?:[-?:]\s+){50}")

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TextLoader(_Parser):  # type: ignore[misc]
    """A safe loader that converts nothing but null, true and false."""


_TextLoader.yaml_implicit_resolvers = {}
_NULL = re.compile(r"^(?:~|null|Null|NULL|)$")
_BOOL = re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$")
_TextLoader.add_implicit_resolver("tag:yaml.org,2002:null", _NULL, ["~", "n", "N", ""])
_TextLoader.add_implicit_resolver("tag:yaml.org,2002:bool", _BOOL, list("tTfF"))


class Mapping(NamedTuple):
    """The keys and values of a YAML text, and the line of each key.

    Of a key that stands more than once, `values` holds the last value and `doubles` all of them.
    """

    values: dict[str, Any]
    lines: dict[str, int]
    doubles: dict[str, list[Any]]


def load_mapping(text: str, path: str, first_line: int = 1) -> Mapping:
    """Read a YAML text of `key: value` lines; `first_line` is the line of the file on which it begins.

    Raises BuildFailed naming the line where the YAML breaks, or text too large or too deeply nested to be honest.
    """
    _refuse_hostile(text, path, first_line)
    loader = _TextLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Mapping({}, {}, {})
        if not isinstance(node, yaml.MappingNode):
            raise _failed(path, first_line, "is not a list of keys and values", 'Write one "key: value" a line.')
        _refuse_aliases(node, path, first_line)
        return _construct(loader, node, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise _failed(path, line, f"cannot read YAML: {error.problem}", _mend(str(error.problem))) from None
    except yaml.YAMLError as error:
        what = str(error).split("\n")[0]
        raise _failed(path, first_line, f"cannot read YAML: {what}", "Remove the character.") from None
    except (RecursionError, TypeError, ValueError) as error:
        raise _failed(path, first_line, f"cannot read YAML: {error}", "Write plain keys and values.") from None
    finally:
        loader.dispose()


def _refuse_hostile(text: str, path: str, first_line: int) -> None:
    brackets = text.count("[") + text.count("{")
    if len(text) > _MOST_CHARACTERS or brackets > _MOST_BRACKETS or _NESTED_SIGNS.search(text):
        what, mend = (
            "cannot read YAML: too large or too deeply nested",
            "Keep it to plain keys, values and short lists.",
        )
        raise _failed(path, first_line, what, mend)


def _construct(loader: Any, node: yaml.MappingNode, first_line: int) -> Mapping:
    lines: dict[str, int] = {}
    found: dict[str, list[Any]] = {}
    for key, value in node.value:
        name = str(loader.construct_object(key, deep=True))
        lines[name] = first_line + key.start_mark.line
        found.setdefault(name, []).append(loader.construct_object(value, deep=True))
    values = {name: constructed[-1] for name, constructed in found.items()}
    return Mapping(values, lines, {name: constructed for name, constructed in found.items() if len(constructed) > 1})


def _refuse_aliases(root: yaml.Node, path: str, first_line: int) -> None:
    """Refuse `*name` references: a few lines of them can stand for gigabytes once they are followed."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            line = first_line + node.start_mark.line
            what, mend = "cannot read YAML: it refers to itself with & and *", "Write the value out where it is needed."
            raise _failed(path, line, what, mend)
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in node.value for part in pair)


def _mend(problem: str) -> str:
    if "mapping values" in problem:
        return 'Put the value in quotes: a ": " inside a plain value ends it.'
    if "'\\t'" in problem or "tab" in problem:
        return "Indent with spaces, not tabs."
    return "Check quotes, brackets and indentation here and in the line above."


def _failed(path: str, line: int, what: str, mend: str) -> BuildFailed:
    return BuildFailed([Problem(path, line, what, "Its fields cannot be read until the YAML is.", mend)])
