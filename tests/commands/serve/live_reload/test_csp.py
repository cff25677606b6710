"""Policies: opened for one script and its connection, and for nothing else."""

import pytest

from newsgen.commands.serve.live_reload.csp import open_policies, open_policy

POLICIES = {
    "newsgen's own": (
        "default-src 'none'; style-src 'self'; base-uri 'none'",
        "default-src 'none'; style-src 'self'; base-uri 'none'; script-src 'nonce-N'; connect-src 'self'",
    ),
    "what default-src let stays let": (
        "default-src 'self' https://cdn.example",
        "default-src 'self' https://cdn.example; script-src 'self' https://cdn.example 'nonce-N'",
    ),
    "scripts of the site": (
        "default-src 'none'; script-src 'self'; connect-src https://api.example",
        "default-src 'none'; script-src 'self' 'nonce-N'; connect-src https://api.example 'self'",
    ),
    "the narrower directive governs": (
        "script-src 'none'; script-src-elem 'self'; connect-src 'none'",
        "script-src 'none'; script-src-elem 'self' 'nonce-N'; connect-src 'self'",
    ),
    "a nonce would shut out what unsafe-inline lets": (
        "script-src 'self' 'UNSAFE-INLINE'; connect-src *",
        "script-src 'self' 'UNSAFE-INLINE'; connect-src *",
    ),
    "unsafe-inline means nothing beside a hash": (
        "script-src 'unsafe-inline' 'sha256-abc='; connect-src 'self'",
        "script-src 'unsafe-inline' 'sha256-abc=' 'nonce-N'; connect-src 'self'",
    ),
    "without a directive for scripts all are let": ("img-src 'self'", "img-src 'self'"),
    "the first of two counts": (
        "DEFAULT-SRC 'none'; default-src *;; upgrade-insecure-requests",
        "default-src 'none'; upgrade-insecure-requests; script-src 'nonce-N'; connect-src 'self'",
    ),
    "nothing": (" ; ", ""),
}


@pytest.mark.parametrize(("policy", "opened"), POLICIES.values(), ids=POLICIES)
def test_a_policy_allows_the_script_and_what_it_allowed_before(policy: str, opened: str) -> None:
    assert open_policy(policy, "N") == opened


@pytest.mark.parametrize(
    ("tag", "opened"),
    [
        (
            '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">',
            '<meta http-equiv="Content-Security-Policy" content="default-src &#x27;self&#x27;; '
            'script-src &#x27;self&#x27; &#x27;nonce-N&#x27;">',
        ),
        (
            "<META content='script-src &#39;self&#39;' data-content=a HTTP-EQUIV=content-security-policy />",
            '<META content="script-src &#x27;self&#x27; &#x27;nonce-N&#x27;" data-content=a '
            "HTTP-EQUIV=content-security-policy />",
        ),
        (
            '<meta http-equiv=" content-security-policy " content=script-src>',
            '<meta http-equiv=" content-security-policy " content="script-src &#x27;nonce-N&#x27;">',
        ),
    ],
)
def test_the_policy_of_a_meta_tag_is_opened_however_it_is_written(tag: str, opened: str) -> None:
    page = "<!doctype html>\n<title>Überfahrt</title>\n{}\r\n<p>It’s back\n"
    assert open_policies(page.format(tag).encode(), "N") == page.format(opened).encode()


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<p>No policy at all",
        b'<meta name="description" content="default-src \'none\'">',
        b'<meta http-equiv="refresh" content="1">',
        b'<meta name="x" data-http-equiv="content-security-policy" content="default-src \'none\'">',
        b'<meta http-equiv="Content-Security-Policy">',
        b"\xff\xfe bytes of no encoding <p>",
    ],
)
def test_all_else_stays_byte_for_byte(page: bytes) -> None:
    assert open_policies(page, "N") == page


def test_letters_of_any_encoding_inside_a_policy_are_unchanged() -> None:
    page = "<meta http-equiv=content-security-policy content=\"img-src https://ü.example; script-src 'none'\">"
    opened = open_policies(page.encode(), "N").decode()
    assert opened == (
        '<meta http-equiv=content-security-policy content="img-src https://ü.example; script-src &#x27;nonce-N&#x27;">'
    )


def test_every_policy_of_a_page_is_opened() -> None:
    tag = b"<meta http-equiv=content-security-policy content=\"script-src 'none'\">"
    assert open_policies(tag + b"<p>" + tag, "N").count(b"nonce-N") == 2
