"""Read keys and values as front matter is read, with an account of what became of each key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError
from newsgen.importers.conversion.personal_data import is_personal_key, public_name, without_personal_data
from newsgen.importers.conversion.statuses import treat_status
from newsgen.record.import_entry import Entry
from newsgen.settings.site import FrontMatterSettings
from newsgen.sources.declared_fields import DeclaredFields, read_fields
from newsgen.sources.field_custom import PLAIN, FieldCustom
from newsgen.sources.publication_status import is_password_key, is_status_key, read_status
from newsgen.text.yaml.reader import Mapping

# In other systems, the key says whether readers may write comments, or how many there are.
_SETTINGS = FrontMatterSettings(keep=("comments", "Comments", "COMMENTS"))
# Fields that only say where an article is. Without one of the others it would be shown as it must not be.
_ADDRESSES = frozenset(("slug", "permalink", "url", "id"))
NO_FIELD = "newsgen has no field for it: kept below extra"
PERSONAL = "what is personal is not taken over"


class KeyedFields(NamedTuple):
    """The values of fields, what is kept unused by its key, and why the article is not public ("": it is).

    `entries` has one entry for each key that has a value.
    """

    fields: dict[str, Any]
    extra: dict[str, Any]
    status: str
    entries: tuple[Entry, ...]


def read_keys(keys: Mapping, label: str, custom: FieldCustom = PLAIN) -> KeyedFields:
    """The fields of keys and values. What cannot be read is kept by its key; where that hides why an article is not
    public, it is a draft. `label` is how messages name the source.
    """
    personal = {key for key in keys.values if is_personal_key(key) and not is_status_key(key)}
    given = {key: value for key, value in keys.values.items() if key not in personal}
    # The numbers tell which key a message is about.
    numbers = {key: number for number, key in enumerate(given, 1)}
    names = dict(enumerate(given, 1))
    refused: dict[str, str] = {}
    while True:
        left = {key: value for key, value in given.items() if key not in refused}
        duplicates = {key: values for key, values in keys.duplicates.items() if key in left}
        try:
            declared = read_fields(Mapping(left, numbers, duplicates, keys.comments), label, _SETTINGS, custom)
            break
        except NewsgenError as failed:
            faults = {names[problem.line]: problem.message for problem in failed.problems if problem.line in names}
            if not faults:
                raise
            refused |= faults
    return _keyed(declared, given, personal, refused, names)


def _keyed(
    declared: DeclaredFields, given: dict[str, Any], personal: set[str], refused: dict[str, str], names: dict[int, str]
) -> KeyedFields:
    fields = {name: field.value for name, field in declared.fields.items()}
    status = str(fields.pop("status", "")) or ("draft" if fields.pop("draft", False) else "")
    fields.pop("draft", None)
    if "permalink" in fields and not fields["permalink"]:
        status = status or "unpublished"
    if any(key.lower() not in _ADDRESSES for key in refused):
        status = status or "draft"
    kept = {**declared.extra, **{key: given[key] for key in refused}}
    if treat_status(status).status == status and any(map(is_status_key, kept)):
        # The article's own status says it all.
        used = read_status(Mapping(given, {}, {}), "", _SETTINGS).used - refused.keys()
        kept = {key: value for key, value in kept.items() if key not in used}
    clean = {key: without_personal_data(value) for key, value in kept.items()}
    extra = {key: value for key, value in clean.items() if _is_filled(value)}
    if "byline" in fields:
        fields["byline"] = tuple(dict.fromkeys(filter(None, map(public_name, fields["byline"]))))
    problems = [found.problem for found in declared.findings if not found.problem.message.startswith("unknown key")]
    faults = {names[problem.line]: problem.message for problem in problems if problem.line in names} | refused
    return KeyedFields(fields, extra, status, tuple(_entries(given, personal, kept, extra, faults)))


def _entries(
    given: dict[str, Any], personal: set[str], kept: dict[str, Any], extra: dict[str, Any], faults: dict[str, str]
) -> Iterator[Entry]:
    """What became of each key; an example shows no value of one that is personal."""
    for key in sorted(personal):
        yield Entry("field", key, "left out", PERSONAL)
    for key, value in given.items():
        if not _is_filled(value):
            continue
        if is_password_key(key, _SETTINGS):
            yield Entry("field", key, "left out", PERSONAL)
        elif key == "extra" or (is_status_key(key) and key not in faults and key not in extra):
            yield Entry("field", key, "taken")
        elif key in kept and key not in extra:
            yield Entry("field", key, "left out", PERSONAL)
        elif key in faults:
            yield Entry("field", key, "kept raw", "its value cannot be read: kept below extra", str(extra.get(key, "")))
        elif key in kept:
            yield Entry("field", key, "kept raw", NO_FIELD, str(extra[key]))
        else:
            yield Entry("field", key, "taken")


def _is_filled(value: Any) -> bool:
    return value is not None and value not in ("", [], {})
