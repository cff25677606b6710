"""Lists of attributes in Markdown, such as `{: .wide #pier}`, and the extensions of kramdown beside them.

They say how the old site showed a text. The id of a heading stays, and any other to which the text links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.importers.site_folder.embedded_code import CodeAccount
from newsgen.importers.site_folder.markdown_text import outside_code
from newsgen.text.markup.markdown.attributes import ATTRIBUTE_LIST

_DESIGN = "It says how the old site showed the text."
_ALONE = re.compile(rf" {{0,3}}{ATTRIBUTE_LIST}[ \t]*")
_SPAN = re.compile(rf"(?<=[)\]*_`>~])(?:{ATTRIBUTE_LIST})")
_LONGEST_HEADING = 2_000
_HEADING = re.compile(rf"(?P<heading> {{0,3}}#{{1,6}}[ \t].*?)[ \t]*(?P<list>{ATTRIBUTE_LIST})[ \t]*#*[ \t]*")
_UNDERLINED = re.compile(rf"(?P<heading>.*?\S)[ \t]*(?P<list>{ATTRIBUTE_LIST})[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_ID = re.compile(r"(?:(?<=[\s{:])#|\bid=[\"']?)(?P<id>[^\W\d][\w:.-]*)")
_TOC = re.compile(r"^ {0,3}(?:[*+-]|\d+\.)[ \t].*\n {0,3}\{:[^{}\n]*\btoc\b[^{}\n]*\}[ \t]*$", re.MULTILINE)
# Kramdown's definitions, `{:note: .wide}`, and its extensions, `{::options … /}` and `{::comment} … {:/comment}`.
_DEFINITION = re.compile(r"^ {0,3}\{:[\w-]+:[^{}\n]*\}[ \t]*(?:\n|\Z)", re.MULTILINE)
_EMPTY = re.compile(r"\{::(?P<name>\w++)[^{}\n]*/\}")
_WRAPPED = re.compile(r"\{::(?P<name>\w++)[^{}\n]*+\}(?P<inner>(?:(?!\{::).)*?)\{:/(?:(?P=name))?\}", re.DOTALL)
_ABBREVIATION = re.compile(r"^ {0,3}\*\[(?P<short>[^\]\n]+)\]:[ \t]*(?P<long>[^\n]*)(?:\n|\Z)", re.MULTILINE)


def drop_attributes(text: str, account: CodeAccount) -> str:
    """A Markdown text without lists of attributes; `account` learns of each."""
    return outside_code(text, lambda part: _drop(part, text, account)) if "{" in text or "*[" in text else text


def _drop(part: str, text: str, account: CodeAccount) -> str:
    if "*[" in part:
        part = _ABBREVIATION.sub(lambda match: _leave_out("abbreviation", match[0], account), part)
    if "{" not in part:
        return part
    if "{:" in part:
        part = _TOC.sub(lambda match: _leave_out("table of contents", match[0], account), part)
        part = _DEFINITION.sub(lambda match: _leave_out("definition", match[0], account), part)
        part = _EMPTY.sub(lambda match: _leave_out(match["name"], match[0], account), part)
        part = _WRAPPED.sub(lambda match: _unwrap(match, account), part)
    return "\n".join(_lines(part.split("\n"), text, account))


def _leave_out(name: str, raw: str, account: CodeAccount) -> str:
    account.add(name, "left out", _DESIGN, raw.strip())
    return ""


def _unwrap(match: re.Match[str], account: CodeAccount) -> str:
    if match["name"] == "comment":
        account.add("comment", "left out", "a comment for writers")
        return ""
    return account.take(match["name"], match["inner"])


def _lines(lines: list[str], text: str, account: CodeAccount) -> Iterator[str]:
    """The lines without their lists of attributes; an id is at the beginning of what it names."""
    done: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if "{" not in line:
            done.append(line)
        elif _ALONE.fullmatch(line):
            account.add("attributes", "left out", _DESIGN, line.strip())
            _place_id(_id_in(line), done, text)
        elif heading := _heading_with_list(line, following):
            name = _id_in(heading["list"])
            kept = f"{heading['heading']} {{#{name}}}" if name else heading["heading"]
            if kept != line.rstrip():
                account.add("attributes", "left out", _DESIGN, heading["list"])
            done.append(kept)
        else:
            done.append(_SPAN.sub(lambda match: _leave_out("attributes", match[0], account), line))
    yield from done


def _heading_with_list(line: str, following: str) -> re.Match[str] | None:
    """The parts of a heading that a list of attributes ends; a line of thousands of signs is none."""
    if len(line) > _LONGEST_HEADING:
        return None
    return _HEADING.fullmatch(line) or (_UNDERLINED.fullmatch(line) if _UNDERLINE.fullmatch(following) else None)


def _id_in(attributes: str) -> str:
    found = _ID.search(attributes)
    return found["id"] if found else ""


def _place_id(name: str, done: list[str], text: str) -> None:
    """Put an id to the block that ends with the last line, if something needs it there."""
    if not name or not done or not done[-1].strip():
        return
    if re.match(r" {0,3}#{1,6}[ \t]", done[-1]):
        done[-1] = f"{done[-1].rstrip()} {{#{name}}}"
    elif f"#{name})" in text or f'#{name}"' in text:
        start = len(done) - 1
        while start and done[start - 1].strip():
            start -= 1
        done[start:start] = [f'<a id="{name}"></a>', ""]
