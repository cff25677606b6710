"""Whether an article may be published, by what its keys and its file's name say.

What is published can never be taken back. Whatever says that an article is not for everyone therefore keeps it out: one
key is enough, and a word that is not known keeps it out too, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from newsgen.errors import Finding, Problem, did_you_mean
from newsgen.settings.site import FrontMatterSettings
from newsgen.settings.statuses import PUBLISHED, STATUS_OF_WORD, WITHHELD, fold_word
from newsgen.text.yaml.reader import Mapping as YamlMapping

# The rule of a status that is not known.
UNKNOWN_STATUSES = "unknown-statuses"
_UNKNOWN = "unknown"
# How like a known word an unknown one is if it is a slip of it.
_SLIP = 0.8
_TRUE = frozenset(("true", "yes", "on", "y", "1"))
_FALSE = frozenset(("false", "no", "off", "n", "0"))
_NEVER = frozenset(("never", "not yet", "hold", "held", "later"))
# Folders of Jekyll and of its kind; its "_posts" and its collections are published.
_FOLDERS = {
    "_draft": "draft",
    "_drafts": "draft",
    "_private": "private",
    "_trash": "trash",
    "_unpublished": "unpublished",
}
# Folders that may hold drafts, or stories about them.
_UNCERTAIN_FOLDERS = frozenset(("draft", "drafts"))


class StatusReading(NamedTuple):
    """What keys say of an article's status ("": that it may be published), and the key that says it.

    `used` are the keys that say something of it, and `findings` what an editor should know.
    """

    status: str = ""
    key: str = ""
    used: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


class _Meaning(NamedTuple):
    """What a key says: a word for the status, yes or no to being published or to `status`, a password, or a type.

    A "publish" key that says no withholds an article that is whole: a private build shows it. A "maybe" key may be
    about something else, such as a state of the union: only a word for a status counts. Of all types of posts, only
    those of drafts and earlier versions keep an article out.
    """

    form: Literal["word", "maybe", "published", "publish", "left out", "password", "type"]
    status: str = ""


# By the names of the keys in small letters, without "_" and "-" and the prefix of "wp:status".
_MEANINGS: Mapping[str, _Meaning] = {
    **dict.fromkeys(
        ("status", "poststatus", "publicationstatus", "publishstatus", "publishingstatus"), _Meaning("word")
    ),
    **dict.fromkeys(("workflowstatus", "workflowstate", "moderationstate"), _Meaning("word")),
    **dict.fromkeys(("visibility", "postvisibility"), _Meaning("word")),
    **dict.fromkeys(("state", "stage", "workflow", "access", "audience"), _Meaning("maybe")),
    **dict.fromkeys(("published", "ispublished", "public", "ispublic"), _Meaning("published")),
    "publish": _Meaning("publish"),
    # Of Zola: a file that becomes no page.
    "render": _Meaning("published"),
    "headless": _Meaning("left out", "unpublished"),
    **dict.fromkeys(("password", "postpassword"), _Meaning("password", "protected")),
    **dict.fromkeys(("type", "posttype"), _Meaning("type")),
    "isdraft": _Meaning("left out", "draft"),
    **dict.fromkeys(("private", "isprivate", "confidential", "secret", "internal"), _Meaning("left out", "private")),
    **dict.fromkeys(("membersonly", "subscribersonly"), _Meaning("left out", "members")),
    **dict.fromkeys(("hidden", "ishidden"), _Meaning("left out", "hidden")),
    **dict.fromkeys(("trashed", "deleted", "isdeleted"), _Meaning("left out", "trash")),
    "protected": _Meaning("left out", "protected"),
    "unpublished": _Meaning("left out", "unpublished"),
}
# What systems put before the names that are theirs: "wp_status", "article-visibility".
_PREFIX = re.compile(
    r"(?:wp|wordpress|ghost|drupal|cms|post|page|article|story|entry|node|content|item|editorial)"
    r"(?=(?:status|visibility|password|published|ispublished|private|isprivate|unpublished)$)"
)
_SILENT = StatusReading()


def read_status(yaml: YamlMapping, label: str, settings: FrontMatterSettings) -> StatusReading:
    """The status that keys and their values declare; of a key that stands twice, each value counts.

    `label` is how messages name the file.
    """
    used: set[str] = set()
    reasons: dict[str, str] = {}
    findings: list[Finding] = []
    for key, value in yaml.values.items():
        meaning = _meaning_of(key, settings)
        if not meaning:
            continue
        if _words_of(meaning, value, settings):
            used.add(key)
        words = _words_of(meaning, yaml.duplicates.get(key, value), settings)
        status = _strictest([_status_of(word, settings) for word in words])
        if status:
            reasons[key] = status
        if status == _UNKNOWN:
            findings.append(Finding(UNKNOWN_STATUSES, _unknown_word(key, value, yaml.lines.get(key, 0), label)))
    if not used and not reasons:
        return _SILENT
    status = _strictest([*reasons.values()])
    key = next((key for key, reason in reasons.items() if reason == status), "")
    return StatusReading(status, key, frozenset(used), tuple(findings))


def is_status_key(key: str) -> bool:
    """Whether a key may say something of the status by its own name."""
    return _own_meaning(key) is not None


def is_password_key(key: str, settings: FrontMatterSettings) -> bool:
    """Whether a key holds a password, which is stored nowhere."""
    meaning = _meaning_of(key, settings)
    return meaning is not None and meaning.form == "password"


def read_status_of_path(path: str, label: str, settings: FrontMatterSettings) -> StatusReading:
    """The status that an article has by its folders and its file's name."""
    lowered = path.lower()
    if "_" not in lowered and "draft" not in lowered:
        return _SILENT
    *folders, name = lowered.split("/")
    words = [_FOLDERS[folder] for folder in folders if folder in _FOLDERS] + ["underscored"] * name.startswith("_")
    status = _strictest([_status_of(word, settings) for word in words])
    if status:
        return StatusReading(status)
    for folder in folders:
        if folder in _UNCERTAIN_FOLDERS and settings.statuses.get(folder) != PUBLISHED:
            return StatusReading("draft", findings=(Finding(UNKNOWN_STATUSES, _uncertain_folder(folder, label)),))
    return _SILENT


def _meaning_of(key: str, settings: FrontMatterSettings) -> _Meaning | None:
    """What a key says of the status; None for nothing, or where site.yaml gives it another meaning."""
    own = _own_meaning(key)
    target = settings.rename.get(key, key)
    # "published: false" is no date, and turned into a draft it would say the opposite.
    if target == key or (own and (own.form in ("published", "publish") or target.lower() == "draft")):
        return own
    return _own_meaning(target)


@cache
def _own_meaning(key: str) -> _Meaning | None:
    name = key.rpartition(":")[2].lower().replace("_", "").replace("-", "")
    prefix = _PREFIX.match(name)
    return _MEANINGS.get(name) or (_MEANINGS[name[prefix.end() :]] if prefix else None)


def _words_of(meaning: _Meaning, value: object, settings: FrontMatterSettings) -> list[str]:
    """The words for statuses that a key's value gives; none if it says nothing of the status."""
    if isinstance(value, list):
        return [word for part in value for word in _words_of(meaning, part, settings)]
    word = "" if value is None else fold_word(str(value))
    if not word or (meaning.form == "password" and value is False):
        return []
    match meaning.form:
        case "word":
            return [word]
        case "password":
            return [meaning.status]
        case "type":
            return [STATUS_OF_WORD[word]] if word in ("revision", "autosave", "draft") else []
        case "maybe":
            return [word] if word in STATUS_OF_WORD or word in settings.statuses else []
        case "published":
            return [PUBLISHED] if word in _TRUE else ["unpublished"] if word in _FALSE else []
        case "publish":
            # Of other systems it may be a date, or where to publish.
            is_status = word in STATUS_OF_WORD or word in settings.statuses
            return [WITHHELD] if word in _FALSE or word in _NEVER else [word] if is_status else []
    return [PUBLISHED if word in _FALSE else meaning.status if word in _TRUE else word]


def _status_of(word: str, settings: FrontMatterSettings) -> str:
    """The status that a word means, "" for a published article; the words of site.yaml count before newsgen's."""
    status = settings.statuses.get(word) or STATUS_OF_WORD.get(word, _UNKNOWN)
    status = settings.statuses.get(status, status)
    return "" if status == PUBLISHED else status


def _strictest(statuses: list[str]) -> str:
    """The first of the known statuses that keep an article out, else the unknown one, else ""."""
    reasons = [status for status in statuses if status]
    return next((status for status in reasons if status != _UNKNOWN), reasons[0] if reasons else "")


def _unknown_word(key: str, value: object, line: int, label: str) -> Problem:
    word = str(value)[:60]
    return Problem(
        label,
        line,
        f'"{key}: {word}" is an unknown status.{did_you_mean(fold_word(word), STATUS_OF_WORD, _SLIP)}',
        "The article is left out: what is published cannot be taken back.",
        f"Say what it means in site.yaml: front_matter: {{statuses: {{{word}: published}}}}, or draft, or private.",
    )


def _uncertain_folder(folder: str, label: str) -> Problem:
    return Problem(
        label,
        0,
        f'lies in a folder "{folder}"',
        "The article is left out, as a draft: what is published cannot be taken back.",
        f"If it is none, write front_matter: {{statuses: {{{folder}: published}}}} in site.yaml, or rename the folder.",
    )
