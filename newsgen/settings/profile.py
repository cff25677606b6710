"""The setting `profile:`, which stands for others, and the one that leaves redirects to the rules of a server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ValidationInfo

Profile = Literal["", "frugal"]
# What costs many files and gives little: each of these settings may be given otherwise beside the profile.
_FRUGAL: Mapping[str, object] = {
    "day_pages": False,
    "listings_from": 2,
    "search_files": "medium",
    # Sixteen articles share a file of texts.
    "search_passages": False,
    "feed_size": 60,
}
# Hosts that serve files and read no rules.
_WITHOUT_RULES = ("github-pages", "s3", "usb-fat32")


def fill_in_profile(values: Any) -> Any:
    """The settings with those for which the profile stands, where they are not given."""
    if not isinstance(values, Mapping) or values.get("profile") != "frugal":
        return values
    reads_rules = values.get("redirect_rules") and values.get("host") not in _WITHOUT_RULES
    return {**_FRUGAL, **({"redirect_pages": False} if reads_rules else {}), **values}


def _check_redirect_pages(wanted: bool, info: ValidationInfo) -> bool:
    """Refuse to leave redirects to nobody: every published address must be answered."""
    if wanted:
        return wanted
    if not info.data.get("redirect_rules"):
        raise ValueError("without pages old addresses are answered only by rules, and redirect_rules names no server")
    if info.data.get("host") in _WITHOUT_RULES:
        raise ValueError(f"{info.data['host']} reads no rules, so that old addresses are answered by pages alone")
    return wanted


RedirectPages = Annotated[bool, AfterValidator(_check_redirect_pages)]
