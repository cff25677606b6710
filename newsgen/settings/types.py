"""The types of single settings: each checks its value, and says in a sentence what it accepts."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from newsgen.record.names import decode_address, leaves_folder, path_fault, split_path
from newsgen.text.language.tags import normalise_tag
from newsgen.text.urls import split_url

PERMALINK_PARTS = ("year", "month", "day", "section", "language", "slug", "id", "name")
_ALIAS_PARTS = (*PERMALINK_PARTS, "path")
ImageFormat = Literal["avif", "webp"]
DataForm = Literal["jsonl", "csv", "sqlite"]
_DATA_FORMS: tuple[DataForm, ...] = ("jsonl", "csv", "sqlite")
RuleFile = Literal["netlify", "cloudflare", "apache", "nginx"]
# What a name may have on every disk, and a path on Linux and macOS, with that of a page in it.
_LONGEST_NAME, _LONGEST_PATH = 255, 1_000
_Comparable = TypeVar("_Comparable", bound=Any)


class Settings(BaseModel):
    """Settings that refuse unknown keys and cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def fault_of(error: Any) -> str:
    """What one of pydantic's errors says is wrong, without the name of the exception that a check raised."""
    return str(error["msg"]).removeprefix("Value error, ")


def _check_pattern(pattern: str, known: Sequence[str]) -> set[str]:
    """The names in a permalink pattern's braces; raises ValueError for one that is not known."""
    parts = [part for part in string.Formatter().parse(pattern) if part[1] is not None]
    names = {str(name) for _, name, _, _ in parts}
    unknown = sorted(names - set(known))
    if unknown:
        raise ValueError(f"{{{unknown[0]}}} is not one of {', '.join(f'{{{part}}}' for part in known)}")
    if any(form or conversion for _, _, form, conversion in parts):
        raise ValueError("a part of a permalink is a name in braces and nothing else")
    return names


def _check_permalink(pattern: str) -> str:
    names = _check_pattern(pattern, PERMALINK_PARTS)
    path = _decode_path(pattern)
    if not path or not names & {"slug", "id", "name"}:
        raise ValueError('a permalink begins with "/", holds {slug}, {id} or {name} and stays inside the site')
    fault = path_fault(re.sub("{[a-z]+}|{{|}}", "x", re.sub("/{2,}", "/", path)))
    if fault:
        raise ValueError(f"not every disk and host takes this path: {fault}")
    return path


def _check_alias(pattern: str) -> str:
    names = _check_pattern(pattern, _ALIAS_PARTS)
    bare, query = split_path(pattern)
    path = _decode_path(bare)
    if not path or "#" in query or not names & {"slug", "id", "path", "name"}:
        raise ValueError(
            'an old address begins with "/", holds {slug}, {id}, {path} or {name} and stays inside the site'
        )
    return path + query


def _decode_path(address: str) -> str:
    """The path inside the site that an address means; "" for one that means none."""
    try:
        path = decode_address(address)
    except ValueError:
        return ""
    is_inside = path.startswith("/") and not re.search(r"[\x00-\x1f?#]", path) and not leaves_folder(path)
    # A code for a brace would be taken for the beginning of a part.
    return path if is_inside and path.count("{") == address.count("{") else ""


def _check_redirects(redirects: Mapping[str, str]) -> Mapping[str, str]:
    decoded: dict[str, str] = {}
    for old, new in redirects.items():
        bare, query = split_path(old)
        path = _decode_path(bare)
        if not path or "#" in query or query == "?":
            raise ValueError(f'an old address begins with "/" and stays inside the site, and "{old}" does not')
        path += query
        if path in decoded:
            raise ValueError(f'"{old}" stands twice, once with its letters as codes')
        decoded[path] = _check_target(old, new)
    return decoded


def _check_target(old: str, new: str) -> str:
    """Where a redirect leads: a whole address, or a path of the site, decoded up to its query or fragment."""
    fault = f'"{old}" leads to a path of the site, which begins with "/", or to a whole address'
    if re.search(r"[\s\\]", new):
        raise ValueError(fault)
    if new.startswith(("https://", "http://")):
        return new
    path, rest = split_path(new)
    decoded = _decode_path(path)
    if not decoded:
        raise ValueError(fault)
    return decoded + rest


def _check_rule_files(rule_files: tuple[RuleFile, ...]) -> tuple[RuleFile, ...]:
    if {"netlify", "cloudflare"} <= set(rule_files):
        raise ValueError("netlify and cloudflare read the same file, _redirects, each in its own way; choose one")
    return sorted_once(rule_files)


def _map_encodings(value: object) -> object:
    return {"*": value} if isinstance(value, str) else value


def _check_encodings(encodings: Mapping[str, str]) -> Mapping[str, str]:
    """The codecs by their patterns; raises ValueError for a name that no encoding has."""
    if not encodings:
        return encodings
    # Few sites have other encodings than UTF-8.
    from newsgen.text.encodings.names import find_codec

    found = {pattern: find_codec(name) for pattern, name in encodings.items()}
    unknown = [encodings[pattern] for pattern, codec in found.items() if not codec]
    if unknown:
        raise ValueError(f'"{unknown[0]}" is no encoding; names are WINDOWS-1252, MACINTOSH, CP437, KOI8-R, SHIFT_JIS')
    return found


def _check_url(url: str) -> str:
    parts = split_url(url)
    if url and not (parts.scheme in ("http", "https") and parts.netloc and not re.search(r"\s", url)):
        raise ValueError("an address begins with https:// or http://")
    return url.rstrip("/")


def _check_language(code: str) -> str:
    tag = normalise_tag(code)
    if not tag:
        raise ValueError("a language is its ISO code, such as en, ar or pt-BR")
    return tag


def _check_timezone(name: str) -> str:
    if name:
        # Few sites name a time zone.
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError, RecursionError):
            raise ValueError(
                "a time zone is a name of the tz database, such as Europe/Berlin; a system without that database "
                "needs the package tzdata"
            ) from None
    return name


def _check_folder(name: str) -> str:
    if not name.strip() or "\0" in name:
        raise ValueError("a folder needs a name")
    size = max(len(part.encode("utf-8", "surrogatepass")) for part in name.split("/"))
    if size > _LONGEST_NAME or len(name) > _LONGEST_PATH:
        raise ValueError(f"a folder's name has at most {_LONGEST_NAME} bytes, and its path {_LONGEST_PATH:,} letters")
    return name


def _none_is_empty(value: object) -> object:
    return "" if value is None else value


def _check_widths(widths: tuple[int, ...]) -> tuple[int, ...]:
    if not widths:
        raise ValueError("pictures need one width at least")
    return sorted_once(widths)


def sorted_once(values: tuple[_Comparable, ...]) -> tuple[_Comparable, ...]:
    """The values of a list in alphabetical or numerical order, each once."""
    return tuple(sorted(set(values)))


def _in_form_order(forms: tuple[DataForm, ...]) -> tuple[DataForm, ...]:
    return tuple(sorted(set(forms), key=_DATA_FORMS.index))


Text = Annotated[str, BeforeValidator(_none_is_empty)]
Url = Annotated[Text, AfterValidator(_check_url)]
Language = Annotated[Text, AfterValidator(_check_language)]
Timezone = Annotated[Text, AfterValidator(_check_timezone)]
Folder = Annotated[str, AfterValidator(_check_folder)]
# The codec of the files that match a pattern.
Encodings = Annotated[Mapping[str, str], BeforeValidator(_map_encodings), AfterValidator(_check_encodings)]
Permalink = Annotated[str, AfterValidator(_check_permalink)]
Aliases = tuple[Annotated[str, AfterValidator(_check_alias)], ...]
Redirects = Annotated[Mapping[str, str], AfterValidator(_check_redirects)]
HeaderFiles = Annotated[tuple[RuleFile, ...], AfterValidator(sorted_once)]
RuleFiles = Annotated[tuple[RuleFile, ...], AfterValidator(_check_rule_files)]
# Narrower images are specks, and no page has room for wider ones.
Widths = Annotated[tuple[Annotated[int, Field(ge=16, le=8000)], ...], AfterValidator(_check_widths)]
# Browsers take the first format they know, so AVIF, whose files are smaller, must come before WebP.
ImageFormats = Annotated[tuple[ImageFormat, ...], AfterValidator(sorted_once)]
DataForms = Annotated[tuple[DataForm, ...], AfterValidator(_in_form_order)]
