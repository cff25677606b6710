"""What single settings may hold: each as a type that checks itself, and says in a sentence what it wants."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

PERMALINK_PARTS = ("year", "month", "day", "section", "language", "slug")
_ALIAS_PARTS = (*PERMALINK_PARTS, "id", "path", "name")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
ImageFormat = Literal["avif", "webp"]
DataForm = Literal["jsonl", "csv", "sqlite"]
_DATA_FORMS: tuple[DataForm, ...] = ("jsonl", "csv", "sqlite")
RuleFile = Literal["netlify", "cloudflare", "apache", "nginx"]


def _check_pattern(pattern: str, known: Sequence[str]) -> set[str]:
    """The parts of a pattern for permalinks."""
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
    if not _is_permalink(pattern) or "slug" not in names:
        raise ValueError('a permalink begins with "/", holds {slug} and stays inside the site')
    return pattern


def _check_alias(pattern: str) -> str:
    names = _check_pattern(pattern, _ALIAS_PARTS)
    if not _is_permalink(pattern) or not names & {"slug", "id", "path", "name"}:
        raise ValueError(
            'an old address begins with "/", holds {slug}, {id}, {path} or {name} and stays inside the site'
        )
    return pattern


def _is_permalink(text: str) -> bool:
    return text.startswith("/") and not re.search(r"\.\.|[\\\x00-\x1f?#]", text)


def _check_redirects(redirects: Mapping[str, str]) -> Mapping[str, str]:
    for old, new in redirects.items():
        if not _is_permalink(old):
            raise ValueError(f'an old address begins with "/" and stays inside the site, and "{old}" does not')
        if not new.startswith(("/", "https://", "http://")) or re.search(r"[\s\\]", new):
            raise ValueError(f'"{old}" leads to a path of the site, which begins with "/", or to a whole address')
    return redirects


def _check_rules(rules: tuple[RuleFile, ...]) -> tuple[RuleFile, ...]:
    if {"netlify", "cloudflare"} <= set(rules):
        raise ValueError("netlify and cloudflare read the same file, _redirects, each in its own way; choose one")
    return tuple(sorted(set(rules)))


def _check_url(url: str) -> str:
    message = "an address begins with https:// or http://"
    try:
        parts = urlsplit(url)
    except ValueError:
        raise ValueError(message) from None
    if url and not (parts.scheme in ("http", "https") and parts.netloc and not re.search(r"\s", url)):
        raise ValueError(message)
    return url.rstrip("/")


def _check_language(code: str) -> str:
    """A language code as BCP 47 writes it, with "-" between its parts."""
    if not _LANGUAGE.fullmatch(code):
        raise ValueError("a language is its ISO code, such as en, ar or pt-BR")
    return code.replace("_", "-")


def _check_folder(name: str) -> str:
    if not name.strip() or "\0" in name:
        raise ValueError("a folder needs a name")
    return name


def _none_is_empty(value: object) -> object:
    return "" if value is None else value


def _in_order(widths: tuple[int, ...]) -> tuple[int, ...]:
    if not widths:
        raise ValueError("pictures need one width at least")
    return tuple(sorted(set(widths)))


def _best_first(formats: tuple[ImageFormat, ...]) -> tuple[ImageFormat, ...]:
    """Browsers take the first format that they know, so that the smaller files come first."""
    return tuple(sorted(set(formats)))


def _each_once(forms: tuple[DataForm, ...]) -> tuple[DataForm, ...]:
    return tuple(sorted(set(forms), key=_DATA_FORMS.index))


Text = Annotated[str, BeforeValidator(_none_is_empty)]
Url = Annotated[Text, AfterValidator(_check_url)]
Language = Annotated[Text, AfterValidator(_check_language)]
Folder = Annotated[str, AfterValidator(_check_folder)]
Permalink = Annotated[str, AfterValidator(_check_permalink)]
Aliases = tuple[Annotated[str, AfterValidator(_check_alias)], ...]
Redirects = Annotated[Mapping[str, str], AfterValidator(_check_redirects)]
RuleFiles = Annotated[tuple[RuleFile, ...], AfterValidator(_check_rules)]
# Narrower pictures are specks, and wider ones no page has room for.
Widths = Annotated[tuple[Annotated[int, Field(ge=16, le=8000)], ...], AfterValidator(_in_order)]
ImageFormats = Annotated[tuple[ImageFormat, ...], AfterValidator(_best_first)]
DataForms = Annotated[tuple[DataForm, ...], AfterValidator(_each_once)]
