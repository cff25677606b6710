"""Read Medium's exports: each post is an article. Lists of readers, sessions and bookmarks are not opened."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import NewsgenError
from newsgen.importers.archives.members import Member, open_members
from newsgen.importers.conversion.article import Origin, Text, import_article
from newsgen.importers.conversion.fields import read_keys
from newsgen.importers.conversion.html_text import read_html_text
from newsgen.importers.conversion.pictures import SitePictures
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.medium.post import read_post
from newsgen.record.import_entry import Entry
from newsgen.text.urls import host_of, split_url
from newsgen.text.yaml.reader import Mapping as YamlMapping

_DRAFT = "draft_"
_NUMBER = re.compile(r"(?P<name>.*?)[-_](?P<number>[0-9a-f]{8,14})")
_MEDIUM = re.compile(r"(?:^|\.)medium\.com$")


def read_medium(files: Sequence[InputFile], today: datetime.date) -> Iterator[Imported]:
    """The articles of Medium's exports."""
    with ExitStack() as stack:
        for found in open_members(files, stack):
            if not isinstance(found, Member):
                yield found
                continue
            suffix = PurePosixPath(found.path).suffix.lower()
            parts = found.path.split("/")
            if suffix not in (".html", ".htm") or (len(parts) > 1 and "posts" not in parts[:-1]):
                # Their names are no matter: some hold addresses of readers and computers.
                yield Entry("file", suffix, "left out", "it is no post: lists of readers and sessions are not opened")
                continue
            yield from _read_post(found, today)


def _read_post(member: Member, today: datetime.date) -> Iterator[Imported]:
    try:
        post = read_post(member.text())
    except NewsgenError as failed:
        yield Entry("file", ".html", "left out", "it cannot be read", member.label)
        yield from failed.problems
        return
    if not post.is_post:
        yield Entry("file", ".html", "left out", "it is no post", member.label)
        return
    stem = PurePosixPath(member.path).stem
    match = _NUMBER.fullmatch(stem)
    number = match["number"] if match else stem
    is_draft = stem.startswith(_DRAFT) or not post.published
    text = read_html_text(post.body, member.label, SitePictures({}, ""))
    host = host_of(post.canonical)
    values: dict[str, Any] = {
        "title": post.title,
        "subtitle": post.subtitle if not _repeats(post.subtitle, text.markdown) else "",
        "authors": [post.author] if post.author else [],
        "published": post.published,
        "original_url": post.canonical,
        # What Medium's own host answers, no other can.
        "permalink": split_url(post.canonical).path if host and not _MEDIUM.search(host) else "",
        "status": "draft" if is_draft else "published",
    }
    values = {key: value for key, value in values.items() if value not in ("", [], "/")}
    keyed = read_keys(YamlMapping(values, {}, {}), member.label)
    whole = Text(text.markdown, entries=text.entries)
    yield from import_article(keyed, whole, Origin(member.label, f"medium:{number}"), today)


def _repeats(subtitle: str, markdown: str) -> bool:
    """Whether a subtitle is the beginning of the text, which Medium shows where there is none."""
    plain = re.sub(r"[\W_]+", "", markdown[: 4 * len(subtitle) + 200]).casefold()
    return bool(subtitle) and plain.startswith(re.sub(r"[\W_]+", "", subtitle).casefold())
