import re
from typing import Any

import pytest
from pydantic import ValidationError

from newsgen.settings.site import Site


def refusal(**settings: Any) -> str:
    with pytest.raises(ValidationError) as failed:
        Site.model_validate(settings)
    (error,) = failed.value.errors()
    return str(error["msg"]).removeprefix("Value error, ")


@pytest.mark.parametrize("pattern", ["/{year}/{slug}/", "/node/{id}", "/{path}", "/posts/{name}.php", "/?p={id}"])
def test_an_alias_pattern_holds_something_unique_to_its_article(pattern: str) -> None:
    assert Site(aliases=(pattern,)).aliases == (pattern,)


@pytest.mark.parametrize(
    "pattern", ["{slug}", "/{year}/", "/../{slug}", "/%2e%2e/{slug}", "/?p={id}#a", "/a\\{slug}", "/%E3%82/{slug}"]
)
def test_an_invalid_alias_pattern_is_refused(pattern: str) -> None:
    assert refusal(aliases=[pattern]) == (
        'an old address begins with "/", holds {slug}, {id}, {path} or {name} and stays inside the site'
    )


def test_an_unknown_part_of_an_alias_pattern_is_named() -> None:
    assert refusal(aliases=["/{author}/{slug}"]) == (
        "{author} is not one of {year}, {month}, {day}, {section}, {language}, {slug}, {id}, {name}, {path}"
    )


@pytest.mark.parametrize(
    "old", ["rss", "/../rss", "/%2E%2e/rss", "/..%2Frss", "/%252e%252e/rss", "/%zz", "/?feed=rss#top"]
)
def test_a_redirect_begins_inside_the_site(old: str) -> None:
    assert refusal(redirects={old: "/feed.xml"}) == (
        f'an old address begins with "/" and stays inside the site, and "{old}" does not'
    )


@pytest.mark.parametrize(
    "new", ["feed.xml", "javascript:alert(1)", "/a b", "ftp://x.example/", "/../a", "/%2e%2e/a", "/%E3%82"]
)
def test_a_redirect_ends_at_a_page(new: str) -> None:
    assert refusal(redirects={"/rss": new}) == (
        '"/rss" leads to a path of the site, which begins with "/", or to a whole address'
    )


def test_the_addresses_of_redirects_and_alias_patterns_are_decoded() -> None:
    site = Site(redirects={"/%E6%97%A5/": "/caf%C3%A9.html?a=%20b#%C3%A9"}, aliases=("/%E6%97%A5/{slug}",))
    assert site.redirects == {"/日/": "/café.html?a=%20b#%C3%A9"}
    assert site.aliases == ("/日/{slug}",)


def test_an_old_address_stands_once_among_redirects() -> None:
    assert refusal(redirects={"/%C3%A9": "/feed.xml", "/é": "/"}) == '"/é" stands twice, once with its letters as codes'


def test_two_hosts_that_read_the_same_file_are_refused() -> None:
    assert refusal(redirect_rules=["netlify", "cloudflare"]) == (
        "netlify and cloudflare read the same file, _redirects, each in its own way; choose one"
    )


def test_lists_are_sorted_and_hold_each_value_once() -> None:
    site = Site.model_validate(
        {
            "redirect_rules": ["nginx", "apache", "nginx"],
            "data": ["csv", "jsonl", "csv"],
            "image_widths": [900, 300, 900],
            "image_formats": ["webp", "avif"],
        }
    )
    assert (site.redirect_rules, site.data) == (("apache", "nginx"), ("jsonl", "csv"))
    assert (site.image_widths, site.image_formats) == ((300, 900), ("avif", "webp"))


@pytest.mark.parametrize(("setting", "value"), [("url", "quay.example"), ("language", "English!"), ("articles", " ")])
def test_a_refusal_says_in_a_sentence_what_a_value_must_be(setting: str, value: str) -> None:
    assert re.fullmatch(r"(?:an address|a language|a folder) [a-z].*", refusal(**{setting: value}))
