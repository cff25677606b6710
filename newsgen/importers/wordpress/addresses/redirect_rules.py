"""Redirects that plug-ins keep: posts of Safe Redirect Manager, and the files that Redirection and others export."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsgen.importers.imported import ImportedRedirect
from newsgen.importers.input_files import InputFile
from newsgen.importers.wordpress.addresses.own_urls import OwnUrls
from newsgen.importers.wordpress.wxr.item import Item
from newsgen.record.import_entry import Entry
from newsgen.record.names import decode_address, leaves_folder, split_path

KIND = "redirect"
_LARGEST = 1 << 26
# Columns of the tables that plug-ins export: Redirection, Yoast, Rank Math, Simple 301 Redirects.
_OLD = ("source", "source url", "url", "origin", "old url", "redirect from", "from", "request", "source_url")
_NEW = ("target", "target url", "destination", "redirect to", "to", "new url", "target_url", "action_data")
_REGEX = ("regex", "format", "is_regex")
_CODE = ("code", "type", "http code", "http_code", "action_code", "header_code")
_GONE = frozenset(("410", "404", "451"))
_YES = frozenset(("1", "true", "yes", "regex"))


class Rule(NamedTuple):
    """A redirect as a plug-in keeps it; `is_pattern` says whether the old address is a regular expression."""

    old: str
    new: str
    is_pattern: bool = False
    code: str = ""
    is_enabled: bool = True


def rule_of_item(item: Item) -> Rule:
    """The redirect that a post of Safe Redirect Manager is."""
    old = item.value("_redirect_rule_from")
    is_pattern = item.value("_redirect_rule_from_regex") in _YES or old.endswith("*")
    code, new = item.value("_redirect_rule_status_code"), item.value("_redirect_rule_to")
    return Rule(old, new, is_pattern, code, item.status == "publish")


def read_rules(file: InputFile) -> Iterator[Rule]:
    """The redirects of a file that a plug-in exported, as JSON or as a table; none of any other file."""
    if file.size > _LARGEST:
        return
    with file.open() as opened:
        text = opened.read().decode("utf-8-sig", "replace")
    if text.lstrip()[:1] in ("{", "["):
        yield from _rules_of_json(text)
    else:
        yield from _rules_of_table(text)


def _rules_of_json(text: str) -> Iterator[Rule]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    found = value.get("redirects", value.get("redirections")) if isinstance(value, dict) else value
    for row in found if isinstance(found, list) else ():
        if not isinstance(row, dict):
            continue
        old, new = row.get("url", row.get("source")), row.get("action_data", row.get("target"))
        if isinstance(new, dict):
            new = new.get("url", "")
        if isinstance(old, str) and old:
            yield Rule(
                old,
                new if isinstance(new, str) else "",
                str(row.get("regex", "")).lower() in _YES,
                str(row.get("action_code", "")),
                str(row.get("enabled", "true")).lower() not in ("false", "0", "disabled"),
            )


def _rules_of_table(text: str) -> Iterator[Rule]:
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error:
        return
    for row in rows:
        named = {str(key or "").strip().lower(): value for key, value in row.items() if isinstance(value, str)}
        old = _first(named, _OLD)
        if old:
            is_pattern = _first(named, _REGEX).lower() in _YES
            yield Rule(old, _first(named, _NEW), is_pattern, _first(named, _CODE))


def _first(row: Mapping[str, str], names: Iterable[str]) -> str:
    return next((row[name].strip() for name in names if row.get(name, "").strip()), "")


def redirect_of(rule: Rule, own: OwnUrls, place: str) -> tuple[ImportedRedirect | None, Entry]:
    """The redirect of a rule, and what became of it: only single addresses lead on without a server."""
    if not rule.is_enabled:
        return None, Entry(KIND, "", "left out", "It is switched off.", place)
    if rule.is_pattern or re.search(r"\(\.\*\)|\.\*|^\^|\$$", rule.old):
        return None, Entry(KIND, "", "left out", "Its old address is a pattern, which only servers understand.", place)
    if rule.code in _GONE or not rule.new:
        return None, Entry(KIND, "", "left out", "It leads nowhere.", place)
    old, new = site_path(rule.old, own), site_path(rule.new, own) or rule.new
    if not old:
        return None, Entry(KIND, "", "left out", "Its old address is no address of the site.", place)
    if re.search(r"[\s\\]", new) or not new.startswith(("/", "http://", "https://")):
        return None, Entry(KIND, "", "left out", "What it leads to is no address.", place)
    if old.rstrip("/") == new.rstrip("/"):
        return None, Entry(KIND, "", "left out", "It leads to itself.", place)
    return ImportedRedirect(old, new), Entry(KIND, "", "taken", "", place)


def site_path(url: str, own: OwnUrls) -> str:
    """The decoded path of an address on the site, with its query; "" for one of another site, or of no use."""
    if not re.match(r"(?:https?:)?//|/", url):
        url = f"/{url}"
    rest = own.rest_of(url)
    if rest is None and url.startswith("/") and not url.startswith("//"):
        rest = url
    if rest is None:
        return ""
    path, query = split_path(rest.partition("#")[0])
    try:
        path = re.sub("/{2,}", "/", decode_address(path))
    except ValueError:
        return ""
    is_usable = (
        path.startswith("/") and not leaves_folder(path) and not re.search(r"[\x00-\x20\x7f?#]", path + query[1:])
    )
    return path + query if is_usable and (path != "/" or query) else ""
