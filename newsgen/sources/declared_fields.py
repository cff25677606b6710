"""Read the fields that keys and values declare, in front matter or in a row of the metadata table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as AnyMapping
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from newsgen.errors import Finding, NewsgenError, Problem, did_you_mean
from newsgen.record.article import Origin
from newsgen.record.field_keys import FIELD_OF, KEYS, LIST_FIELDS
from newsgen.settings.groups import keys_of_groups
from newsgen.settings.site import FrontMatterSettings
from newsgen.sources.dates.custom import DateCustom
from newsgen.sources.field_custom import PLAIN, FieldCustom
from newsgen.sources.fields import FieldTypes, FieldValue
from newsgen.sources.listing_values import read_listed_names
from newsgen.sources.publication_status import is_password_key, read_status
from newsgen.sources.yaml_comments import read_with_comments
from newsgen.text.yaml.reader import Mapping

# Fields that must be understood before the article may be published: without them it would be shown that should not be,
# or get an address for ever that it does not declare.
_MUST_BE_READ = frozenset(
    ("slug", "permalink", "id", "delisted", "withdrawn", "removed", "anonymised", "draft"),
)
# The rule of a value that its field cannot hold, where it is a rule of its own.
VALUE_RULES = {"published": "unreadable-dates", "updated": "unreadable-dates"}
# The key whose entries are kept unused, as unknown keys are, and not told of: an import writes it.
EXTRA = "extra"
# How much of an unknown key a message shows, and how like a known one it is if it is a slip: "titel" for "title" has
# 0.8 by difflib, and keys of other systems, such as "type" for "title", less.
_LONGEST = 60
_SLIP = 0.8


class DeclaredFields(NamedTuple):
    """The fields that keys and values declare, what is kept unused by its key, and what an editor should know."""

    fields: dict[str, FieldValue]
    extra: dict[str, object]
    findings: tuple[Finding, ...] = ()


def read_fields(
    yaml: Mapping, label: str, settings: FrontMatterSettings, custom: FieldCustom = PLAIN
) -> DeclaredFields:
    """The fields of declared keys and values. Keys that are unknown and values that no field can hold are kept unused.

    `label` is how messages name the file. The field `status` says why the article is left out, if it is. Raises
    NewsgenError with every value that must be understood before the article may be published.
    """
    own = keys_of_groups(custom.groups) if custom.groups else {}
    # A site may list its articles by a key of that name, such as "state".
    maybe_status = {key: value for key, value in yaml.values.items() if key.lower() not in own} if own else yaml.values
    status = read_status(yaml._replace(values=maybe_status), label, settings)
    said = {key: yaml.duplicates.get(key, yaml.values[key]) for key in yaml.values if key in status.used}
    others = {key: value for key, value in yaml.values.items() if key not in said} if said else yaml.values
    known = {**FIELD_OF, **own} if own else FIELD_OF
    comments = read_with_comments(yaml, label, lambda key: _field_of(key, settings, known)) if yaml.comments else None
    if comments:
        yaml = yaml._replace(values={**yaml.values, **comments.values})
        others = {key: yaml.values[key] for key in others}
    keys, extra, findings = _choose_keys(yaml._replace(values=others), label, settings, known)
    extra.update({key: value for key, value in said.items() if not is_password_key(key, settings)})
    findings += status.findings + (comments.findings if comments else ())
    declared, chosen, errors = _validate(keys, yaml.values, custom.dates)
    used = {*chosen.values(), *_add_further_values(declared, chosen, keys, yaml.values, errors, custom.dates)}
    unused = (key for key in chain(*keys.values()) if key not in used)
    extra.update({key: yaml.duplicates.get(key, yaml.values[key]) for key in unused})
    problems = []
    for field, key, error in errors:
        problem = _problem(error, key, yaml.lines, label)
        if field in _MUST_BE_READ:
            problems.append(problem)
        else:
            extra.setdefault(key, yaml.values[key])
            findings.append(Finding(VALUE_RULES.get(field, "unreadable-values"), problem))
    ambiguous = [key for field, key in chosen.items() if field in _MUST_BE_READ and key in yaml.duplicates]
    problems += (_repeated(key, yaml.lines[key], label) for key in ambiguous)
    if problems and not status.status:
        raise NewsgenError(problems)
    fields = {
        field: FieldValue(declared[field], Origin(label, yaml.lines.get(key, 0))) for field, key in chosen.items()
    }
    if status.status:
        fields["status"] = FieldValue(status.status, Origin(label, yaml.lines.get(status.key, 0)))
    return DeclaredFields(fields, extra, tuple(sorted(findings, key=lambda found: found.problem)))


def _add_further_values(
    declared: dict[str, object],
    chosen: AnyMapping[str, str],
    keys: AnyMapping[str, Sequence[str]],
    values: AnyMapping[str, object],
    errors: list[tuple[str, str, Any]],
    custom: DateCustom,
) -> Iterator[str]:
    """Lengthen the fields that hold lists by the values of their further keys; yields these keys."""
    for field, key in chosen.items():
        if len(keys[field]) == 1 or not (field in LIST_FIELDS or field not in KEYS):
            continue
        for further in keys[field][keys[field].index(key) + 1 :]:
            read, _, faults = _validate({field: [further]}, values, custom)
            errors += faults
            if field in read:
                lists = (declared[field], read[field])
                declared[field] = tuple(dict.fromkeys(chain.from_iterable(lists)))  # type: ignore[arg-type]
                yield further


def _validate(
    keys: AnyMapping[str, Sequence[str]], values: AnyMapping[str, object], custom: DateCustom
) -> tuple[dict[str, object], dict[str, str], list[tuple[str, str, Any]]]:
    """The fields, the key that gives each, and the first of pydantic's errors for each key with a value of no use.

    `keys` are those of each field, the best first. The next one counts where its value is of no use, unless the field
    must be read; of a list, such as that of aliases, what can be used counts.
    """
    chosen = {field: keys_of_field[0] for field, keys_of_field in keys.items()}
    given = {field: values[key] for field, key in chosen.items()}
    errors: list[tuple[str, str, Any]] = []
    read: dict[str, object] = {}
    for group in given.keys() - KEYS.keys():
        try:
            read[group] = read_listed_names(given.pop(group))
        except PydanticCustomError as refused:
            errors.append((group, chosen.pop(group), {"msg": refused.message(), "ctx": refused.context or {}}))
    language = given.get("language")
    if isinstance(language, str):
        custom = custom._replace(language=re.split("[-_]", language.strip().lower())[0])
    while True:
        try:
            types = FieldTypes.model_validate(given, context=custom)
        except ValidationError as failed:
            first = {str(error["loc"][0]): error for error in reversed(failed.errors())}
        else:
            return {**read, **{field: getattr(types, field) for field in types.model_fields_set}}, chosen, errors
        for field, error in first.items():
            key, usable = chosen[field], error.get("ctx", {}).get("usable")
            errors.append((field, key, error))
            following = keys[field][keys[field].index(key) + 1 :]
            if usable:
                given[field] = list(usable)
            elif following and field not in _MUST_BE_READ:
                chosen[field] = following[0]
                given[field] = values[following[0]]
            else:
                del chosen[field], given[field]


def _choose_keys(
    yaml: Mapping, label: str, settings: FrontMatterSettings, known: AnyMapping[str, str]
) -> tuple[dict[str, list[str]], dict[str, object], list[Finding]]:
    """The keys of each field, the best first, the unknown ones with their values, and what an editor should know."""
    candidates: dict[str, list[str]] = {}
    extra: dict[str, object] = {}
    unknown: list[str] = []
    findings: list[Finding] = []
    for key, value in yaml.values.items():
        field = _field_of(key, settings, known)
        if key == EXTRA and isinstance(value, dict):
            extra.update(value)
        elif not field:
            if not any(fnmatchcase(key, pattern) for pattern in settings.keep):
                unknown.append(key)
            extra[key] = yaml.duplicates.get(key, value)
        elif key in yaml.duplicates and field not in _MUST_BE_READ:
            extra[key] = yaml.duplicates[key]
            findings.append(Finding("repeated-keys", _repeated(key, yaml.lines[key], label)))
        if field and value is not None and value != "":
            candidates.setdefault(field, []).append(key)
    for field, keys in candidates.items():
        if len(keys) > 1:
            order = KEYS.get(field, (field,))
            keys.sort(key=lambda key: order.index(key.lower()) if key.lower() in order else -1)
    return candidates, extra, findings + find_unknown(unknown, yaml.lines, label, known)


def _field_of(key: str, settings: FrontMatterSettings, known: AnyMapping[str, str]) -> str:
    """The field of a key; "" for an unknown key, or one that site.yaml lists by its name to be kept unused."""
    if key in settings.keep:
        return ""
    return known.get(settings.rename.get(key, key).lower(), "")


# Unknown keys for which a known one is looked for, and that a message names.
_MOST_GUESSED = 200


def find_unknown(keys: list[str], lines: dict[str, int], label: str, known: Iterable[str]) -> list[Finding]:
    """A finding for each key that looks like a slip, and one for all others."""
    # Nobody writes more by hand, and guessing takes a millisecond each.
    slips = {key: guess for key in keys[:_MOST_GUESSED] if (guess := _guess(key.lower(), known))}
    findings = [
        Finding("misspelt-keys", _unknown(f'unknown key "{key[:_LONGEST]}".{guess}', lines.get(key, 0), label))
        for key, guess in slips.items()
    ]
    others = [key for key in keys if key not in slips]
    if others:
        names = ", ".join(f'"{key[:_LONGEST]}"' for key in sorted(others)[:_MOST_GUESSED])
        more = f" and {len(others) - _MOST_GUESSED:,} more" if len(others) > _MOST_GUESSED else ""
        message = f"unknown key{'s' if len(others) > 1 else ''} {names}{more}"
        findings.append(Finding("unknown-keys", _unknown(message, min(lines.get(key, 0) for key in others), label)))
    return findings


def _guess(key: str, known: Iterable[str]) -> str:
    return _guess_key(key) if known is FIELD_OF else did_you_mean(key, known, _SLIP)


# The same unknown keys stand in all files of an archive.
@lru_cache(maxsize=10_000)
def _guess_key(key: str) -> str:
    return did_you_mean(key, FIELD_OF, _SLIP)


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
