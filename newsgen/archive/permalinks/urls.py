"""Every rule that makes a public URL: slugs, permalinks, the file that answers one, and links to it."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from string import Formatter
from typing import TYPE_CHECKING, Literal

from slugify import slugify
from text_unidecode import unidecode

from newsgen.record.paths import case_folded_path

if TYPE_CHECKING:
    from newsgen.record.article import Article
    from newsgen.settings.site import Site

# Long enough for a headline's sense, short enough for every file system also in three-byte letters.
_LONGEST_SLUG = 70
_LONGEST_NAME = 240
_APOSTROPHES = re.compile("['‘’ʼ＇]")
# A text of which slugify makes nothing but small letters and hyphens for spaces, short enough to stay whole.
_PLAIN = re.compile(rf"(?=.{{1,{_LONGEST_SLUG}}}$)[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*", re.ASCII)
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


def make_slug(text: str, language: str = "", style: Literal["ascii", "unicode"] = "ascii") -> str:
    """A short, lasting name for a URL, from a headline or a name in any script.

    "ascii" writes other scripts in Latin letters, which every server, file system and USB stick can hold;
    "unicode" keeps them. Text without a letter or digit gives "".
    """
    text = unicodedata.normalize("NFC", text)
    if style == "unicode":
        return _unicode_slug(text)
    language = language.split("-")[0].lower()
    if language != "ar" and _PLAIN.fullmatch(text):
        return text.lower().replace(" ", "-")
    text = _APOSTROPHES.sub("", text)
    for letter, latin in _BY_LANGUAGE.get(language, ()):
        text = text.replace(letter, latin)
    # Before slugify, which would take letters such as が apart and lose what makes them "ga".
    text = unidecode(text)
    if language == "ar":
        text = _LONG_VOWELS.sub(lambda vowel: "u" if vowel[1] == "w" else "i", slugify(text, separator=" "))
    return slugify(text, max_length=_LONGEST_SLUG, word_boundary=True)


def _unicode_slug(text: str) -> str:
    folded = unicodedata.normalize("NFC", text.casefold())
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in folded).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if slug and len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    # A file name holds 255 bytes at most, and some letters take four.
    return slug[:_LONGEST_SLUG].encode()[:_LONGEST_NAME].decode(errors="ignore")


def make_name_slug(name: str, style: Literal["ascii", "unicode"] = "ascii") -> str:
    """The slug of a section, tag or author; a name without letters gets one from its digest."""
    return make_slug(name, style=style) or "name-" + hashlib.sha256(os.fsencode(name)).hexdigest()[:8]


def distinct_slugs(plain: Mapping[str, str]) -> dict[str, str]:
    """A slug for each key; where two would share one, all but the plainest get a mark from their own letters."""
    slugs: dict[str, str] = {}
    taken = {"index"}
    for key in sorted(plain, key=lambda key: (len(key), key)):
        slug = plain[key]
        if slug in taken:
            slug = f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"
        taken.add(slug)
        slugs[key] = slug
    return slugs


def make_permalink(article: Article, site: Site) -> str:
    """The article's public URL below the site's root: declared, or made by the site's pattern.

    A part of the pattern that the article does not have, such as the month of "1998", is left out.
    """
    if article.permalink:
        return article.permalink
    pattern = site.permalink if article.published else site.permalink_undated
    return re.sub(r"/{2,}", "/", pattern.format_map(_parts_of(article, site)))


def former_urls(article: Article, site: Site) -> tuple[str, ...]:
    """Where site.yaml's patterns say that the article was on an older site; none where it lacks a part of a pattern."""
    if not site.aliases:
        return ()
    path = PurePosixPath(article.path)
    parts = {**_parts_of(article, site), "id": article.id, "path": str(path.with_suffix("")), "name": path.stem}
    return tuple(
        pattern.format_map(parts)
        for pattern in site.aliases
        if all(parts[name] for _, name, _, _ in Formatter().parse(pattern) if name)
    )


def _parts_of(article: Article, site: Site) -> dict[str, str]:
    """What the parts of a permalink's pattern stand for."""
    slug = make_slug(article.slug or article.headline, article.language, site.slugs)
    date = article.published
    return {
        "year": f"{date.year:04}" if date else "",
        "month": f"{date.month:02}" if date and date.month else "",
        "day": f"{date.day:02}" if date and date.day else "",
        "section": make_name_slug(article.section, site.slugs) if article.section else "",
        "language": article.language,
        "slug": slug or make_name_slug(PurePosixPath(article.path).stem, site.slugs),
    }


def file_of(permalink: str) -> str:
    """The file of the output that answers a permalink: ".../" is answered by index.html, a bare name by .html."""
    path = permalink.lstrip("/")
    if not path or path.endswith("/"):
        return path + "index.html"
    return path if PurePosixPath(path).suffix in (".html", ".htm") else path + ".html"


def redirect_file(permalink: str) -> str:
    """The file that answers a permalink which leads on: a folder's page, for any server leads from a name to that."""
    path = permalink.lstrip("/")
    return file_of(path) if path.endswith((".html", ".htm", "/")) or not path else f"{path}/index.html"


def redirect_files(permalink: str, moved: Iterable[str]) -> tuple[str, ...]:
    """The files that answer the older permalinks of an article which is at `permalink` now.

    One that differs from it, or from another, in nothing but case has none: not every file system tells the two apart.
    """
    files = {case_folded_path(file_of(permalink)): ""}
    for older in moved:
        file = redirect_file(older)
        files.setdefault(case_folded_path(file), file)
    return tuple(filter(None, files.values()))
