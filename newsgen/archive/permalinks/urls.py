"""Every rule that makes a public URL: slugs, permalinks, the file that answers one, and links to it."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from posixpath import splitext
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from newsgen.record.names import leaves_folder, path_fault, safe_name, safe_path, split_path
from newsgen.record.paths import case_folded_path, record_path
from newsgen.text.urls import NO_TEXT, significant_query

if TYPE_CHECKING:
    from newsgen.record.article import Article
    from newsgen.settings.site import Site

# Long enough for a headline's sense, short enough for every file system also in three-byte letters.
_LONGEST_SLUG = 70
_LONGEST_NAME = 240
# What tells two long headlines apart that begin alike.
_LONGEST_WHOLE = 200
_APOSTROPHES = re.compile("['‘’ʼ＇]")
# A text of which slugify makes nothing but small letters and hyphens for spaces, short enough to stay whole.
_PLAIN = re.compile(rf"(?=.{{1,{_LONGEST_SLUG}}}$)[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*", re.ASCII)
# A pattern names an article by more than its id; and what is left of one in the place of a part that is missing.
_HAS_OTHER_NAME = re.compile(r"\{(?:slug|name)\}")
_LEFT_OVER = re.compile(r"(?<=/)[-_., ]+|(?<![-_., ])[-_., ]+(?=/|\.html?$|$)")
# Where newsgen has index pages of its own.
_OWN_FOLDER = re.compile(r"/(?:\d{4}(?:/\d\d){0,2}|sections|tags|authors|undated|on-this-day)/?")
# How German prints its umlauts without them; other Latin letters lose their accents.
_GERMAN = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"))
# Arabic letters that the general table drops or doubles, after the simplified ALA-LC romanisation.
_ARABIC = (
    *zip("اأإآىةعءئؤ", ("a", "a", "i", "a", "a", "a", "a", "", "i", "u"), strict=True),
    *zip("ثخذشغصضطظحق", ("th", "kh", "dh", "sh", "gh", "s", "d", "t", "z", "h", "q"), strict=True),
)
_BY_LANGUAGE = {"de": _GERMAN, "ar": _ARABIC}
# Waw and ya between consonants are the long vowels u and i.
_LONG_VOWELS = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])([wy])(?=[bcdfghjklmnpqrstvxz\s]|$)")


def make_slug(
    text: str, language: str = "", style: Literal["ascii", "unicode"] = "ascii", longest: int = _LONGEST_SLUG
) -> str:
    """A short, lasting name for a URL, from a headline or a name in any script.

    "ascii" writes other scripts in Latin letters, which every server, file system and USB stick can hold;
    "unicode" keeps them. Text without a letter or digit gives "".
    """
    text = unicodedata.normalize("NFC", text)
    if style == "unicode":
        return _unicode_slug(text, longest)
    language = language.split("-")[0].lower()
    if language != "ar" and _PLAIN.fullmatch(text):
        return text.lower().replace(" ", "-")
    return _slugify(_in_latin_letters(text, language), max_length=longest, word_boundary=True, save_order=True)


def former_slugs(slug: str, language: str, style: Literal["ascii", "unicode"]) -> tuple[str, ...]:
    """What stood for a declared slug in addresses while these were made of it as of a headline.

    Long ones then lost their long words, and percent codes were not decoded.
    """
    if style == "unicode":
        return tuple({_unicode_slug(unicodedata.normalize("NFC", text)) for text in (slug, quote(slug))})
    language = language.split("-")[0].lower()
    if language != "ar" and " " not in slug and _PLAIN.fullmatch(slug):
        return (slug.lower(),)
    texts = (_in_latin_letters(unicodedata.normalize("NFC", text), language) for text in (slug, quote(slug)))
    return tuple({_slugify(text, max_length=_LONGEST_SLUG, word_boundary=True) for text in texts})


def _in_latin_letters(text: str, language: str) -> str:
    """A text for slugify, which would take letters such as が apart and lose what makes them "ga"."""
    text = _APOSTROPHES.sub("", text)
    for letter, latin in _BY_LANGUAGE.get(language, ()):
        text = text.replace(letter, latin)
    from text_unidecode import unidecode

    text = unidecode(text)
    if language == "ar":
        return _LONG_VOWELS.sub(lambda vowel: "u" if vowel[1] == "w" else "i", _slugify(text, separator=" "))
    return text


def _slugify(text: str, **options: Any) -> str:
    # A build that finds nothing to do makes no slugs.
    from slugify import slugify

    return slugify(text, **options)


def _unicode_slug(text: str, longest: int = _LONGEST_SLUG) -> str:
    folded = unicodedata.normalize("NFC", text.casefold())
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in folded).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if slug and len(longer) > longest:
            break
        slug = longer
    # A file name holds 255 bytes at most, and some letters take four.
    return slug[:longest].encode()[:_LONGEST_NAME].decode(errors="ignore")


def make_name_slug(name: str, style: Literal["ascii", "unicode"] = "ascii") -> str:
    """The slug of a section, tag or author; a name without letters gets one from its digest."""
    slug = make_slug(name, style=style)
    return safe_name(slug) if slug else "name-" + hashlib.sha256(os.fsencode(name)).hexdigest()[:8]


# All articles of a section ask for it.
_section_slug = lru_cache(maxsize=1_000)(make_name_slug)


def make_permalink(article: Article, site: Site) -> str:
    """The article's public URL below the site's root: declared, or made by the site's pattern.

    A part of the pattern that the article does not have, such as the month of "1998", is left out. A plain file server
    answers a name without ".html" as a folder's, so that the address ends in "/" then.
    """
    return _as_folder(article.permalink) if article.permalink else _by_pattern(article, site, _parts_of(article, site))


def longer_permalink(article: Article, site: Site, permalink: str) -> str:
    """The permalink with more of the headline than one that was shortened; "" where there is no more."""
    if article.permalink or article.slug or len(permalink) < _LONGEST_SLUG // 2:
        return ""
    slug = make_slug(article.headline, article.language, site.slugs, _LONGEST_WHOLE)
    if not slug or slug in permalink:
        return ""
    return _by_pattern(article, site, {**_parts_of(article, site), "slug": slug})


def _by_pattern(article: Article, site: Site, parts: dict[str, str]) -> str:
    pattern = site.permalink if article.published else site.permalink_undated
    if not parts["id"] and not _HAS_OTHER_NAME.search(pattern):
        parts["id"] = parts["slug"]
    permalink = pattern.format_map(parts)
    if any(f"{{{name}}}" in pattern for name, part in parts.items() if not part):
        permalink = _LEFT_OVER.sub("", permalink)
    return safe_path(_as_folder(permalink))


def former_urls(article: Article, site: Site) -> tuple[str, ...]:
    """Where site.yaml's patterns say that the article was on an older site; none where it lacks a part of a pattern."""
    if not site.aliases:
        return ()
    path, _ = splitext(record_path(article.path))
    known = {**_parts_of(article, site), "id": article.id, "path": path}
    # Bytes that are no text can be in the name of a file, and in no address.
    parts = {name: "" if NO_TEXT.search(part) else part for name, part in known.items()}
    made = (
        _fill_in(pattern, parts)
        for pattern in site.aliases
        if all(parts[name] for _, name, _, _ in Formatter().parse(pattern) if name)
    )
    return tuple(permalink for permalink in made if not leaves_folder(split_path(permalink)[0]))


def _fill_in(pattern: str, parts: Mapping[str, str]) -> str:
    """The old address that a pattern makes of an article's parts; those in its query are encoded."""
    path, query = split_path(pattern)
    if not query:
        return path.format_map(parts)
    encoded = {name: quote(part, safe="") for name, part in parts.items()}
    return f"{path.format_map(parts)}?{significant_query(query[1:].format_map(encoded))}"


def _parts_of(article: Article, site: Site) -> dict[str, str]:
    """What the parts of a permalink's pattern stand for; each but a declared slug is part of one name."""
    date = article.published
    slug = article.slug or make_slug(article.headline, article.language, site.slugs)
    return {
        "year": f"{date.year:04}" if date else "",
        "month": f"{date.month:02}" if date and date.month else "",
        "day": f"{date.day:02}" if date and date.day else "",
        "section": _section_slug(article.section, site.slugs) if article.section else "",
        "language": article.language,
        "slug": slug or make_name_slug(PurePosixPath(article.path).stem, site.slugs),
        "id": article.id.replace("/", "-"),
        "name": PurePosixPath(record_path(article.path)).stem,
    }


def is_bare(permalink: str) -> bool:
    """Whether a permalink names neither a file nor a folder, such as "/about", which plain servers do not answer.

    None is made or declared any more, but older ledgers hold some, and so may aliases and redirects.
    """
    return not permalink.endswith(("/", ".html", ".htm"))


def _as_folder(permalink: str) -> str:
    return f"{permalink}/" if is_bare(permalink) else permalink


def file_of(permalink: str) -> str:
    """The file of the output that answers a permalink: ".../" and a bare name are answered by a folder's index.html.

    A bare name of an older ledger that one of the site's own folders has too keeps the file which it had.
    """
    if is_bare(permalink) and is_own_folder(permalink):
        return _former_file(permalink)
    return redirect_file(permalink)


def is_own_folder(permalink: str) -> bool:
    """Whether the site has an index page of its own at a permalink, such as "/2020" and "/tags"."""
    return _OWN_FOLDER.fullmatch(permalink) is not None


def _former_file(permalink: str) -> str:
    """The file that newsgen once made for a bare name."""
    return f"{permalink.lstrip('/')}.html"


def redirect_file(permalink: str) -> str:
    """The file that answers a permalink which leads on: a folder's page, for any server leads from a name to that."""
    path = permalink.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else f"{path}/index.html" if is_bare(path) else path


def redirect_files(permalink: str, moved: Iterable[str]) -> tuple[str, ...]:
    """The files that answer the older permalinks of an article which is at `permalink` now.

    One that differs from it, or from another, in nothing but case has none: not every file system tells the two apart.
    Neither has one with a name that some file systems or hosts do not take: only a server's rules answer that.
    """
    files = {case_folded_path(file_of(permalink)): ""}
    if is_bare(permalink):
        moved = (*moved, f"/{_former_file(permalink)}")
    for older in moved:
        file = redirect_file(older)
        if not path_fault(file):
            files.setdefault(case_folded_path(file), file)
    return tuple(filter(None, files.values()))
