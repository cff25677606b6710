"""The setting `groups:` in site.yaml: keys of front matter whose names have listings, as tags have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, field_validator

from newsgen.record.field_keys import FIELD_OF, LISTED
from newsgen.settings.types import Settings, Text

# A key is a folder of the site, a column of the dumps and an option of the search.
_KEY = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
# Names that the site, its dumps or its search page have given to something else already; files and folders of such
# names could not be told apart from newsgen's own, and Windows refuses the last ones.
RESERVED = frozenset(
    [
        *("about", "anniversaries", "archive", "article", "articles", "asset", "calendar", "data", "days"),
        *("feed", "feeds", "front", "index", "manifest", "media", "missing", "months", "on-this-day"),
        *("publications", "redirects"),
        *("robots", "search", "search-file", "section", "sections", "sitemap", "theme", "undated", "words", "years"),
        *("blocks", "declared_id", "direction", "extra", "path", "text", "text_sha256", "withdrawal", "year"),
        *("comments", "show_comments"),
        *("from", "language", "languages", "q", "query", "sort", "to"),
        *("aux", "con", "nul", "prn", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(10))),
    ]
)


class GroupLabels(Settings):
    """What pages call `one` value of a group and `many`; the latter is the key itself where it is not given."""

    one: Text
    many: Text = ""

    @field_validator("one")
    @classmethod
    def _check_one(cls, one: str) -> str:
        if not one.strip():
            raise ValueError("a group needs what one of it is called, such as people: Person")
        return one


def group_kind(key: str) -> str:
    """The kind of listing that a key of `groups:` means: newsgen's own for the keys of its fields, else the key."""
    return LISTED.get(FIELD_OF.get(key, ""), key)


def many_of(key: str, labels: GroupLabels) -> str:
    """What pages call all values of a group."""
    words = re.sub("[_-]+", " ", key)
    return labels.many or words[:1].upper() + words[1:]


def own_kinds(groups: Iterable[str]) -> tuple[str, ...]:
    """The kinds of listings that only the site has, in its order."""
    return tuple(kind for kind in groups if kind not in LISTED.values())


def keys_of_groups(groups: Mapping[str, GroupLabels]) -> dict[str, str]:
    """The groups that only the site has, by all keys that mean them: of one, of many, and what site.yaml calls them."""
    kinds = own_kinds(groups)
    keys = {kind: kind for kind in kinds}
    for kind in kinds:
        labels = (label.lower() for label in (groups[kind].one, groups[kind].many))
        for name in filter(None, (*labels, *_other_numbers(kind))):
            for key in (name, name.replace(" ", "_"), name.replace(" ", "-")):
                if key not in FIELD_OF:
                    keys.setdefault(key, kind)
    return keys


def _other_numbers(key: str) -> tuple[str, ...]:
    """The plural of a singular key and the singular of a plural one, as English makes them: "event" and "events"."""
    if not key.endswith("s"):
        return (f"{key[:-1]}ies" if key.endswith("y") else f"{key}s",)
    return (f"{key.removesuffix('ies')}y",) if key.endswith("ies") else (key.removesuffix("s"),)


def _label_groups(value: Any) -> Any:
    """Each key in small letters, with its labels; a text is the label of one."""
    if not isinstance(value, Mapping):
        raise ValueError("it is keys of front matter, each with what one is called, such as {people: Person}")
    return {
        str(key).strip().lower(): {"one": labels} if isinstance(labels, str) or labels is None else labels
        for key, labels in value.items()
    }


def _check_groups(groups: Mapping[str, GroupLabels]) -> Mapping[str, GroupLabels]:
    """The groups by their kinds; raises ValueError for a key that cannot be a group."""
    kinds: dict[str, GroupLabels] = {}
    for key, labels in groups.items():
        kind = group_kind(key)
        field = FIELD_OF.get(key, "")
        if kind in kinds:
            raise ValueError(f'"{key}" and another key are the same group, {kind}; keep one of the two')
        if kind not in LISTED.values():
            if field:
                raise ValueError(
                    f'"{key}" is a key that newsgen knows, for the field {field}; name the group otherwise, and where'
                    f" your files have this key, map it in front_matter: rename: {{{key}: the group's name}}"
                )
            if key in RESERVED or key.startswith(("article_", "articles_", "sqlite_", "publication-")):
                raise ValueError(
                    f'"{key}" is what newsgen calls something else; name the group otherwise, and where your files have'
                    f" this key, map it in front_matter: rename: {{{key}: the group's name}}"
                )
            if not _KEY.fullmatch(key):
                raise ValueError(
                    f'"{key}" cannot name a folder of the site; a group has a name of a to z, 0 to 9, "-" and "_", and'
                    f' front_matter: rename: maps a key to it, such as {{"{key}": events}}'
                )
        kinds[kind] = labels
    return kinds


# A site without groups of its own.
NO_GROUPS: Mapping[str, GroupLabels] = {}
Groups = Annotated[Mapping[str, GroupLabels], BeforeValidator(_label_groups), AfterValidator(_check_groups)]
