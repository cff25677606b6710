"""No fault that axe-core knows, enough contrast and large enough targets, in light and dark."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.looking import ask
from tests.browser.sites import Place

# Every rule of axe-core: WCAG 2.2 AA, best practice, and those that it leaves off. Not used are AAA's contrast, which
# the test below asks of what is there to be read, and an experiment that takes the masthead's name for a heading.
UNUSED = ["color-contrast-enhanced", "p-as-heading"]
# What can be otherwise in the dark.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
RUN = """async ([unused, only]) => {
  const asked = (rule) => !unused.includes(rule) && (!only || only.includes(rule));
  const rules = axe.getRules().map(({ ruleId }) => [ruleId, { enabled: asked(ruleId) }]);
  const { violations } = await axe.run({ rules: Object.fromEntries(rules), resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
}"""


def faint(texts: list[dict[str, Any]], reading: float, small: float) -> list[dict[str, Any]]:
    """The texts whose contrast is lower than it may be for what is there to be read and for small print."""
    return [text for text in texts if text["ratio"] < (reading if text["reading"] else small)]


def test_a_page_is_accessible_in_light_and_dark(page: Page, place: Place, axe: str) -> None:
    page.goto(place.address)
    page.evaluate(axe)
    assert page.evaluate(RUN, [UNUSED, None]) == []
    assert ask(page, "targets") == []
    assert faint(ask(page, "contrast"), reading=7, small=4.5) == []
    page.emulate_media(contrast="more")
    assert faint(ask(page, "contrast"), reading=7, small=7) == []
    page.emulate_media(color_scheme="dark")
    assert faint(ask(page, "contrast"), reading=7, small=7) == []
    page.emulate_media(contrast="null")
    assert faint(ask(page, "contrast"), reading=7, small=4.5) == []
    assert page.evaluate(RUN, [UNUSED, OF_COLOUR]) == []
