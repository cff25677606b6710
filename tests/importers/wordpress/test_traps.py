"""Texts of editors and plug-ins in which words, links, pictures or code are easily lost."""

import base64
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.support.wordpress import attachment, item, text_of, the_article


def encoded(html: str) -> str:
    """HTML as WPBakery keeps it."""
    return base64.b64encode(quote(html).encode()).decode()


WHEEL = "/wp-content/uploads/2019/05/wheel.jpg"
LEFT_OUT = "The export holds no attachment 99."
TRAPS: dict[str, tuple[str, str, list[tuple[str, str, str]]]] = {
    # A text; its Markdown; what is not simply taken: kind, name, outcome.
    "a shortcode that is escaped": ('[[gallery ids="7"]]', '[gallery ids="7"]', []),
    "an escaped shortcode with words": ("[[caption id=x]text[/caption]] b", "[caption id=x]text[/caption] b", []),
    "escaped ones of one name": (
        "[[su_box]a[/su_box]] [[su_box]b[/su_box]]",
        "[su_box]a[/su_box] [su_box]b[/su_box]",
        [],
    ),
    "a bracket before a shortcode": ("[[su_highlight]a[/su_highlight]", "[a", []),
    "a button": ('[button url="https://x.example/y" color=red]Go[/button]', "[Go](https://x.example/y)", []),
    "a button inside a row": (
        '[vc_row][su_button url="/a/"]Go <b>on</b>[/su_button][/vc_row]',
        "[Go **on**](/a/)",
        [],
    ),
    "a button of WPBakery": (
        '[vc_btn title="Go" link="url:https%3A%2F%2Fx.example%2Fy%3Fa%3D1|title:T|target:%20_blank"]',
        "[**Go**](https://x.example/y?a=1)",
        [],
    ),
    "a button of Divi": (
        '[et_pb_button button_url="https://x.example/y" button_text="Go"][/et_pb_button]',
        "[Go](https://x.example/y)",
        [],
    ),
    "a layout with a link and a heading": (
        '[su_service title="Mill" url="https://x.example/"]Two\n\nparagraphs[/su_service]',
        "[**Mill**](https://x.example/)\n\nTwo\n\nparagraphs",
        [],
    ),
    "a layout with a link and paragraphs": (
        '[box url="https://x.example/"]Two\n\nparagraphs[/box]',
        "<https://x.example/>\n\nTwo\n\nparagraphs",
        [],
    ),
    "a link that runs something": ('[button url="javascript:alert(1)"]Go[/button]', "Go", []),
    "pictures of a layout": ('[vc_gallery images="7,99"]', f"![]({WHEEL})", [("picture of a layout", "", "left out")]),
    "a picture of a layout": ('[vc_single_image image="7"]', f"![]({WHEEL})", []),
    "a picture that is not there": ('[vc_single_image image="99"]', "", [("picture of a layout", "", "left out")]),
    "a film with its width": ("[vimeo 123 w=500 h=281]", '<iframe src="https://vimeo.com/123"></iframe>', []),
    "a poll": ("[polldaddy poll=77]", '<iframe src="https://polldaddy.com/poll/77/"></iframe>', []),
    "HTML in base64": (f"[vc_raw_html]{encoded('<p>H <b>ä</b></p>')}[/vc_raw_html]", "H **ä**", []),
    "HTML in base64 without codes": (
        f"[fusion_code]{base64.b64encode(b'<p>100% H</p>').decode()}[/fusion_code]",
        "100% H",
        [],
    ),
    "HTML that is not in base64": ("[fusion_code]<p>H</p>[/fusion_code]", "H", []),
    "members' words in base64": (
        f"[vc_raw_html]{encoded('<p>H</p>[members_only]sealed[/members_only]')}[/vc_raw_html]",
        "H",
        [("shortcode", "members_only", "left out")],
    ),
    "code": ('[crayon lang="php"]<?php echo "[gallery]"; ?>[/crayon]', '```php\n<?php echo "[gallery]"; ?>\n```', []),
    "code by its language": ("[css]a > b {}[/css]", "```css\na > b {}\n```", []),
    "a word in brackets": ("a [html] b [css]", "a [html] b [css]", []),
    "a program for a server": ("<p>a <?php x(); ?> b</p>", "a b", [("element", "<?…?>", "left out")]),
    "a note of Easy Footnotes": ("a[efn_note]N[/efn_note]", "a[^1]\n\n[^1]: N", []),
    "an emoji": ('<img class="emoji" src="https://s.w.org/e/1f642.svg" alt="🙂"> b', "🙂 b", []),
    "a smiley": ('a <img src="/wp-includes/s.gif" alt=":-)" class="wp-smiley" />', "a :-)", []),
    "a smiley that says nothing": ('<img class="emoji" src="/s.gif" alt="">', "![](/s.gif)", []),
    "an article of the same site": (
        "[embed]https://courant.example/2019/05/other/[/embed]",
        "[https://courant.example/2019/05/other/](/2019/05/other/)",
        [],
    ),
    "a poster of a film": (
        '<video src="/wp-content/uploads/v.mp4" poster="/wp-content/uploads/p.jpg"></video>',
        "![](/wp-content/uploads/v.mp4)",
        [("attribute", "poster", "left out")],
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_nothing_of_a_text_is_lost(tmp_path: Path, name: str) -> None:
    content, markdown, entries = TRAPS[name]
    found = the_article(tmp_path, attachment(7, "2019/05/wheel.jpg"), item(content))
    assert text_of(found).strip("\n") == markdown
    kinds = [(entry.kind, entry.name, entry.outcome) for entry in found.entries if entry.outcome != "taken"]
    assert kinds == entries


def block(name: str, inner: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes}-->{inner}<!-- /wp:{name} -->"


OPEN = block("paragraph", "<p>open</p>")
SEALED = block("paragraph", "<p>sealed[ref]sealed[/ref]</p>") + '<!-- wp:a/fact {"t":"sealed"} /-->'
LOGGED_IN = '{"blockVisibility":{"controlSets":[{"controls":{"userRole":{"visibilityByRole":"logged-in"}}}]}} '
FOR_SOME = {
    "Jetpack's subscribers": block(
        "premium-content/container",
        block("premium-content/subscriber-view", SEALED) + block("premium-content/logged-out-view", "open"),
    ),
    "Jetpack's paywall": f"{OPEN}<!-- wp:jetpack/paywall /-->{SEALED}",
    "Paid Memberships Pro": block("pmpro/membership", SEALED, '{"levels":["1"]} ') + OPEN,
    "a block that is not closed": f"{OPEN}<!-- wp:pmpro/membership -->{SEALED}",
    "a block in one of its name": block("x/protected", block("x/protected", "sealed") + SEALED) + OPEN,
    "WooCommerce Memberships": block("woocommerce-memberships/member-content", SEALED)
    + block("woocommerce-memberships/non-member-content", "open"),
    "a hidden block": block("group", SEALED, '{"metadata":{"blockVisibility":false}} ') + OPEN,
    "Block Visibility": block("group", SEALED, LOGGED_IN) + OPEN,
    "a block for those who are logged out": block("group", "open", LOGGED_IN.replace("-in", "-out"))
    + block("group", SEALED, '{"blockVisibility":{"hideBlock":true}} '),
    "shortcodes in blocks of their own": (
        block("shortcode", "[members_only]") + SEALED + block("shortcode", "[/members_only]") + OPEN
    ),
    "a shortcode of the classic editor": "[private]\n\nsealed [ref]sealed[/ref]\n\n[/private]\n\nopen",
}


@pytest.mark.parametrize("name", FOR_SOME)
def test_what_only_some_readers_see_is_left_out_with_all_that_it_holds(tmp_path: Path, name: str) -> None:
    found = the_article(tmp_path, item(FOR_SOME[name]))
    assert text_of(found) == "open\n"
    assert "sealed" not in repr(found)
    reasons = [entry.reason for entry in found.entries if entry.outcome == "left out"]
    assert "It shows its words to some readers only." in reasons


def test_reusable_blocks_have_parts_for_some_readers_too(tmp_path: Path) -> None:
    reused = block("pmpro/membership", SEALED) + OPEN
    parts = (item('<!-- wp:block {"ref":55} /-->'), item(reused, id="55", type="wp_block", name="r"))
    found = the_article(tmp_path, *parts)
    assert text_of(found) == "open\n"
    assert "sealed" not in repr(found)


def test_reusable_blocks_that_show_each_other_many_times_are_told(tmp_path: Path) -> None:
    shown = [f"<p>{number}</p>" + f'<!-- wp:block {{"ref":{61 + number}}} /-->' * 20 for number in range(8)]
    parts = [item(text, id=str(60 + number), type="wp_block", name=f"r{number}") for number, text in enumerate(shown)]
    found = the_article(tmp_path, item('<!-- wp:block {"ref":60} /-->'), *parts)
    assert text_of(found).startswith("0\n\n1\n\n2\n\n3\n\n")
    assert len(text_of(found)) < 100_000
    assert "Reusable blocks show each other too often." in {entry.reason for entry in found.entries}


def test_blocks_about_members_are_for_everyone(tmp_path: Path) -> None:
    text = block("x/team-members", "<p>Ada</p>") + block("x/block", "<p>Bo</p>")
    assert text_of(the_article(tmp_path, item(text))) == "Ada\n\nBo\n"
