"""Attributes of kramdown, Pandoc and others leave the text, and each is accounted for."""

import pytest

from newsgen.importers.site_folder.attributes import drop_attributes
from newsgen.importers.site_folder.embedded_code import CodeAccount
from newsgen.importers.site_folder.lost_links import NOWHERE, drop_lost_links

CASES = {
    "a paragraph": ("Text.\n{: .lead #intro}", "Text.", ["attributes"]),
    "an id that a link needs": (
        "Text.\n{: #intro}\n\n[Up](#intro)",
        '<a id="intro"></a>\n\nText.\n\n[Up](#intro)',
        ["attributes"],
    ),
    "a heading": ("## Mill {#mill .wide}", "## Mill {#mill}", ["attributes"]),
    "a heading with its id alone": ("## Mill {#mill}", "## Mill {#mill}", []),
    "an underlined heading": ("Mill {.wide #mill}\n====", "Mill {#mill}\n====", ["attributes"]),
    "a line below a heading": ("## Mill\n{: #mill}", "## Mill {#mill}", ["attributes"]),
    "a link": ('[a](/x){:target="_blank"} b', "[a](/x) b", ["attributes"]),
    "a picture": ('![a](/x.jpg){: .right width="3"}', "![a](/x.jpg)", ["attributes"]),
    "emphasis": ("*a*{: .red}", "*a*", ["attributes"]),
    "a definition": ("{:note: .wide}\nText.\n{: note}", "Text.", ["definition", "attributes"]),
    "a table of contents": ("1. TOC\n{:toc}\n\nText.", "\n\nText.", ["table of contents"]),
    "a comment": ("a {::comment}b{:/comment}", "a ", ["comment"]),
    "what is not read": ("{::nomarkdown}*a*{:/}", "*a*", ["nomarkdown"]),
    "an abbreviation": ("HTML\n\n*[HTML]: Words", "HTML\n\n", ["abbreviation"]),
    "code": ("`{: .x}`\n\n```\n{: .x}\n```", "`{: .x}`\n\n```\n{: .x}\n```", []),
    "braces of a text": ("The set {a, b} and {c}.", "The set {a, b} and {c}.", []),
}


@pytest.mark.parametrize(("text", "shown", "names"), CASES.values(), ids=CASES)
def test_attributes_leave_the_text(text: str, shown: str, names: list[str]) -> None:
    account = CodeAccount("Markdown", "a.md")
    assert drop_attributes(text, account) == shown
    assert [entry.name for entry in account.entries] == names


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"[a b]({NOWHERE}) c", "a b c"),
        (f"[*a* [b]](/base{NOWHERE}#x 'title') c", "*a* [b] c"),
        (f"![a]({NOWHERE})", "a"),
        (f'<a class="x" href="{NOWHERE}">a <b>b</b></a> c', "a <b>b</b> c"),
        (f"[a][r] and [r] and [r][]\n\n[r]: {NOWHERE}\n", "a and r and r\n\n"),
        (f"<{NOWHERE}> c", " c"),
        (f"{NOWHERE} c", " c"),
        ("[a](/b)", "[a](/b)"),
    ],
)
def test_links_to_nowhere_are_their_words(text: str, shown: str) -> None:
    assert drop_lost_links(text) == shown
