"""The tools that the tests of this folder need, and what becomes of a test where one is missing."""

import os

import pytest


def need(found: object, tool: str) -> None:
    """Skip the test that needs a tool which is not here, or fail it where the environment demands the tools."""
    if found:
        return
    if "NEWSGEN_REQUIRE_BROWSER" in os.environ:
        pytest.fail(f"NEWSGEN_REQUIRE_BROWSER is set, but there is no {tool} here")
    pytest.skip(f"there is no {tool} here")
