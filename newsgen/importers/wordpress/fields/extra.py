"""Custom fields: which ones say something of the article, and how they are kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from newsgen.importers.wordpress.fields import picture, section, translations
from newsgen.importers.wordpress.fields.php_values import NotSerialised, Value, looks_serialised, read_php_value
from newsgen.importers.wordpress.fields.secrets import secret_in
from newsgen.importers.wordpress.wxr.item import names_form
from newsgen.record.import_entry import Entry

KIND = "custom field"
# Those that an article's own fields are made of.
_USED = frozenset(
    (
        *section.PRIMARY_KEYS,
        picture.THUMBNAIL,
        picture.ALT,
        picture.METADATA,
        picture.FILE,
        *picture.HIDING,
        *translations.KEYS,
        *(
            "_wp_old_slug",
            "_wp_old_date",
            "_molongui_author",
            "_molongui_main_author",
            "ppma_authors_name",
            "enclosure",
        ),
        *("_redirect_rule_from", "_redirect_rule_to", "_redirect_rule_status_code", "_redirect_rule_from_regex"),
    )
)
# What WordPress and plug-ins keep for their own work, by its beginning.
_TECHNICAL = re.compile(
    r"_(?:edit_last|edit_lock|pingme|encloseme|oembed_|wp_trash_meta_|wp_desired_post_slug|wp_page_template|transient|"
    r"elementor_(?!template_type)|fl_builder_|et_pb_|wpb_|vc_post|jetpack_(?!related)|publicize_|wpas_|g_feedback_|"
    r"wp_attachment_(?:backup_sizes|is_custom|context)|menu_item_|yoast_wpseo_(?:linkdex|content_score|estimated|word"
    r"proof|is_cornerstone)|wpml_|icl_|aioseop?_(?:opengraph_settings)?$|last_editor_used|wp_rp_|crosspost)"
    r"|akismet_|rank_math_(?:seo_score|analytic|internal_links)|jabber_published|email_notification|sociable|"
    r"aktt_|bitly|wp_ulike|publicize_|litespeed_|_?wpassetcleanup|ssb_|onesignal_|_?ez-toc|_elementor"
)
_LONGEST = 1 << 16


class KeptFields(NamedTuple):
    """The fields that are kept in `extra`, by their keys, and what became of all fields."""

    values: Mapping[str, object]
    entries: tuple[Entry, ...]


def keep_fields(
    meta: Iterable[tuple[str, str]], used: Collection[str], logins: Collection[str], place: str
) -> KeptFields:
    """The custom fields of an item, read where PHP has serialised them. A key that stands twice has a list.

    `used` are keys that gave something else to this article, `logins` the names that nobody may read.
    """
    values: dict[str, list[object]] = {}
    entries: list[Entry] = []
    for key, text in meta:
        name = key or "(without a name)"
        reason = _reason_to_leave_out(key, text)
        if key in _USED or key in used:
            entries.append(Entry(KIND, name, "taken"))
        elif reason:
            entries.append(Entry(KIND, name, "left out", reason, place))
        else:
            value, is_raw = _read(text)
            kept = without_secrets(key, value, logins)
            if kept is None:
                why = secret_in(key, text) or "It is a login, or says nothing."
                entries.append(Entry(KIND, name, "left out", why, place))
                continue
            values.setdefault(key, []).append(kept)
            entries.append(Entry(KIND, name, "kept raw" if is_raw else "taken", _RAW if is_raw else _IN_EXTRA, place))
    return KeptFields({key: found[0] if len(found) == 1 else found for key, found in values.items()}, tuple(entries))


def leave_out_fields(meta: Iterable[tuple[str, str]], reason: str, place: str) -> Iterator[Entry]:
    """The entries of the custom fields of an item that is no article."""
    return (Entry(KIND, key or "(without a name)", "left out", reason, place) for key, _ in meta)


_IN_EXTRA = "It is kept below extra in the front matter."
_RAW = "It looks like a value of PHP and cannot be read as one."


def _reason_to_leave_out(key: str, text: str) -> str:
    if not key:
        return "It has no name."
    if not text.strip():
        return "It is empty."
    if _is_technical(key[:_LONGEST_BEGINNING]):
        return "WordPress or a plug-in keeps it for its own work."
    if names_form(key, text.strip()):
        return "It names the form of another field."
    return "It is longer than 64 KB." if len(text) > _LONGEST else ""


# Characters of a key that say whose it is.
_LONGEST_BEGINNING = 100


# Posts have the same fields.
@lru_cache(maxsize=1024)
def _is_technical(key: str) -> bool:
    return _TECHNICAL.match(key) is not None


def _read(text: str) -> tuple[Value, bool]:
    """The value of a field, and whether it is kept as text though it looks serialised."""
    text = text.strip()
    if not looks_serialised(text):
        return text, False
    try:
        value = read_php_value(text)
        if isinstance(value, str) and looks_serialised(value):
            # Plug-ins serialise what WordPress serialises again.
            return read_php_value(value), False
        return value, False
    except NotSerialised:
        return text, True


def without_secrets(key: str, value: Value, logins: Collection[str]) -> Value:
    """A value without what is not for everyone; None where nothing is left."""
    if isinstance(value, str):
        return None if not value or value in logins or secret_in(key, value) else value
    if isinstance(value, list):
        parts = (without_secrets(key, part, logins) for part in value)
        return [part for part in parts if part is not None] or None
    if isinstance(value, dict):
        kept = ((name, without_secrets(name, part, logins)) for name, part in value.items())
        return {name: part for name, part in kept if part is not None} or None
    return None if secret_in(key, "") else value
