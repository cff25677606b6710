"""Read Pelican's texts: Markdown with lines of metadata, HTML with `<meta>`, and the fields of reStructuredText."""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath
from typing import Any

from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.importers.site_folder.page import SourcePage, read_page
from newsgen.text.line_ends import as_line_feeds
from newsgen.text.yaml.reader import Mapping

_HEAD = re.compile(r"<head\b[^>]{0,2000}+>(?P<head>(?:(?!<head\b).)*?)</head>", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(r"<body\b[^>]{0,2000}+>(?P<body>.*?)(?:</body>|\Z)", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]{0,2000}+>((?:(?!<title\b).)*?)</title>", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<meta\b(?P<attributes>[^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w-])(?P<name>[\w-]++)\s*+=\s*+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
_RST_FIELD = re.compile(r":(?P<key>[\w -]{1,40}):(?:[ \t]++(?P<value>.*))?")
_RULE = re.compile(r"([=\-`:.'\"~^_*+#<>])\1{2,}\s*")


def read_text_page(folder: SiteFolder, path: str) -> SourcePage:
    """A text of a folder with its metadata. Raises NewsgenError if it cannot be read."""
    ending = PurePosixPath(path).suffix.lower()
    if ending in (".html", ".htm"):
        return _read_html(folder, path)
    return _read_rst(folder, path) if ending == ".rst" else read_page(folder, path)


def _read_html(folder: SiteFolder, path: str) -> SourcePage:
    text = as_line_feeds(folder.text_of(path))
    head, body = _HEAD.search(text), _BODY.search(text)
    values: dict[str, Any] = {}
    title = _TITLE.search(head["head"]) if head else None
    if title:
        values["title"] = html.unescape(title[1]).strip()
    for meta in _META.finditer(head["head"] if head else ""):
        facts = {
            match["name"].lower(): match["double"] if match["double"] is not None else match["single"]
            for match in _ATTRIBUTE.finditer(meta["attributes"])
        }
        # Older texts have "contents".
        value = facts.get("content", facts.get("contents"))
        if facts.get("name") and value is not None:
            values[facts["name"].lower()] = html.unescape(value).strip()
    keys = Mapping(values, dict.fromkeys(values, 0), {})
    return SourcePage(path, folder.label_of(path), keys, body["body"] if body else text, bool(values))


def _read_rst(folder: SiteFolder, path: str) -> SourcePage:
    """A text in reStructuredText: the fields below its title, and all else in a block of code, as it is written."""
    lines = as_line_feeds(folder.text_of(path)).split("\n")
    values: dict[str, Any] = {}
    at = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    if at + 2 < len(lines) and _RULE.fullmatch(lines[at]) and _RULE.fullmatch(lines[at + 2]):
        values["title"], at = lines[at + 1].strip(), at + 3
    elif at + 1 < len(lines) and _RULE.fullmatch(lines[at + 1]):
        values["title"], at = lines[at].strip(), at + 2
    key = ""
    while at < len(lines):
        match = _RST_FIELD.fullmatch(lines[at].rstrip())
        if match:
            key = match["key"].strip().lower()
            values[key] = (match["value"] or "").strip()
        elif key and lines[at].startswith((" ", "\t")) and lines[at].strip():
            values[key] = f"{values[key]} {lines[at].strip()}".strip()
        elif lines[at].strip():
            break
        at += 1
    text = "\n".join(lines[at:]).strip("\n")
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    keys = Mapping(values, dict.fromkeys(values, 0), {})
    shown = f"{fence}rst\n{text}\n{fence}" if text else ""
    return SourcePage(path, folder.label_of(path), keys, shown, bool(values))
