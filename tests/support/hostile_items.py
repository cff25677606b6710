"""Items of agencies in every format, in which all texts, names and addresses are an attack."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import partial

from tests.support.hostile_blogs import Files, xml_of
from tests.support.hostile_files import hostile_files
from tests.support.paths import ROOT

_EXAMPLES = ROOT / "tests" / "importers" / "agency" / "examples"
# Words in elements and attributes, but for those by which a format or a date is known.
_WORDS = re.compile(r">(?!(?:true|false|NU|\s|ferry)+<)[^<>]*[^\W\d]{2}[^<>\d]*<")
_VALUES = re.compile(
    r"\b(?P<name>name|href|literal|key|info|holder|regsrc|source|title|alt|position\.section|Value|"
    r'tobject\.subject\.(?:type|matter))="[^"]*"'
)
# What tells one item from another.
_KEYS = re.compile(r"2019:mill-\w+|courant-7731|MNU-7|(?<=<NewsItemId>)ferry|20180610:ferry")
_DECLARATION = re.compile(r"<\?xml[^>]*\?>|<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>")
# Values of JSON that say which item it is, of what kind and when.
_FACTS = frozenset(
    "uri type version versioncreated versionCreated firstcreated pubstatus language standard role contenttype"
    " contentType usage code width rel user".split()
)


def _xml_item(example: str, attack: str, number: int) -> bytes:
    text = _DECLARATION.sub(
        "", (_EXAMPLES / example).read_bytes().decode("latin-1" if "newsml1" in example else "utf-8")
    )
    shown = xml_of(attack)
    text = _WORDS.sub(lambda match: f">{shown}<", text)
    text = _VALUES.sub(lambda match: f'{match["name"]}="{shown}"', text)
    return _KEYS.sub(rf"\g<0>{number}", text).encode("utf-8", "replace")


def _hostile(value: object, attack: str, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _hostile(part, attack, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_hostile(part, attack, key) for part in value]
    return attack if isinstance(value, str) and key not in _FACTS else value


def _json_item(example: str, attack: str, number: int) -> bytes:
    item = _hostile(json.loads((_EXAMPLES / example).read_bytes()), attack)
    return re.sub(r'("uri": "[^"]*)"', rf'\1-{number}"', json.dumps(item)).encode()


def _wire_item(example: str, attack: str, number: int) -> bytes:
    line = " ".join(xml_of(attack).split()) if number % 2 else " ".join(attack.split())
    line = re.sub("[\x00-\x1f]", "", line)
    text = (_EXAMPLES / example).read_bytes().decode("latin-1")
    for words in (
        "The mill's wheel turns again",
        "SORREL, Merrow",
        "It is loud.",
        "Sorrel (MNU)",
        "legt die",
        "Verkehr",
    ):
        text = text.replace(words, f"{words} {line}")
    text = text.replace("ADA QUILL", line).replace("Iris Vane, MNU", line)
    text = text.replace("w1234", f"w{number % 10_000:04}", 1).replace("mnu0042", f"mnu{number % 1_000_000}", 1)
    return text.encode("utf-8", "replace")


_MAKERS = {
    **{
        name: partial(_xml_item, name)
        for name in ("council.nitf.xml", "message.g2.xml", "ferry.newsml1.xml", "rbnews.xml")
    },
    **{name: partial(_json_item, name) for name in ("lamp.ninjs1.json", "quay.ninjs2.json", "snow.ninjs3.json")},
    **{name: partial(_wire_item, name) for name in ("mill.anpa", "ferry.7901")},
}


def make_items(attacks: Sequence[str]) -> Files:
    """An item an attack, of each format in turn, and the files that texts link to."""
    names = list(_MAKERS)
    made: Files = {}
    for number, (attack, file) in enumerate(zip(attacks, hostile_files(attacks), strict=True)):
        name = names[number % len(names)]
        made[f"{number}-{name}"] = _MAKERS[name](attack, number)
        made[file.name] = file.content
        linked = {"uri": f"urn:f:{number}", "type": "text", "headline": f"File {number}", "body_html": file.link("")}
        made[f"file-{number}.json"] = json.dumps({**linked, "versioncreated": "2019-05-04T08:30:00Z"})
    return made
