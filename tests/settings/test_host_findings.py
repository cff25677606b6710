"""Redirects that have no page, and static files that the site's host leaves out."""

import pytest

from newsgen.settings.host_findings import find_host_findings
from newsgen.settings.site import Site

GITHUB = Site(url="https://quay.github.io/post")


def test_a_redirect_that_only_rules_answer_is_told() -> None:
    redirects = {"/con/x": "/", "/old/": "/", "/a:b": "/"}
    assert [(found.rule, str(found.problem)) for found in find_host_findings(Site(redirects=redirects), ())] == [
        (
            "unfit-names",
            f"site.yaml: the redirect {old} has no page: {fault}\n"
            "    Only the rules of a server can lead from it to another address.\n"
            '    Ask for them with "redirect_rules:", or take the redirect out.',
        )
        for old, fault in [
            ("/con/x", '"con" is the name of a device on Windows'),
            ("/a:b", '"a:b" holds :, which Windows does not take'),
        ]
    ]
    assert not list(find_host_findings(Site(redirects=redirects, redirect_rules=("nginx",)), ()))


@pytest.mark.parametrize(
    ("site", "static", "told"),
    [
        (GITHUB, ["_a/b.png", "a~", "style.css", "_headers", ".htaccess"], "static/_a/b.png and 1 more"),
        (GITHUB, [".well-known/security.txt"], "static/.well-known/security.txt"),
        (Site(), ["CNAME", "#a.png"], "static/#a.png"),
        (GITHUB, [".nojekyll", "_a/b.png"], ""),
        (GITHUB, ["_headers", "style.css"], ""),
        (Site(url="https://quay.example"), ["_a/b.png"], ""),
    ],
)
def test_static_files_that_github_pages_leaves_out_are_told(site: Site, static: list[str], told: str) -> None:
    file = told.split(" and ")[0]
    assert [(found.rule, str(found.problem)) for found in find_host_findings(site, static)] == (
        [
            (
                "unfit-names",
                f"{file}: GitHub Pages leaves out {told}\n"
                "    Pages would lack them.\n"
                "    Put an empty file .nojekyll into static/.",
            )
        ]
        if told
        else []
    )
