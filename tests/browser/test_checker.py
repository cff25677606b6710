"""The Nu HTML checker has nothing to say about any page or stylesheet."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.server import open_server
from tests.browser.sites import pages_of


def _is_about_data(message: dict[str, str]) -> bool:
    """Whether the checker takes a story's data for a script, which the policy would forbid.

    Browsers do not (HTML, "prepare the script element": data is told from scripts before the policy is asked), and
    tests/browser/test_policy.py sees to it that there are no scripts.
    """
    return message["message"].startswith("Inline script violates Content Security Policy")


@pytest.mark.long
def test_the_nu_html_checker_says_nothing(sites: dict[str, Path], checker: list[str]) -> None:
    folder = sites["ltr"]
    pages = pages_of(folder)
    styles = sorted(str(style) for style in folder.rglob("*.css"))
    # Pages from a server: a policy's 'self' means nothing to the checker in a file.
    with open_server(folder) as served:
        addresses = [served.address + page for page in pages]
        said = subprocess.run(
            [*checker, "--also-check-css", "--format", "json", "--stdout", *styles, *addresses],
            capture_output=True,
            check=False,
            encoding="utf-8",
        ).stdout
    assert sorted(served.asked) == sorted(f"/{page}" for page in pages)
    messages = [message for message in json.loads(said)["messages"] if not _is_about_data(message)]
    assert [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in messages] == []
