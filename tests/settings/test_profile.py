"""The profile stands for single settings, and redirects are never left to nobody."""

import pytest
from pydantic import ValidationError

from newsgen.settings.site import Site

FRUGAL = {
    "day_pages": False,
    "listings_from": 2,
    "search_files": "medium",
    "search_passages": False,
    "feed_size": 60,
    "redirect_pages": True,
}
USUAL = {
    "day_pages": True,
    "listings_from": 1,
    "search_files": "small",
    "search_passages": True,
    "feed_size": 30,
    "redirect_pages": True,
}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, USUAL),
        ({"profile": ""}, USUAL),
        ({"profile": "frugal"}, FRUGAL),
        (
            {"profile": "frugal", "listings_from": 1, "day_pages": True},
            {**FRUGAL, "listings_from": 1, "day_pages": True},
        ),
        ({"profile": "frugal", "redirect_rules": ["netlify"]}, {**FRUGAL, "redirect_pages": False}),
        ({"profile": "frugal", "redirect_rules": ["netlify"], "redirect_pages": True}, FRUGAL),
        ({"profile": "frugal", "redirect_rules": ["netlify"], "host": "github-pages"}, FRUGAL),
        (
            {"profile": "frugal", "redirect_rules": ["cloudflare"], "host": "cloudflare-pages"},
            {**FRUGAL, "redirect_pages": False},
        ),
        ({"redirect_rules": ["nginx"], "redirect_pages": False}, {**USUAL, "redirect_pages": False}),
    ],
)
def test_a_profile_stands_for_settings_that_are_not_given(
    settings: dict[str, object], expected: dict[str, object]
) -> None:
    site = Site.model_validate(settings)
    assert {name: getattr(site, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({}, "without pages old addresses are answered only by rules, and redirect_rules names no server"),
        (
            {"redirect_rules": ["netlify"], "host": "s3"},
            "s3 reads no rules, so that old addresses are answered by pages alone",
        ),
    ],
)
def test_redirects_without_pages_need_a_server_that_reads_rules(settings: dict[str, object], fault: str) -> None:
    with pytest.raises(ValidationError) as failed:
        Site.model_validate({**settings, "redirect_pages": False})
    assert [(error["loc"], error["msg"]) for error in failed.value.errors()] == [
        (("redirect_pages",), f"Value error, {fault}")
    ]


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(ValidationError, match="Input should be '' or 'frugal'"):
        Site.model_validate({"profile": "lavish"})
