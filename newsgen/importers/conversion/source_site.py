"""The settings that a source gives for a site.yaml: only those that newsgen can use."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from newsgen.importers.imported import SourceSite
from newsgen.sources.field_values import has_host
from newsgen.text.encoding import without_controls
from newsgen.text.language.tags import normalise_tag


def source_site(values: Mapping[str, str]) -> SourceSite:
    """The settings of a source by their names; one that no site.yaml may have is left out."""
    texts = {name: " ".join(without_controls(value).split())[:500] for name, value in values.items()}
    url = texts.get("url", "").rstrip("/")
    return SourceSite(
        title=texts.get("title", ""),
        description=texts.get("description", ""),
        url=url if has_host(url) else "",
        language=normalise_tag(texts.get("language", "")) or "",
        timezone=texts.get("timezone", "") if _is_zone(texts.get("timezone", "")) else "",
    )


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and ZoneInfo(name) is not None
    except (KeyError, OSError, ValueError):
        return False
