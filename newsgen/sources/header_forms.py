"""Find front matter without an opening fence: JSON (Hugo), Hexo's, and the headers of Pelican and Nikola.

A text may begin with a word and a colon, or with a brace, so that what is no front matter for certain is left alone:
its keys must be known ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.record.field_keys import KEYS
from newsgen.sources.publication_status import is_status_key

Form = Literal["yaml", "toml", "json", "header", "nikola"]
_KNOWN = frozenset(key for keys in KEYS.values() for key in keys)
_TITLES = frozenset((*KEYS["headline"], *KEYS["published"]))
_KEY_LINE = re.compile(r"(?P<key>[^\W\d_][\w .-]{0,40}?):(?:[ \t]+(?P<value>.*))?")
_NIKOLA_LINE = re.compile(r"\.\. (?P<key>[\w-]+):(?:[ \t]+(?P<value>.*))?")
_JSON_KEY = re.compile(r'"([\w-]+)"\s*:')
_OPENING_JSON = re.compile(r'\{\s*"[\w-]+"\s*:')
_DECODER = json.JSONDecoder()


class Header(NamedTuple):
    """The form of a header, the index of the line after it, and of the first line of the text; `close` is its end."""

    form: Form
    end: int
    next: int
    close: str = ""


def find_header(lines: Sequence[str], start: int, label: str) -> Header | None:
    """The header that begins on the line `start`, which is not blank.

    `label` is how messages name the file. Raises NewsgenError for JSON with known keys that cannot be read.
    """
    first = lines[start]
    if first.startswith("{"):
        return _find_object(lines, start, label)
    if first.startswith('"'):
        return _find_json_lines(lines, start)
    if first.startswith("..") or first.rstrip() == "<!--":
        return _find_nikola(lines, start)
    return _find_key_lines(lines, start) if _KEY_LINE.fullmatch(first) else None


def find_pasted_header(lines: Sequence[str], start: int) -> Header | None:
    """The header of Nikola, or one of known keys alone with a headline, that begins a pasted text.

    Pages have lines such as "Published: Tuesday" too, and exports of databases have labels of their own.
    """
    if lines[start].startswith("..") or lines[start].rstrip() == "<!--":
        return _find_nikola(lines, start)
    header = _find_key_lines(lines, start) if _KEY_LINE.fullmatch(lines[start]) else None
    if not header or header.form != "header" or not any(map(str.strip, lines[header.next :])):
        return None
    keys = [match["key"] for line in lines[start : header.end] if (match := _KEY_LINE.fullmatch(line))]
    has_headline = any(key.lower() in KEYS["headline"] for key in keys)
    return header if len(keys) > 1 and has_headline and all(map(_is_known, keys)) else None


def _find_object(lines: Sequence[str], start: int, label: str) -> Header | None:
    """JSON between braces, with a known key, and nothing else on the line of its last brace."""
    text = "\n".join(lines[start:])
    if not _OPENING_JSON.match(text):
        return None
    try:
        found, end = _DECODER.raw_decode(text)
    except json.JSONDecodeError as error:
        # The keys of a text that only shows some JSON are not those of an article.
        if not _are_known(_JSON_KEY.findall("\n".join(lines[start : start + 8]))):
            return None
        raise NewsgenError([_unreadable(label, start + error.lineno, error.msg)]) from None
    except (RecursionError, ValueError):
        raise NewsgenError([_unreadable(label, start + 1, "too large or too deeply nested")]) from None
    index = start + text.count("\n", 0, end)
    rest = text[end:].partition("\n")[0].strip()
    return Header("json", index + 1, index + 1) if not rest and _are_known(found) else None


def _find_json_lines(lines: Sequence[str], start: int) -> Header | None:
    """Hexo's JSON: pairs without braces, up to ";;;"."""
    end = next((index for index in range(start, len(lines)) if lines[index].rstrip() == ";;;"), None)
    if end is None or not _are_known(_JSON_KEY.findall("\n".join(lines[start:end]))):
        return None
    return Header("json", end, end + 1, ";;;")


def _find_nikola(lines: Sequence[str], start: int) -> Header | None:
    """Nikola's lines ".. key: value", in a comment or up to a blank line."""
    is_comment = lines[start].rstrip() == "<!--"
    keys = []
    for index in range(start + is_comment, len(lines)):
        line = lines[index].rstrip()
        match = _NIKOLA_LINE.fullmatch(line)
        if match:
            keys.append(match["key"])
        elif line == "-->" if is_comment else not line:
            return Header("nikola", index + is_comment, index + 1) if _are_known(keys) else None
        elif line:
            return None
    return Header("nikola", len(lines), len(lines)) if _are_known(keys) and not is_comment else None


def _find_key_lines(lines: Sequence[str], start: int) -> Header | None:
    """The lines "Key: value" of Pelican and MultiMarkdown up to a blank line, or YAML up to "---" without the first."""
    keys: list[str] = []
    for index in range(start, len(lines)):
        line = lines[index]
        match = _KEY_LINE.fullmatch(line)
        if match:
            keys.append(match["key"])
        elif not line.strip():
            return Header("header", index, index + 1) if _is_header(keys) else None
        elif line.rstrip() == "---":
            return Header("yaml", index, index + 1, "---") if len(keys) > 1 and _is_header(keys) else None
        elif not line.startswith((" ", "\t", "- ")):
            return None
    return Header("header", len(lines), len(lines)) if _is_header(keys) else None


def _is_header(keys: Sequence[str]) -> bool:
    """Whether lines that begin with these words are a header: a title alone, or two known keys, and half of all."""
    known = [key for key in keys if _is_known(key)]
    if not any(key.lower() in _TITLES for key in known):
        return False
    return len(known) == len(keys) == 1 or (len(known) > 1 and 2 * len(known) >= len(keys))


def _are_known(keys: Iterable[str]) -> bool:
    return any(map(_is_known, keys))


def _is_known(key: str) -> bool:
    return key.lower() in _KNOWN or is_status_key(key)


def _unreadable(label: str, line: int, fault: str) -> Problem:
    message, reason = f"cannot read JSON: {fault}", "Its fields cannot be read until the JSON is."
    return Problem(label, line, message, reason, "Check quotes, commas and braces here and in the line above.")
