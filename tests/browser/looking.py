"""Questions to a page in the browser: the scripts of this folder, each one function that answers what it found."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPTS = Path(__file__).parent / "scripts"


def ask(page: Page, name: str, argument: object = None) -> Any:
    """What a script answers on the page as it is shown now."""
    return page.evaluate(_compose(name), argument)


@cache
def _compose(name: str) -> str:
    common, script = ((SCRIPTS / f"{part}.js").read_text(encoding="utf-8") for part in ("common", name))
    return f"(argument) => {{\n{common}\nreturn (\n{script}\n)(argument);\n}}"
