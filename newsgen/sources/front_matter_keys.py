"""Read front matter of every form to keys and values as YAML has them: text, true, false, lists and mappings."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from typing import Any, NamedTuple

from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.record.field_keys import KEYS
from newsgen.sources.front_matter import Split
from newsgen.text.line_ends import as_spaces
from newsgen.text.yaml.reader import Mapping, load_mapping
from newsgen.text.yaml.repair import repair_yaml

_HEADER_LINE = re.compile(r"(?:\.\. )?(?P<key>[^\W\d_][\w .-]{0,40}?):(?:[ \t]+(?P<value>.*))?")
_JSON_KEY = re.compile(r'^[^\S\n]*+(?:\{\s*+)?"(?P<key>(?:[^"\\]|\\.)*+)"\s*+:', re.MULTILINE)
_TOO_DEEP_KEY = re.compile(r"(?:^|[\[{,])[ \t]*+(?:[\w\"'-]++[ \t]*+\.[ \t]*+){100}", re.MULTILINE)
_TOML_KEY = re.compile(r'^\[*+[^\S\n]*+(?:"(?P<quoted>[^"]+)"|(?P<key>[\w-]+))', re.MULTILINE)
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
# Nobody writes more by hand, and a parser could be made to work for long.
_MAX_CHARACTERS = 1_000_000
# Keys whose further lines in a header are further values.
_LISTS = frozenset((*KEYS["byline"], *KEYS["tags"]))


class FrontMatter(NamedTuple):
    """The keys and values of front matter, and what an editor should know of how it was read."""

    keys: Mapping
    findings: tuple[Finding, ...] = ()


def read_front_matter(split: Split, label: str) -> FrontMatter:
    """Read the front matter that was split off a text; `label` is how messages name the file.

    Raises NewsgenError for front matter that is not what its form demands.
    """
    text = as_spaces(split.front)
    if split.form == "yaml":
        try:
            return FrontMatter(load_mapping(text, label, split.front_line))
        except NewsgenError as failed:
            return _read_repaired(text, split.front_line, label, failed)
    if len(text) > _MAX_CHARACTERS:
        raise NewsgenError([_unreadable(label, split.front_line, split.form, "too large")])
    if split.form in ("header", "nikola"):
        return FrontMatter(_read_header(text, split.front_line))
    return FrontMatter((_read_toml if split.form == "toml" else _read_json)(text, split.front_line, label))


def _read_repaired(text: str, first_line: int, label: str, failed: NewsgenError) -> FrontMatter:
    """The keys of YAML that can be repaired without doubt; raises what has failed for all other."""
    repaired = repair_yaml(text)
    if repaired.text == text:
        raise failed
    try:
        keys = load_mapping(repaired.text, label, first_line)
    except NewsgenError:
        raise failed from None
    findings = [Finding("yaml-slips", _unquoted(key, keys.lines.get(key, 0), label)) for key in repaired.quoted]
    findings += (Finding("yaml-slips", _unspaced(key, keys.lines.get(key, 0), label)) for key in repaired.spaced)
    if repaired.had_tabs:
        findings.append(Finding("yaml-slips", _tabs(first_line, label)))
    return FrontMatter(keys, tuple(findings))


def _read_header(text: str, first_line: int) -> Mapping:
    """The keys of lines "Key: value"; an indented line continues the value above, or is another of a list."""
    values: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    key = ""
    for number, line in enumerate(text.split("\n"), first_line):
        match = _HEADER_LINE.fullmatch(line)
        if match:
            key = match["key"]
            lines[key] = number
            values.setdefault(key, [])
        part = (match["value"] or "" if match else line).strip()
        if key and part and line.strip() not in ("<!--", "-->"):
            values[key].append(part)
    return Mapping({key: _join(key, parts) for key, parts in values.items()}, lines, {})


def _join(key: str, parts: list[str]) -> str | list[str] | None:
    # Pelican separates authors by commas, where no semicolon does.
    if key.lower() == "authors" and len(parts) == 1 and ";" not in parts[0]:
        return [name.strip() for name in parts[0].split(",") if name.strip()]
    if len(parts) > 1 and key.lower() in _LISTS:
        return list(parts)
    return " ".join(parts) or None


def _read_json(text: str, first_line: int, label: str) -> Mapping:
    duplicates: dict[str, list[Any]] = {}

    def collect(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, list[Any]] = {}
        for key, value in pairs:
            found.setdefault(key, []).append(value)
        # The outermost object is the last.
        duplicates.clear()
        duplicates.update({key: values for key, values in found.items() if len(values) > 1})
        return {key: values[-1] for key, values in found.items()}

    is_whole = text.lstrip().startswith("{")
    try:
        found = json.loads(text if is_whole else f"{{{text.strip().rstrip(',')}}}", object_pairs_hook=collect)
        values, repeated = _as_text(found), _as_text(duplicates)
    except json.JSONDecodeError as error:
        raise NewsgenError([_unreadable(label, first_line + error.lineno - 1, "json", error.msg)]) from None
    except (RecursionError, ValueError):
        raise NewsgenError([_unreadable(label, first_line, "json", "too large or too deeply nested")]) from None
    return Mapping(values, _lines_of(values, _JSON_KEY, text, first_line), repeated)


def _read_toml(text: str, first_line: int, label: str) -> Mapping:
    try:
        if _TOO_DEEP_KEY.search(text):
            # Of a key in a thousand parts each is looked up from the first.
            raise RecursionError
        values = {key: _as_text(value) for key, value in tomllib.loads(text).items()}
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
        fault = _AT_LINE.sub("", str(error))
        raise NewsgenError([_unreadable(label, first_line + line - 1, "toml", fault)]) from None
    except (RecursionError, ValueError):
        raise NewsgenError([_unreadable(label, first_line, "toml", "too large or too deeply nested")]) from None
    lines = _lines_of(values, _TOML_KEY, text, first_line)
    # Zola keeps tags and categories in a table of their own.
    taxonomies = values.get("taxonomies")
    if isinstance(taxonomies, dict) and not taxonomies.keys() & values.keys():
        del values["taxonomies"]
        values |= taxonomies
        lines |= dict.fromkeys(taxonomies, lines["taxonomies"])
    return Mapping(values, lines, {})


def _as_text(value: Any) -> Any:
    """A value of JSON or TOML as the reader of YAML gives it: numbers and dates are the text that stands there."""
    if isinstance(value, dict):
        return {str(key): _as_text(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_text(part) for part in value]
    if value is None or isinstance(value, bool | str):
        return value
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)


def _lines_of(values: dict[str, Any], pattern: re.Pattern[str], text: str, first_line: int) -> dict[str, int]:
    """The line on which each key first stands; the first line where the key is written otherwise."""
    lines: dict[str, int] = {}
    line, begin = first_line, 0
    for match in pattern.finditer(text):
        line += text.count("\n", begin, match.end())
        begin = match.end()
        name = next(filter(None, match.groupdict().values()), "")
        if name in values:
            lines.setdefault(name, line)
    return dict.fromkeys(values, first_line) | lines


def _unreadable(label: str, line: int, form: str, fault: str) -> Problem:
    message = f"cannot read {form.upper()}: {fault[:1].lower()}{fault[1:]}"
    reason = f"Its fields cannot be read until the {form.upper()} is."
    return Problem(label, line, message, reason, "Check quotes, commas and brackets here and in the line above.")


def _unquoted(key: str, line: int, label: str) -> Problem:
    message, reason = f'the value of "{key}" needs quotes in YAML', "It is read as the text that stands there."
    return Problem(label, line, message, reason, "Put the value in quotes.")


def _unspaced(key: str, line: int, label: str) -> Problem:
    message, reason = f'there is no space behind "{key}:"', "It is read as if there were one."
    return Problem(label, line, message, reason, "Write a space behind the colon.")


def _tabs(line: int, label: str) -> Problem:
    message, reason = "the YAML is indented with tabs", "They are read as two spaces each."
    return Problem(label, line, message, reason, "Indent with spaces.")
