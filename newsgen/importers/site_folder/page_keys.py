"""Front matter of static site generators as newsgen's: pictures with their texts, lists in one text, no design."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from newsgen.importers.site_folder.other_files import DESIGN
from newsgen.record.import_entry import Entry
from newsgen.text.yaml.reader import Mapping as YamlMapping

# Keys that say how a page looks, or how its program treats it.
_DESIGN_KEYS = frozenset(
    "layout theme template templates header footer sidebar sidebars menu menus nav nav_order toc math mathjax katex "
    "pagination paginate classes body_class bodyclass css js outputs output cascade build _build markup hidefromsearch "
    "showtoc tocopen share comments featured_on sitemap changefreq priority eleventynavigation permalinkbypass "
    "eleventyexcludefromcollections weight linktitle".split()
)
_PICTURES = (
    *("images", "image", "featured_image", "featuredimage", "feature_image", "cover", "cover_image", "coverimage"),
    *("header_image", "hero_image", "thumbnail", "primary_image", "lead_image", "banner"),
)
_FILE_KEYS = ("file", "path", "src", "url", "image", "filename", "feature", "relative")
_TEXT_KEYS = {
    "alt": ("alt", "alt_text", "alttext"),
    "caption": ("caption", "figcaption", "description"),
    "credit": ("credit", "attribution", "source", "photographer"),
}
_BESIDE = {
    "alt": ("image_alt", "image_alt_text", "imagealt", "cover_alt", "featured_image_alt", "hero_alt"),
    "caption": ("image_caption", "image_figcaption", "imagecaption", "cover_caption", "featured_image_caption"),
    "credit": ("image_credit", "image_attribution", "imagecredit", "photo_credit", "featured_image_credit"),
}
_ENDING = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)(?:[?#].*)?$", re.IGNORECASE)


def adapt_keys(keys: YamlMapping, place_picture: Callable[[str], str]) -> tuple[YamlMapping, list[Entry]]:
    """Keys of a page as newsgen reads them, and an entry for each that is left out.

    `place_picture` gives the path of a picture for its address, "" for one that names no file.
    """
    entries = []
    values: dict[str, Any] = {}
    lowered = {key.lower(): key for key in keys.values}
    for key, value in keys.values.items():
        if key.lower() in _DESIGN_KEYS:
            if value not in (None, "", [], {}):
                entries.append(Entry("field", key, "left out", DESIGN))
        elif key.lower() in ("tags", "categories") and isinstance(value, str):
            values[key] = _split_words(value)
        else:
            values[key] = value
    beside = {name: next((lowered[key] for key in known if key in lowered), "") for name, known in _BESIDE.items()}
    for name in _PICTURES:
        key = lowered.get(name, "")
        if key not in values:
            continue
        pictures = [_picture(part, place_picture) for part in _as_list(values[key])]
        if not pictures or any(picture is None for picture in pictures):
            continue
        if any(known in values for known in ("images", "image") if known != key):
            continue
        for field, beside_key in beside.items():
            text = values.get(beside_key)
            if beside_key and isinstance(text, str) and pictures[0] is not None:
                pictures[0].setdefault(field, text)
                del values[beside_key]
                entries.append(Entry("field", beside_key, "taken"))
        del values[key]
        values["images"] = pictures
        if key != "images":
            entries.append(Entry("field", key, "taken"))
        break
    return keys._replace(
        values=values, duplicates={key: parts for key, parts in keys.duplicates.items() if key in values}
    ), entries


def _split_words(value: str) -> list[str]:
    """The names in one text: between commas or semicolons, else between spaces, as Jekyll reads them."""
    parts = re.split(r"[,;]", value) if re.search(r"[,;]", value) else value.split()
    return [part.strip() for part in parts if part.strip()]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _picture(value: Any, place: Callable[[str], str]) -> dict[str, str] | None:
    """A picture with its file and texts; None for what is none."""
    facts = {"file": value} if isinstance(value, str) else value
    if not isinstance(facts, Mapping):
        return None
    address = next(
        (facts[key] for key in _FILE_KEYS if isinstance(facts.get(key), str) and _ENDING.search(facts[key])), ""
    )
    file = place(address.strip()) if address else ""
    if not file:
        return None
    texts = {
        name: next((facts[key] for key in known if isinstance(facts.get(key), str) and facts[key]), "")
        for name, known in _TEXT_KEYS.items()
    }
    return {"file": file, **{name: text for name, text in texts.items() if text}}


def name_people(keys: YamlMapping, names: Mapping[str, str]) -> YamlMapping:
    """Keys with the names of their authors for the short words that stand for them."""
    if not names:
        return keys
    values = dict(keys.values)
    for key in values:
        if key.lower() in ("author", "authors", "byline"):
            parts = _as_list(values[key])
            values[key] = [names.get(part.strip().lower(), part) if isinstance(part, str) else part for part in parts]
    return keys._replace(values=values)
