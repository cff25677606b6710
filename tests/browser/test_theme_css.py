"""A browser reads the stylesheet of the theme's settings as it was meant."""

from playwright.sync_api import Page

from tests.support.themes import COLOURS, FONTS, style

# What a stylesheet holds as a browser reads it: the media, the selector and the declarations of each rule.
READ_RULES = """() => [...document.styleSheets[0].cssRules].map(media => [
    media.conditionText,
    [...media.cssRules].map(rule => [
        rule.selectorText, Object.fromEntries([...rule.style].map(name => [name, rule.style.getPropertyValue(name)]))
    ]),
])"""


def test_a_browser_reads_every_value_as_the_one_declaration_that_it_is(page: Page) -> None:
    # A page of the site would bring its policy, which refuses a style inside a page.
    page.goto("about:blank")
    for colour, fonts in zip(COLOURS, FONTS * 2, strict=False):
        page.set_content(f"<style>{style(light={'ink': colour}, serif=fonts)}</style>")
        rules = page.evaluate(READ_RULES)
        assert rules == [
            ["all", [[":root", {"--serif": fonts}]]],
            ["screen and (prefers-color-scheme: light)", [[":root", {"--ink": colour}]]],
            ["screen and (prefers-contrast: more)", [[":root", {"--soft": "var(--ink)", "--line": "var(--ink)"}]]],
        ]
