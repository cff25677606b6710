"""Read the fields that keys and values declare, in front matter or in a row of the metadata table."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from newsgen.errors import Finding, NewsgenError, Problem, did_you_mean
from newsgen.record.article import Origin
from newsgen.record.field_keys import FIELD_OF, KEYS
from newsgen.settings.groups import NO_GROUPS, Groups, keys_of_groups
from newsgen.settings.site import FrontMatterSettings
from newsgen.sources.fields import FieldTypes, FieldValue
from newsgen.sources.listing_values import read_listed_names
from newsgen.text.yaml.reader import Mapping

# Fields that must be understood before the article may be published: without them it would be shown that should not be,
# or get an address for ever that it does not declare.
_MUST_BE_READ = frozenset(
    ("slug", "permalink", "id", "delisted", "withdrawn", "removed", "anonymised", "draft"),
)
# The rule of a value that its field cannot hold, where it is a rule of its own.
_RULES = {"published": "unreadable-dates", "updated": "unreadable-dates"}
# How much of an unknown key a message shows, and how like a known one it is if it is a slip: "titel" for "title" has
# 0.8 by difflib, and keys of other systems, such as "type" for "title", less.
_LONGEST = 60
_SLIP = 0.8


class DeclaredFields(NamedTuple):
    """The fields that keys and values declare, what is kept unused by its key, and what an editor should know."""

    fields: dict[str, FieldValue]
    extra: dict[str, object]
    findings: tuple[Finding, ...] = ()


def read_fields(yaml: Mapping, label: str, settings: FrontMatterSettings, groups: Groups = NO_GROUPS) -> DeclaredFields:
    """The fields of declared keys and values. Keys that are unknown and values that no field can hold are kept unused.

    `label` is how messages name the file, and `groups` are the site's own fields. Raises NewsgenError with every value
    that must be understood before the article may be published.
    """
    known = {**FIELD_OF, **keys_of_groups(groups)} if groups else FIELD_OF
    chosen, extra, findings = _choose_keys(yaml, label, settings, known)
    values = {field: yaml.values[key] for field, key in chosen.items()}
    declared, errors = _validate(values)
    problems = []
    for field, error in errors.items():
        key = chosen[field]
        if field not in declared:
            del chosen[field]
        problem = _problem(error, key, yaml.lines, label)
        # "published: false" is no date, and says that the article must not be published.
        if field in _MUST_BE_READ or (field == "published" and isinstance(values[field], bool)):
            problems.append(problem)
        else:
            extra[key] = yaml.values[key]
            findings.append(Finding(_RULES.get(field, "unreadable-values"), problem))
    ambiguous = [key for field, key in chosen.items() if field in _MUST_BE_READ and key in yaml.duplicates]
    problems += (_repeated(key, yaml.lines[key], label) for key in ambiguous)
    if problems:
        raise NewsgenError(problems)
    fields = {
        field: FieldValue(declared[field], Origin(label, yaml.lines.get(key, 0))) for field, key in chosen.items()
    }
    return DeclaredFields(fields, extra, tuple(sorted(findings, key=lambda found: found.problem)))


def _validate(values: dict[str, object]) -> tuple[dict[str, object], dict[str, Any]]:
    """The values that their fields can hold, and the first of pydantic's errors for each of the others."""
    known = {field: value for field, value in values.items() if field in KEYS}
    errors: dict[str, Any] = {}
    try:
        types = FieldTypes.model_validate(known)
    except ValidationError as failed:
        for error in failed.errors():
            errors.setdefault(str(error["loc"][0]), error)
        # Of a list, such as that of aliases, what can be used counts.
        usable = {
            field: error["ctx"]["usable"] for field, error in errors.items() if error.get("ctx", {}).get("usable")
        }
        others = {field: value for field, value in known.items() if field not in errors}
        types = FieldTypes.model_validate({**others, **{field: list(lines) for field, lines in usable.items()}})
    read = {field: getattr(types, field) for field in types.model_fields_set}
    for group in values.keys() - known.keys():
        try:
            read[group] = read_listed_names(values[group])
        except PydanticCustomError as refused:
            errors[group] = {"msg": refused.message(), "ctx": refused.context or {}}
    return read, errors


def _choose_keys(
    yaml: Mapping, label: str, settings: FrontMatterSettings, known: AnyMapping[str, str]
) -> tuple[dict[str, str], dict[str, object], list[Finding]]:
    """The key that counts for each field, the keys kept unused with their values, and what an editor should know."""
    candidates: dict[str, list[str]] = {}
    extra: dict[str, object] = {}
    unknown: list[str] = []
    findings: list[Finding] = []
    for key, value in yaml.values.items():
        field = _field_of(key, settings, known)
        if not field:
            if not any(fnmatchcase(key, pattern) for pattern in settings.keep):
                unknown.append(key)
            extra[key] = yaml.duplicates.get(key, value)
            continue
        if key in yaml.duplicates and field not in _MUST_BE_READ:
            extra[key] = yaml.duplicates[key]
            findings.append(Finding("repeated-keys", _repeated(key, yaml.lines[key], label)))
        if value is not None and value != "":
            candidates.setdefault(field, []).append(key)
    chosen = {}
    for field, keys in candidates.items():
        if len(keys) > 1:
            order = KEYS.get(field, (field,))
            keys.sort(key=lambda key: order.index(key.lower()) if key.lower() in order else -1)
        chosen[field] = keys[0]
        extra.update({key: yaml.values[key] for key in keys[1:]})
    return chosen, extra, findings + _find_unknown(unknown, yaml.lines, label, known)


def _field_of(key: str, settings: FrontMatterSettings, known: AnyMapping[str, str]) -> str:
    """The field of a key; "" for an unknown key, or one that site.yaml lists by its name to be kept unused."""
    if key in settings.keep:
        return ""
    return known.get(settings.rename.get(key, key).lower(), "")


def _find_unknown(keys: list[str], lines: dict[str, int], label: str, known: Iterable[str]) -> list[Finding]:
    """A finding for each key that looks like a slip, and one for all others."""
    slips = {key: guess for key in keys if (guess := did_you_mean(key.lower(), known, _SLIP))}
    findings = [
        Finding("misspelt-keys", _unknown(f'unknown key "{key[:_LONGEST]}".{guess}', lines.get(key, 0), label))
        for key, guess in slips.items()
    ]
    others = [key for key in keys if key not in slips]
    if others:
        names = ", ".join(f'"{key[:_LONGEST]}"' for key in sorted(others))
        message = f"unknown key{'s' if len(others) > 1 else ''} {names}"
        findings.append(Finding("unknown-keys", _unknown(message, min(lines.get(key, 0) for key in others), label)))
    return findings


def _unknown(message: str, line: int, label: str) -> Problem:
    return Problem(
        label,
        line,
        message,
        "What it says is kept with the article and shown on no page.",
        "Correct it, or name it in site.yaml under front_matter: rename: or keep:.",
    )


def _repeated(key: str, line: int, label: str) -> Problem:
    return Problem(
        label, line, f'the key "{key}" stands twice', "Only one of its values can count.", "Keep one of the two lines."
    )


def _problem(error: Any, key: str, lines: dict[str, int], label: str) -> Problem:
    """The problem of one of pydantic's errors, whose context holds what the value's reader says of it."""
    context = error.get("ctx", {})
    message = context.get("message", error["msg"])
    if not message.startswith(("cannot", '"', "a ")):
        message = f'"{key}" {message}'
    reason, fix = context.get("reason", "It cannot be used."), context.get("fix", "Correct it.")
    return Problem(label, lines.get(key, 0), message, reason, fix)
