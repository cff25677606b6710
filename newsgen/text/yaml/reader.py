"""Read YAML without type coercion, with line numbers, and safely.

YAML 1.1 turns `no` into False, `12:30` into 750 and a time with an offset into another time. In article text those are
a language, a headline and a date. So PyYAML only composes the text, and `newsgen.text.yaml.node_values` decides what
its nodes mean.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from newsgen.errors import NewsgenError, Problem
from newsgen.record.limits import YAML_BRACKETS, YAML_CHARACTERS, YAML_REFERENCES
from newsgen.text.yaml.fast_reader import read_plain
from newsgen.text.yaml.node_values import NodeReader, key_name

# Before 6.0.4, PyYAML's C parser recurses on the C stack without a limit: 50,000 nested brackets crash the interpreter.
# The depth cannot exceed the number of opening signs, and of those that stand in texts the parser knows.
_NESTED_SIGNS = re.compile(r"(?:[-?:]\s+){50}")
# What PyYAML says of more than 1,000 levels since 6.0.4. With earlier releases Python's stack runs out.
_NESTING_LIMIT = "exceeded maximum nesting depth"
_DEEPEST = 100
_TOO_DEEP = "cannot read YAML: too large or too deeply nested"
_KEEP_PLAIN = "Keep it to plain keys, values and short lists."
_MERGE = "tag:yaml.org,2002:merge"
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mapping(NamedTuple):
    """The keys and values of a YAML text, and the line of each key.

    For a key that occurs more than once, `values` holds the last value and `duplicates` all of them. `comments` holds
    what stands behind a value on its line and is a comment to YAML, such as "#1 in the county".
    """

    values: dict[str, Any]
    lines: dict[str, int]
    duplicates: dict[str, list[Any]]
    comments: dict[str, str] = {}  # noqa: RUF012 - never changed


def load_mapping(text: str, path: str, first_line: int = 1) -> Mapping:
    """Read a YAML text of `key: value` lines; `first_line` is the line of the file `path` on which it begins.

    Raises NewsgenError for invalid YAML, with its line, and for a text too large or too deeply nested to be honest.
    """
    _refuse_hostile(text, path, first_line)
    plain = read_plain(text, first_line)
    return Mapping(plain.values, plain.lines, {}) if plain else parse_mapping(text, path, first_line)


def parse_mapping(text: str, path: str, first_line: int = 1) -> Mapping:
    """Read a text with PyYAML alone; `load_mapping` refuses hostile texts before it calls this."""
    try:
        node = yaml.compose(text, Loader=_Parser)
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return Mapping({}, {}, {})
        if not isinstance(node, yaml.MappingNode):
            raise _failed(path, first_line, "is not a list of keys and values", 'Write one "key: value" a line.')
        references = _find_references(node, path, first_line)
        return _read_keys(node, NodeReader(text, references), first_line)
    except yaml.MarkedYAMLError as error:
        if _NESTING_LIMIT in str(error.problem):
            raise _failed(path, first_line, _TOO_DEEP, _KEEP_PLAIN) from None
        # An unclosed quote or bracket is fixed where it opens, not at the end of the text.
        unclosed = "end of stream" in str(error.problem) or "flow" in str(error.context)
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        fix = _fix_for(str(error.problem), text, mark)
        raise _failed(path, line, f"cannot read YAML: {error.problem}", fix) from None
    except RecursionError:
        raise _failed(path, first_line, _TOO_DEEP, _KEEP_PLAIN) from None
    except yaml.YAMLError as error:
        message = str(error).split("\n")[0]
        raise _failed(path, first_line, f"cannot read YAML: {message}", "Remove the character.") from None


def _refuse_hostile(text: str, path: str, first_line: int) -> None:
    brackets = text.count("[") + text.count("{")
    is_suspect = brackets > YAML_BRACKETS or _NESTED_SIGNS.search(text)
    if len(text) > YAML_CHARACTERS or (is_suspect and _is_too_deep(text)):
        raise _failed(path, first_line, _TOO_DEEP, _KEEP_PLAIN)


def _is_too_deep(text: str) -> bool:
    """Whether a text opens more lists and mappings by brackets than anyone writes, or has too many in each other.

    PyYAML tells of them one by one, without going into them.
    """
    depth = opened = 0
    try:
        for event in yaml.parse(text, Loader=_Parser):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                opened += bool(event.flow_style)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _DEEPEST or opened > YAML_BRACKETS:
                return True
    except yaml.YAMLError:
        # What composes the text comes to the same place, and says what is wrong with it.
        return False
    return False


def _find_references(root: yaml.Node, path: str, first_line: int) -> frozenset[int]:
    """The nodes, by their ids, to which `*name` refers.

    Raises NewsgenError for references within what they refer to, and for more of them than anyone writes: a few lines
    can grow to gigabytes.
    """
    seen: set[int] = set()
    referred: set[int] = set()
    count = 0
    waiting = [(root, frozenset[int]())]
    while waiting:
        node, above = waiting.pop()
        count += id(node) in referred or id(node) in seen
        if id(node) in above or count > YAML_REFERENCES:
            message = "cannot read YAML: it refers to itself with & and *"
            raise _failed(path, first_line + node.start_mark.line, message, "Write the value out where it is needed.")
        if id(node) in seen:
            referred.add(id(node))
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            continue
        inner = above | {id(node)}
        parts = node.value if isinstance(node, yaml.SequenceNode) else [part for pair in node.value for part in pair]
        waiting.extend((part, inner) for part in parts)
    return frozenset(referred)


def _read_keys(node: yaml.MappingNode, reader: NodeReader, first_line: int) -> Mapping:
    lines: dict[str, int] = {}
    all_values: dict[str, list[Any]] = {}
    comments: dict[str, str] = {}
    for key, value in _merged(node):
        name = key_name(key)
        lines[name] = first_line + key.start_mark.line
        all_values.setdefault(name, []).append(reader.value_of(value))
        comment = reader.comment_behind(value)
        if comment:
            comments[name] = comment
        else:
            comments.pop(name, None)
    last_values = {name: values[-1] for name, values in all_values.items()}
    duplicates = {name: values for name, values in all_values.items() if len(values) > 1}
    return Mapping(last_values, lines, duplicates, comments)


def _merged(node: yaml.MappingNode) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping, with those that "<<: *name" adds to it (YAML 1.1, "merge")."""
    own = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
    pairs: list[tuple[yaml.Node, yaml.Node]] = []
    for key, value in node.value:
        if key.tag == _MERGE and isinstance(value, yaml.MappingNode):
            pairs += [pair for pair in value.value if pair[0].value not in own]
        else:
            pairs.append((key, value))
    return pairs


def _fix_for(problem: str, text: str, mark: yaml.Mark | None) -> str:
    if "mapping values" in problem:
        return 'Put the value in quotes: a ": " inside a plain value ends it.'
    lines = text.split("\n")
    if mark and mark.line < len(lines) and "\t" in lines[mark.line]:
        return "Indent with spaces, not tabs."
    return "Check quotes, brackets and indentation here and in the line above."


def _failed(path: str, line: int, message: str, fix: str) -> NewsgenError:
    return NewsgenError([Problem(path, line, message, "Its fields cannot be read until the YAML is.", fix)])
