"""Read the comments on an article: `flood.comments.jsonl` beside `flood.md`, one JSON object a line.

An object has `text`, and as far as known `id`, `author`, `date` and the `parent` that it answers, by its `id`. Lines
that cannot be read are told and left out, and no other key of an object is taken over: one may be an address.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.record.comment import Comment
from newsgen.record.paths import COMMENTS_ENDING, HTML_ENDINGS, TEXT_ENDINGS, comments_path
from newsgen.settings.site import Site
from newsgen.sources.dates.custom import DateCustom, declared_custom
from newsgen.sources.files import Source, is_article, is_ignored
from newsgen.sources.record_values import InvalidField, check_text, read_record_date, read_record_line
from newsgen.sources.scan import SYMLINK, FileStamp, is_file
from newsgen.text.encoding import read_text

RULE = "comments"
_KEYS = ("id", "author", "date", "text", "parent")
_ENDINGS = tuple(form for ending in (*TEXT_ENDINGS, *HTML_ENDINGS) for form in (ending, ending.upper()))
_LEFT_OUT = "The comment is left out."
_WHOLE = "Write one JSON object a line, with text, and with id, author, date and parent where they are known."


class CommentsReading(NamedTuple):
    """The comments on an article, and what an editor should know of how they were read."""

    comments: tuple[Comment, ...] = ()
    findings: tuple[Finding, ...] = ()


_NONE = CommentsReading()


def read_comments(source: Source, site: Site) -> CommentsReading:
    """The comments in the file beside a source; none where there is no file, or where it may be of another article."""
    file, label = comments_path(os.fspath(source.file)), comments_path(source.label)
    try:
        status = os.lstat(file)
    except OSError:
        return _NONE
    if not stat.S_ISREG(status.st_mode) or (site.ignore and is_ignored(comments_path(source.path), site.ignore)):
        return _NONE
    owners = _owners_in_folder(source)
    if len(owners) > 1:
        is_first = source.file.name == owners[0]
        return CommentsReading(findings=(_doubtful(label, owners),) if is_first else ())
    try:
        text = read_text(Path(file), label)
    except NewsgenError as failed:
        return CommentsReading(findings=tuple(Finding(RULE, problem) for problem in failed.problems))
    findings: list[Finding] = []
    comments = list(_read_lines(text, label, declared_custom(site), findings))
    return CommentsReading(_without_circles(comments, label, findings), tuple(findings))


def comment_of(values: Mapping[str, Any], custom: DateCustom) -> Comment:
    """The comment in an object of JSON. Raises InvalidField for a value that it cannot hold."""
    number = values.get("id")
    parent = values.get("parent")
    plain = {**values, "id": _as_text(number), "parent": _as_text(parent)}
    text = check_text(values.get("text"), "text").replace("\r\n", "\n").replace("\r", "\n").strip()
    date = read_record_date(plain, "date", custom)
    author = read_record_line(plain, "author").strip()
    return Comment(read_record_line(plain, "id"), author, date, text, read_record_line(plain, "parent"))


def owners_of(path: str, files: Mapping[str, FileStamp]) -> list[str]:
    """The files that may be the article of a file of comments."""
    stem = path.removesuffix(COMMENTS_ENDING)
    return [owner for ending in _ENDINGS if is_file(files.get(owner := stem + ending, (SYMLINK, 0)))]


def find_stray_comments(files: Mapping[str, FileStamp], folder: Path, site: Site) -> list[Finding]:
    """A finding for each file of comments in a folder whose article is not there, sorted."""
    found = [path for path in files if path.endswith(COMMENTS_ENDING) and not is_ignored(path, site.ignore)]
    strays = (path for path in found if not any(is_article(owner, folder) for owner in owners_of(path, files)))
    return [Finding(RULE, _stray(f"{site.articles}/{path}")) for path in sorted(strays)]


def _owners_in_folder(source: Source) -> list[str]:
    """The names of all articles in the folder of a source that the file of its comments may belong to."""
    folder, stem = source.file.parent, source.file.name.rpartition(".")[0]
    names = {stem + ending for ending in _ENDINGS if (folder / (stem + ending)).is_file()} - {source.file.name}
    return sorted({source.file.name, *(name for name in names if is_article(name, folder))})


def _read_lines(text: str, label: str, custom: DateCustom, findings: list[Finding]) -> Iterator[Comment]:
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            values = None
        if not isinstance(values, dict):
            findings.append(_finding(label, number, "is no JSON object", _LEFT_OUT, _WHOLE))
            continue
        try:
            comment = comment_of(values, custom)
        except InvalidField as invalid:
            name, fault = invalid.args
            if name != "date":
                findings.append(_finding(label, number, f'"{name}" {fault}', _LEFT_OUT, f'Correct "{name}".'))
                continue
            findings.append(_finding(label, number, f'"date" {fault}', "The comment has no date.", 'Correct "date".'))
            comment = comment_of({**values, "date": ""}, custom)
        if not (comment.text or comment.author):
            findings.append(_finding(label, number, "says nothing", _LEFT_OUT, 'Write its "text", or take it out.'))
            continue
        unknown = [key for key in values if key not in _KEYS]
        if unknown:
            findings.append(_unknown_keys(label, number, unknown))
        if comment.id in seen:
            findings.append(_repeated(label, number, comment.id))
            comment = replace(comment, id="")
        seen.add(comment.id or "\0")
        yield comment


def _without_circles(comments: Sequence[Comment], label: str, findings: list[Finding]) -> tuple[Comment, ...]:
    """The comments; of those that answer each other in a circle, one answers none."""
    parents = {comment.id: comment.parent for comment in comments if comment.id}
    is_sound: dict[str, bool] = {"": True}
    cut: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        at = start
        while at in parents and at not in is_sound and at not in way:
            way[at] = None
            at = parents[at]
        if at in way:
            cut.add(at)
            fix = f'Take its "parent" away, or that of "{parents[at]}".'
            findings.append(_finding(label, 0, f'comment "{at}" answers itself', "Nobody could follow it.", fix))
        is_sound.update(dict.fromkeys(way, True))
    return tuple(replace(one, parent="") if one.id in cut else one for one in comments)


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _finding(label: str, line: int, message: str, reason: str, fix: str) -> Finding:
    return Finding(RULE, Problem(label, line, message, reason, fix))


def _unknown_keys(label: str, line: int, keys: Sequence[str]) -> Finding:
    names = ", ".join(f'"{key[:40]}"' for key in sorted(keys))
    reason = "Only what every reader may see is kept with the article."
    message = f"leaves out the unknown key{'s' if len(keys) > 1 else ''} {names}"
    return _finding(label, line, message, reason, f"Keys are {', '.join(_KEYS)}; take others out.")


def _repeated(label: str, line: int, name: str) -> Finding:
    reason, fix = "Answers to it belong to the first one.", "Give each comment an id of its own."
    return _finding(label, line, f'has the id "{name[:40]}" of another comment', reason, fix)


def _doubtful(label: str, owners: Sequence[str]) -> Finding:
    reason = "Comments would stand below a text that they are not about, so that no page shows them."
    return _finding(label, 0, f"may belong to {' or '.join(owners)}", reason, "Give one of the articles another name.")


def _stray(label: str) -> Problem:
    article = label.rpartition("/")[2].removesuffix(COMMENTS_ENDING)
    reason = "No page shows these comments, and no dump holds them."
    fix = f"Put the article beside it as {article}.md or {article}.txt, or delete the file."
    return Problem(label, 0, "holds comments on an article that is not there", reason, fix)
