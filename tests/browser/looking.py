"""Questions to a page in the browser: the scripts of this folder, each one function that answers what it found."""

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPTS = Path(__file__).parent / "scripts"
# Of every rule of axe-core (WCAG 2.2 AA, best practice, and those that it leaves off) these are not used: AAA's
# contrast, which is asked of what is there to be read, and an experiment that takes the masthead's name for a heading.
UNUSED = ["color-contrast-enhanced", "p-as-heading"]
# It need not load stylesheets again, nor name elements by selectors.
RUN = """async ([unused, only]) => {
  const asked = (rule) => !unused.includes(rule) && (!only || only.includes(rule));
  const rules = axe.getRules().map(({ ruleId }) => [ruleId, { enabled: asked(ruleId) }]);
  const options = { rules: Object.fromEntries(rules), resultTypes: ["violations"], preload: false, selectors: false };
  const { violations } = await axe.run(options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
}"""


def ask(page: Page, name: str, argument: object = None) -> Any:
    """What a script answers on the page as it is shown now."""
    return page.evaluate(_compose(name), argument)


def find_violations(page: Page, unused: Collection[str] = (), only: Collection[str] | None = None) -> Any:
    """The faults that axe-core finds on a page into which it was put, by all rules or some."""
    return page.evaluate(RUN, [[*UNUSED, *unused], None if only is None else list(only)])


def faint(texts: list[dict[str, Any]], reading: float, small: float) -> list[dict[str, Any]]:
    """The texts whose contrast is lower than it may be for what is there to be read and for small print."""
    return [text for text in texts if text["ratio"] < (reading if text["reading"] else small)]


@cache
def _compose(name: str) -> str:
    common, script = ((SCRIPTS / f"{part}.js").read_text(encoding="utf-8") for part in ("common", name))
    return f"(argument) => {{\n{common}\nreturn (\n{script}\n)(argument);\n}}"
