"""What the nodes of a YAML text mean in front matter: the text that was meant, where YAML would say something else.

A bare null, true or false is more than text. `!binary` is the text that it encodes. Other tags of YAML, Ruby, Python or
PHP are ignored, such as `!!int` and `!ruby/object`; what else looks like a tag or an anchor before a plain value is
part of the text, as in "!important news" and "&c and so on". An anchor to which nothing refers is no anchor.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from typing import Any

import yaml

from newsgen.text.yaml.fast_reader import MEANINGS

# The types of YAML 1.1 (yaml.org/type), which also stand with one "!".
_TYPES = "binary|bool|float|int|map|merge|null|omap|pairs|seq|set|str|timestamp|value"
# Behind it the tag ends; "!! and more" and "!!!" are text.
_TYPE_TAG = re.compile(rf"!(?:!?(?:{_TYPES})|!?\w[\w.:-]*/\S*|<[^>]*>)(?=\s|$)")
_BINARY = re.compile(r"!?!binary(?=\s|$)|!<[^>]*:binary>")
_HASHTAG = re.compile(r"#[^\W_]")


class NodeReader:
    """Reads the values of a text's nodes; `references` are the ids of those that other places refer to by `*name`."""

    def __init__(self, text: str, references: frozenset[int] = frozenset()) -> None:
        self._references = references
        self._text = text
        self._lines = re.split("\r\n|[\n\r\u0085\u2028\u2029]", text)

    def value_of(self, node: yaml.Node) -> Any:
        """The value of a node: text, True, False, None, a list, or a dictionary."""
        if isinstance(node, yaml.SequenceNode):
            return [self._item_of(part) for part in node.value]
        if isinstance(node, yaml.MappingNode):
            return {key_name(key): self.value_of(value) for key, value in node.value}
        written = self._text[node.start_mark.index : node.end_mark.index] if self._text else ""
        if written[:1] == "!" and _BINARY.match(written):
            return _decode_binary(node.value)
        if not isinstance(node, yaml.ScalarNode) or node.style:
            return node.value
        is_anchor = written[:1] == "&" and id(node) in self._references
        if written[:1] in ("&", "!") and not is_anchor and not _TYPE_TAG.match(written):
            return " ".join(written.split())
        return MEANINGS.get(node.value, node.value)

    def _item_of(self, node: yaml.Node) -> Any:
        """The value of an item of a list; one that is a comment to YAML and looks like a hashtag is text."""
        value = self.value_of(node)
        comment = self.comment_behind(node) if value is None else ""
        return comment if _HASHTAG.match(comment) else value

    def comment_behind(self, node: yaml.Node) -> str:
        """What stands behind a plain value on its line, "" for nothing."""
        if not isinstance(node, yaml.ScalarNode) or node.style or node.start_mark.line != node.end_mark.line:
            return ""
        line = self._lines[node.end_mark.line] if node.end_mark.line < len(self._lines) else ""
        rest = line[node.end_mark.column :].strip()
        return rest if rest.startswith("#") else ""


def key_name(key: yaml.Node) -> str:
    """The text of a key. Raises MarkedYAMLError for a list or a mapping."""
    if not isinstance(key, yaml.ScalarNode):
        raise yaml.MarkedYAMLError(problem="a list or mapping cannot be a key", problem_mark=key.start_mark)
    return str(key.value)


def _decode_binary(text: str) -> str:
    """The text that base64 encodes; as it is written if it is not base64 of text in UTF-8."""
    try:
        return b64decode("".join(text.split()), validate=True).decode()
    except (binascii.Error, ValueError):
        return text
