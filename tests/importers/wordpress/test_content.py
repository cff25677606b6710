"""The texts of both editors become Markdown, with everything that readers saw and nothing that they did not."""

from pathlib import Path

import pytest

from newsgen.importers.imported import MissingFile
from newsgen.record.import_entry import Entry
from tests.support.wordpress import articles_of, attachment, export, item, read_export, text_of

UPLOADS = "https://courant.example/wp-content/uploads/2019/05"
LIBRARY = (
    attachment(
        11,
        "2019/05/wheel.jpg",
        {"_wp_attachment_image_alt": "The wheel", "_media_credit": "Tom Reed"},
        excerpt="It turns.",
    ),
    attachment(12, "2019/05/lock.png", parent="101"),
    attachment(13, "2019/05/talk.mp3", title="Talk"),
    attachment(14, "2019/05/report.pdf", title="The report"),
    attachment(15, "2019/05/big-scaled.jpg"),
)
REUSED = item(
    '<!-- wp:paragraph --><p>Said again.</p><!-- /wp:paragraph --><!-- wp:block {"ref":50} /-->',
    id="50",
    type="wp_block",
    name="said-again",
    link="-",
)
NOTES = '[{"content":"A <b>note</b>.","id":"abc"}]'


def markdown_of(folder: Path, content: str) -> str:
    """The Markdown of a post with this text."""
    found = read_export(folder, export(*LIBRARY, REUSED, item(content, {"footnotes": NOTES})))
    return text_of(articles_of(found)[0]).strip()


CLASSIC: dict[str, tuple[str, str]] = {
    "blank lines end paragraphs": ("One\n\nTwo\n \nThree", "One\n\nTwo\n\nThree"),
    "line ends break lines": ("One\ntwo", "One\\\ntwo"),
    "line ends of Windows": ("One\r\n\r\nTwo\r\nthree", "One\n\nTwo\\\nthree"),
    "breaks in pairs": ("One<br /><br>Two", "One\n\nTwo"),
    "a break before a line end": ("One<br />\ntwo", "One\\\ntwo"),
    "paragraphs in a quote": ("<blockquote>One\n\nTwo</blockquote>\nThree", "> One\n>\n> Two\n\nThree"),
    "a list": ("One\n<ul>\n\t<li>a</li>\n\t<li>b</li>\n</ul>\nTwo", "One\n\n- a\n- b\n\nTwo"),
    "code keeps its lines": ("<pre>a\n\n  b</pre>\nOne", "```\na\n\n  b\n```\n\nOne"),
    "a tag over two lines": ('<a\nhref="https://a.example/">one</a> two', "[one](https://a.example/) two"),
    "the marker of a listing": ("One<!--more Read on-->Two", "One\n\nTwo"),
    "the marker of a page": ("One\n\n<!--nextpage-->\n\nTwo", "One\n\nTwo"),
    "a comment": ("One\n\n<!-- hidden -->\n\nTwo", "One\n\nTwo"),
    "a heading": ("<h2>One</h2>\nTwo", "## One\n\nTwo"),
    "nothing": ("", ""),
    "an entity": ("Fish &amp; chips &lt;b&gt;", "Fish & chips \\<b>"),
}
SHORTCODES: dict[str, tuple[str, str]] = {
    "a caption": (
        f'[caption id="attachment_12" width="300"]<img src="{UPLOADS}/lock-300x200.png" alt="Lock" /> '
        "It opens.[/caption]",
        '![Lock](/wp-content/uploads/2019/05/lock.png "It opens.")',
    ),
    "a caption with a credit of the library": (
        f'[caption id="attachment_11"]<img src="{UPLOADS}/wheel.jpg" alt="" /> It <em>turns</em>.[/caption]',
        "<figure>\n\n![](/wp-content/uploads/2019/05/wheel.jpg)\n\n"
        "<figcaption>It <em>turns</em>. <small>Tom Reed</small></figcaption>\n\n</figure>",
    ),
    "a caption as an attribute": (
        f'[caption caption="It opens."]<img src="{UPLOADS}/lock.png" alt="" />[/caption]',
        '![](/wp-content/uploads/2019/05/lock.png "It opens.")',
    ),
    "a gallery": (
        '[gallery columns="2" ids="12, 15"]',
        "![](/wp-content/uploads/2019/05/lock.png)\n\n![](/wp-content/uploads/2019/05/big-scaled.jpg)",
    ),
    "a gallery of the post's own pictures": ("[gallery]", "![](/wp-content/uploads/2019/05/lock.png)"),
    "an embed": ("[embed]https://vimeo.com/7[/embed]", '<iframe src="https://vimeo.com/7"></iframe>'),
    "an address on a line": (
        "One\n\nhttps://vimeo.com/7\n\nTwo",
        'One\n\n<iframe src="https://vimeo.com/7"></iframe>\n\nTwo',
    ),
    "an address in a line": ("See https://vimeo.com/7 here", "See https://vimeo.com/7 here"),
    "a sound": (f'[audio mp3="{UPLOADS}/talk.mp3"][/audio]', "![](/wp-content/uploads/2019/05/talk.mp3)"),
    "a film": (f'[video width="3" mp4="{UPLOADS}/film.mp4"][/video]', "![](/wp-content/uploads/2019/05/film.mp4)"),
    "a film of another site": (
        "[youtube=https://youtu.be/x&w=3]",
        '<iframe src="https://youtu.be/x&amp;w=3"></iframe>',
    ),
    "a post of another site": ("[tweet 123]", '<iframe src="https://twitter.com/i/status/123"></iframe>'),
    "brackets twice": ("[[gallery]] shows pictures", "[gallery] shows pictures"),
    "brackets that are words": ("He [sic] said [the mayor] won [2]", "He [sic] said [the mayor] won [2]"),
    "one that nobody knows": (
        '[weather town="Lenne"] and [box2 a="b"]words[/box2]',
        '[weather town="Lenne"] and [box2 a="b"]words[/box2]',
    ),
    "page builders": ("[vc_row][vc_column_text]Words[/vc_column_text][/vc_row]", "Words"),
    "a heading of a page builder": ('[vc_custom_heading text="The lock"]', "### The lock"),
    "a picture of a page builder": ('[vc_single_image image="12"]', "![](/wp-content/uploads/2019/05/lock.png)"),
    "a quote": ("[pullquote]Words[/pullquote]", "> Words"),
    "code": ('[code lang="py"]a = [1] &lt; b[/code]', "```py\na = [1] < b\n```"),
    "a footnote": ("Words[ref]The note.[/ref] go on.", "Words[^1] go on.\n\n[^1]: The note."),
    "a form": ('One [contact-form-7 id="5"] two', "One two"),
    "words for members": ("One [members_only]secret[/members_only] two", "One\n\ntwo"),
    "a letter that begins": ("[dropcap]O[/dropcap]ne", "One"),
}
BLOCKS: dict[str, tuple[str, str]] = {
    "a paragraph": ('<!-- wp:paragraph {"align":"left"} -->\n<p>One</p>\n<!-- /wp:paragraph -->', "One"),
    "a picture": (
        f'<!-- wp:image {{"id":11}} -->\n<figure class="wp-block-image"><img src="{UPLOADS}/wheel-1024x683.jpg" '
        'alt="Wheel" class="wp-image-11"/><figcaption class="wp-element-caption">Turns</figcaption></figure>\n'
        "<!-- /wp:image -->",
        "<figure>\n\n![Wheel](/wp-content/uploads/2019/05/wheel.jpg)\n\n"
        "<figcaption>Turns <small>Tom Reed</small></figcaption>\n\n</figure>",
    ),
    "a size of a picture that was scaled down": (
        f'<!-- wp:image --><figure><img src="{UPLOADS}/big-768x512.jpg" alt=""/></figure><!-- /wp:image -->',
        "![](/wp-content/uploads/2019/05/big-scaled.jpg)",
    ),
    "a picture by Photon": (
        '<!-- wp:image --><figure><img src="https://i2.wp.com/courant.example/wp-content/uploads/2019/05/lock.png'
        '?resize=300%2C200&amp;ssl=1" alt=""/></figure><!-- /wp:image -->',
        "![](/wp-content/uploads/2019/05/lock.png)",
    ),
    "a gallery as it was": (
        '<!-- wp:gallery {"ids":[12]} --><!-- /wp:gallery -->',
        "![](/wp-content/uploads/2019/05/lock.png)",
    ),
    "an embed": (
        '<!-- wp:core-embed/youtube {"url":"https://youtu.be/x"} -->\n<figure class="wp-block-embed"><div>\n'
        "https://youtu.be/x\n</div></figure>\n<!-- /wp:core-embed/youtube -->",
        '<iframe src="https://youtu.be/x"></iframe>',
    ),
    "a file": (
        f'<!-- wp:file --><div class="wp-block-file"><a href="{UPLOADS}/report.pdf">Report</a>'
        f'<a href="{UPLOADS}/report.pdf" class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->',
        "[Report](/wp-content/uploads/2019/05/report.pdf)",
    ),
    "a sound": (
        f'<!-- wp:audio --><figure><audio controls src="{UPLOADS}/talk.mp3"></audio></figure><!-- /wp:audio -->',
        "![](/wp-content/uploads/2019/05/talk.mp3)",
    ),
    "a reusable one": ('<!-- wp:block {"ref":50} /-->', "Said again."),
    "a reusable one that is not there": ('One<!-- wp:block {"ref":51} /-->', "One"),
    "columns": (
        "<!-- wp:columns --><div><!-- wp:column --><div><!-- wp:paragraph --><p>One</p><!-- /wp:paragraph --></div>"
        "<!-- /wp:column --><!-- wp:column --><div><!-- wp:paragraph --><p>Two</p><!-- /wp:paragraph --></div>"
        "<!-- /wp:column --></div><!-- /wp:columns -->",
        "One\n\nTwo",
    ),
    "what is made anew": ("<!-- wp:latest-posts /-->", ""),
    "what stands outside of any": ("<!-- wp:more --><!--more--><!-- /wp:more -->\nOne\n\nTwo", "One\n\nTwo"),
    "a shortcode": (
        '<!-- wp:shortcode -->[gallery ids="12"]<!-- /wp:shortcode -->',
        "![](/wp-content/uploads/2019/05/lock.png)",
    ),
    "one without an end": ("<!-- wp:group --><div><p>One</p></div>", "One"),
    "attributes that are no JSON": ("<!-- wp:paragraph {a} --><p>One</p><!-- /wp:paragraph -->", "One"),
    "a footnote": (
        '<!-- wp:paragraph --><p>One<sup data-fn="abc" class="fn"><a href="#abc" id="abc-link">1</a></sup></p>'
        "<!-- /wp:paragraph --><!-- wp:footnotes /-->",
        "One[^1]\n\n[^1]: A **note**.",
    ),
}
LINKS: dict[str, tuple[str, str]] = {
    "an article": ("https://www.courant.example/2019/04/flood/#top", "/2019/04/flood/#top"),
    "http": ("http://courant.example/2019/04/flood/", "/2019/04/flood/"),
    "no scheme": ("//courant.example/about/", "/about/"),
    "a path": ("/about/", "/about/"),
    "a number": ("https://courant.example/?p=7", "/?p=7"),
    "the front page": ("https://courant.example", "/"),
    "a file": (f"{UPLOADS}/report.pdf", "/wp-content/uploads/2019/05/report.pdf"),
    "a size of a picture": (f"{UPLOADS}/lock-300x200.png", "/wp-content/uploads/2019/05/lock.png"),
    "another site": ("https://courant.example.org/x", "https://courant.example.org/x"),
    "a place in the article": ("#top", "#top"),
    "a way out of the folder": ("https://courant.example/wp-content/../../x.jpg", "/wp-content/../../x.jpg"),
}
ALL = {
    **{f"classic: {name}": pair for name, pair in CLASSIC.items()},
    **{f"shortcode: {name}": pair for name, pair in SHORTCODES.items()},
    **{f"block: {name}": pair for name, pair in BLOCKS.items()},
    **{f"link: {name}": (f'<a href="{old}">x</a>', f"[x]({new})") for name, (old, new) in LINKS.items()},
}


@pytest.mark.parametrize("name", ALL)
def test_a_text_becomes_markdown(tmp_path: Path, name: str) -> None:
    content, markdown = ALL[name]
    assert markdown_of(tmp_path, content) == markdown


def test_a_block_of_verse_keeps_its_lines_and_emphasis(tmp_path: Path) -> None:
    verse = '<pre class="wp-block-verse">The <em>tide</em> is out,\nand so\n\nam I.</pre>'
    content = f"<!-- wp:verse -->{verse}<!-- /wp:verse -->"
    assert markdown_of(tmp_path, content) == "The *tide* is out,\\\nand so\n\nam I."


def test_each_shortcode_and_block_has_an_entry(tmp_path: Path) -> None:
    content = (
        '[gallery ids="12,99"]\n\n[weather town="Lenne"]\n\n[contact-form-7 id="1"]\n\n'
        '<!-- wp:latest-posts /--><!-- wp:acf/fact {"data":{"text":"High","mail":"a@b.example"}} /-->'
        "<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->"
    )
    (found,) = articles_of(read_export(tmp_path, export(*LIBRARY, item(content))))
    place = found.place
    kinds = ("shortcode", "block", "picture of a gallery")
    assert [entry for entry in found.entries if entry.kind in kinds] == [
        Entry("picture of a gallery", "", "left out", "The export holds no attachment 99.", place),
        Entry("shortcode", "gallery", "taken", "", place),
        Entry("shortcode", "weather", "kept raw", "Only the plug-in that made it knows what it shows.", place),
        Entry("shortcode", "contact-form-7", "left out", "Pages have no forms.", place),
        Entry("block", "latest-posts", "left out", "WordPress makes it anew at each view.", place),
        Entry("block", "acf/fact", "kept raw", "It holds values and no words; they are kept below extra.", place),
        Entry("block", "paragraph", "taken", "", place),
    ]
    assert found.article.extra["blocks"] == [{"block": "acf/fact", "data": {"text": "High"}}]


def test_pictures_come_from_the_folder_of_uploads_and_the_others_are_named(tmp_path: Path) -> None:
    uploads = tmp_path / "uploads"
    (uploads / "2019/05").mkdir(parents=True)
    (uploads / "2019/05/lock.png").write_bytes(b"png")
    (uploads / "2019/05/old-300x200.jpg").write_bytes(b"jpeg")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (uploads / "2019/05/linked.jpg").symlink_to(tmp_path / "secret.jpg")
    names = ("lock-300x200.png", "old-300x200.jpg", "gone-300x200.jpg", "linked.jpg", "%2e%2e/%2e%2e/secret.jpg")
    content = "\n\n".join(f'<img src="{UPLOADS}/{name}" alt="" />' for name in names)
    found = read_export(tmp_path, export(item(content)), uploads=uploads)
    (article,) = articles_of(found)
    assert [(file.path, file.content) for file in article.files] == [
        ("/wp-content/uploads/2019/05/lock.png", uploads / "2019/05/lock.png"),
        ("/wp-content/uploads/2019/05/old-300x200.jpg", uploads / "2019/05/old-300x200.jpg"),
    ]
    assert [(part.path, part.url) for part in found if isinstance(part, MissingFile)] == [
        ("/wp-content/uploads/2019/05/gone-300x200.jpg", f"{UPLOADS}/gone-300x200.jpg"),
        ("/wp-content/uploads/2019/05/linked.jpg", f"{UPLOADS}/linked.jpg"),
    ]
