"""The fields that a person may declare, in front matter or in the metadata table: their keys and what they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from newsgen.article import Correction, Image, Link, Origin
from newsgen.config import FrontMatterSettings
from newsgen.dates import PartialDate, parse_date
from newsgen.errors import BuildFailed, Problem, suggest
from newsgen.markup import safe_address

# Keys for the same field, the best first: Hugo, Jekyll, Eleventy, WordPress exports and newsrooms each have
# their own. Where a file has several, the first counts and the others are carried along in `extra`.
KEYS = {
    "headline": ("headline", "title"),
    "dek": ("dek", "deck", "subtitle", "subheadline", "standfirst", "excerpt", "summary", "description"),
    "kicker": ("kicker", "eyebrow", "overline"),
    "byline": ("byline", "authors", "author"),
    "dateline": ("dateline",),
    "section": ("section", "category", "categories"),
    "tags": ("tags", "tag", "topics", "keywords"),
    "language": ("language", "lang", "locale"),
    "published": ("published", "date", "pubdate", "publish_date", "publishdate"),
    "updated": ("updated", "lastmod", "modified", "last_modified_at"),
    "corrections": ("corrections", "correction"),
    "related": ("related",),
    "images": ("images", "image"),
    "original_url": ("original_url", "source_url", "canonical_url", "canonical"),
    "rights": ("rights", "copyright", "license", "licence"),
    "slug": ("slug",),
    "permalink": ("permalink", "url"),
    "draft": ("draft",),
}
_FIELD_OF = {key: field for field, keys in KEYS.items() for key in keys}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class Found(NamedTuple):
    """A field's value and where it was read."""

    value: Any
    origin: Origin


Fields = Mapping[str, Found]


def _refuse(what: str, why: str, mend: str) -> PydanticCustomError:
    return PydanticCustomError("field", "{what}", {"what": what, "why": why, "mend": mend})


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return " ".join(value.split())
    raise _refuse(
        "needs one line of text", "A list or a nested value has no place in this field.", "Write it as key: text."
    )


def _date(value: object) -> PartialDate:
    text = _text(value)
    try:
        return parse_date(text)
    except ValueError:
        raise _refuse(
            f'cannot read date "{text}"',
            "The date places the article in its month listing.",
            "Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known.",
        ) from None


def _names(value: object) -> tuple[str, ...]:
    """People: a list, a list of mappings with a name, or one text with ";" between the names."""
    values = value.split(";") if isinstance(value, str) else value if isinstance(value, list) else [value]
    names = [_text(part.get("name", "") if isinstance(part, dict) else part) for part in values if part is not None]
    return tuple(dict.fromkeys(name for name in names if name))


def _tags(value: object) -> tuple[str, ...]:
    return _names(re.split("[;,]", value) if isinstance(value, str) else value)


def _language(value: object) -> str:
    code = _text(value)
    if not _LANGUAGE.fullmatch(code):
        raise _refuse(
            f'"{code}" is not a language code',
            "Browsers and screen readers read the text in its language.",
            "Write the ISO code, for example en, ar or pt-BR.",
        )
    return code.replace("_", "-")


def _url(value: object) -> str:
    address = _text(value)
    if not safe_address(address) or not address.lower().startswith(("http://", "https://")):
        raise _refuse(
            f'"{address}" is not a web address', "It will be linked.", "Write it whole, beginning with https://."
        )
    return address


def _permalink(value: object) -> str:
    path = _text(value)
    if not path.startswith("/") or re.search(r"[\x00-\x1f\\?#]|//|/\.\.?(?:/|$)|^/$", path):
        raise _refuse(
            f'"{path}" is not a permalink',
            "It must name one place inside the archive.",
            'Write a path that begins with "/", for example /2020/07/flood.html.',
        )
    return path


def _related(value: object) -> tuple[Link, ...]:
    values = value if isinstance(value, list) else [value]
    links = []
    for part in values:
        if isinstance(part, dict):
            headline = _text(part.get("headline", part.get("title", "")))
            url = _text(part.get("url", ""))
        else:
            headline, url = _text(part), ""
        if not headline and not url:
            raise _refuse(
                "a related article needs a headline or a url",
                "It could not be shown.",
                "Write its headline, its file or its url.",
            )
        if not safe_address(url):
            raise _refuse(
                f'"{url}" is not a web address', "It will be linked.", "Write it whole, beginning with https://."
            )
        links.append(Link(headline, url))
    return tuple(links)


def _images(value: object) -> tuple[Image, ...]:
    images = []
    for part in value if isinstance(value, list) else [value]:
        facts = {"file": part} if isinstance(part, str) else part
        if not isinstance(facts, dict) or not facts.get("file") or set(facts) - {"file", "alt", "caption", "credit"}:
            raise _refuse(
                "cannot read an image",
                "Its file and texts must be known to show it.",
                "Write its file name, or a mapping of file, alt, caption and credit.",
            )
        images.append(Image(**{name: _text(text) for name, text in facts.items() if text is not None}))
    return tuple(images)


def _corrections(value: object) -> tuple[Correction, ...]:
    corrections = []
    for part in value if isinstance(value, list) else [value]:
        facts = {"text": part} if isinstance(part, str) else part
        if not isinstance(facts, dict) or not facts.get("text") or set(facts) - {"text", "date"}:
            raise _refuse(
                "cannot read a correction",
                "Readers must see what was put right.",
                "Write a mapping of date and text for each.",
            )
        corrections.append(Correction(_text(facts["text"]), _date(facts["date"]) if facts.get("date") else None))
    return tuple(corrections)


def _yes(value: object) -> bool:
    if isinstance(value, str) and value.lower() in ("yes", "true", "1", "no", "false", "0"):
        return value.lower() in ("yes", "true", "1")
    if isinstance(value, bool):
        return value
    raise _refuse("is neither true nor false", "A draft is not published.", "Write draft: true or draft: false.")


_Text = Annotated[str, BeforeValidator(_text)]


class _Declared(BaseModel):
    """The shape of each field; absent ones stay unset."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    headline: _Text = ""
    dek: _Text = ""
    kicker: _Text = ""
    byline: Annotated[tuple[str, ...], BeforeValidator(_names)] = ()
    dateline: _Text = ""
    section: Annotated[tuple[str, ...], BeforeValidator(_names)] = ()
    tags: Annotated[tuple[str, ...], BeforeValidator(_tags)] = ()
    language: Annotated[str, BeforeValidator(_language)] = ""
    published: Annotated[PartialDate | None, BeforeValidator(_date)] = None
    updated: Annotated[PartialDate | None, BeforeValidator(_date)] = None
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(_corrections)] = ()
    related: Annotated[tuple[Link, ...], BeforeValidator(_related)] = ()
    images: Annotated[tuple[Image, ...], BeforeValidator(_images)] = ()
    original_url: Annotated[str, BeforeValidator(_url)] = ""
    rights: _Text = ""
    slug: _Text = ""
    permalink: Annotated[str, BeforeValidator(_permalink)] = ""
    draft: Annotated[bool, BeforeValidator(_yes)] = False


def read_fields(
    values: Mapping[str, Any], lines: Mapping[str, int], path: str, settings: FrontMatterSettings
) -> tuple[dict[str, Found], dict[str, object]]:
    """Declared keys and values to checked fields, and what is carried along without being used.

    `lines` is the line of each key and `path` the file that messages name. Raises BuildFailed with every
    unknown key and every value that its field cannot hold.
    """
    chosen, extra, problems = _choose(values, lines, path, settings)
    try:
        declared = _Declared.model_validate({field: values[key] for field, key in chosen.items()})
    except ValidationError as error:
        problems += [_problem(wrong, chosen, lines, path) for wrong in error.errors()]
    if problems:
        raise BuildFailed(problems)
    return {
        field: Found(getattr(declared, field), Origin(path, lines.get(key, 0))) for field, key in chosen.items()
    }, extra


def _choose(
    values: Mapping[str, Any], lines: Mapping[str, int], path: str, settings: FrontMatterSettings
) -> tuple[dict[str, str], dict[str, object], list[Problem]]:
    """The key that counts for each field, the keys that are carried along, and a problem for each unknown key."""
    wanted: dict[str, list[str]] = {}
    extra: dict[str, object] = {}
    problems = []
    for key, value in values.items():
        field = settings.rename.get(key) or _FIELD_OF.get(key.lower())
        if key not in settings.rename and any(fnmatchcase(key, pattern) for pattern in settings.keep):
            extra[key] = value
        elif field not in KEYS:
            problems.append(
                Problem(
                    path,
                    lines.get(key, 0),
                    f'unknown key "{key[:60]}".{suggest(key, _FIELD_OF)}',
                    "newsgen would not know what to do with its value.",
                    "Correct it, or name it in site.yaml under front_matter: rename: or keep:.",
                )
            )
        elif value is not None and value != "":
            wanted.setdefault(field, []).append(key)
    chosen = {}
    for field, keys in wanted.items():
        order = KEYS[field]
        keys.sort(key=lambda key: order.index(key.lower()) if key.lower() in order else -1)
        chosen[field] = keys[0]
        extra.update({key: values[key] for key in keys[1:]})
    return chosen, extra, problems


def _problem(wrong: Any, chosen: Mapping[str, str], lines: Mapping[str, int], path: str) -> Problem:
    key = chosen[str(wrong["loc"][0])]
    told = wrong.get("ctx", {})
    what = told.get("what", wrong["msg"])
    if not what.startswith(("cannot", '"', "a ")):
        what = f'"{key}" {what}'
    return Problem(
        path, lines.get(key, 0), what, told.get("why", "It cannot be used."), told.get("mend", "Correct it.")
    )
