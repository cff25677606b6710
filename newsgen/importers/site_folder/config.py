"""Read settings in YAML, TOML or JSON to plain values: texts, true, false, lists and mappings."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.sources.front_matter import Split
from newsgen.sources.front_matter_keys import read_front_matter

_FORMS = {".yml": "yaml", ".yaml": "yaml", ".toml": "toml", ".json": "json"}


def read_settings(folder: SiteFolder, path: str) -> tuple[dict[str, Any], list[Problem]]:
    """The settings in a file, and what is wrong with it; without any that can be read, none."""
    form = _FORMS.get(PurePosixPath(path).suffix.lower())
    if not form:
        return {}, []
    label = folder.label_of(path)
    try:
        text = folder.text_of(path)
        if not text.strip():
            return {}, []
        split = Split(text, 1, "", text.count("\n") + 1, form=form)  # type: ignore[arg-type]
        return dict(read_front_matter(split, label).keys.values), []
    except NewsgenError as failed:
        return {}, list(failed.problems)


def text_at(settings: Any, *keys: str) -> str:
    """The text below some keys, in any case; "" for nothing or something else."""
    value = value_at(settings, *keys)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def value_at(settings: Any, *keys: str) -> Any:
    """The value below some keys, whose case does not count; None for nothing."""
    for key in keys:
        if not isinstance(settings, dict):
            return None
        found = settings.get(key)
        if found is None:
            found = next((value for name, value in settings.items() if str(name).lower() == key.lower()), None)
        settings = found
    return settings


def is_true(value: Any) -> bool:
    """Whether a setting says yes; what YAML holds is text."""
    return value is True or str(value).strip().lower() in ("true", "yes", "on", "1")
