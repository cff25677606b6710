"""The browser's search scripts in node, asked from Python."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from typing import Any

from tests.browser.tools import need
from tests.support.paths import ROOT

SCRIPTS = ROOT / "tests/search/js"


def need_node() -> str:
    """The path of node, without which the test is skipped, or failed where the environment demands the tools."""
    node = shutil.which("node")
    need(node, "node")
    return str(node)


def ask_browser(questions: Iterable[tuple[str, ...]], languages: Iterable[str]) -> list[Any]:
    """What each function of `newsgen` in the browser gives for its arguments, with these languages' stemmers loaded."""
    asked = "".join(json.dumps(question) + "\n" for question in questions)
    command = [need_node(), str(SCRIPTS / "answer.mjs"), *languages]
    answer = subprocess.run(command, input=asked, capture_output=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in answer.stdout.split("\n") if line]
