"""Exports of blogs in which every text is an attack, by the systems that write them; each is a number of files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from html import escape

from tests.support.hostile_files import HostileFile, hostile_files
from tests.support.importing import zip_of

DATE = "2019-05-04T08:30:00.000Z"
# The cards of Ghost's editors, and what they hold.
_GHOST_CARDS = (
    "image gallery codeblock html markdown embed bookmark callout toggle button audio video file header"
    " call-to-action product unknown"
).split()
_GHOST_KEYS = (
    "src alt href caption language code html markdown cardMarkdown url title description calloutEmoji calloutText"
    " heading content buttonUrl buttonText fileTitle fileName fileCaption header subheader imageUrl textValue"
    " productImageSrc productUrl productButton productTitle productDescription"
).split()
Files = dict[str, str | bytes]


def xml_of(text: str) -> str:
    """A text as XML may hold it, which some characters may not be in."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\t\n"))


def make_ghost(attacks: Sequence[str]) -> Files:
    """A post an attack in one of the three forms of Ghost's texts; its author and tag are called by it."""
    files = list(hostile_files(attacks))
    posts = [
        {
            "id": f"p{number}",
            "title": attack,
            "slug": f"note-{number}" if number % 5 else attack,
            **_ghost_text(number, attack, files[number]),
            "custom_excerpt": attack,
            "feature_image": attack,
            "feature_image_alt": attack,
            "feature_image_caption": attack,
            "locale": attack,
            "custom_template": attack,
            "status": "published",
            "visibility": "public",
            "type": "post",
            "published_at": DATE,
            "canonical_url": attack,
            "codeinjection_head": attack,
        }
        for number, attack in enumerate(attacks)
    ]
    numbers = range(len(attacks))
    users = [
        {"id": f"u{number}", "name": attack, "slug": attack, "bio": attack, "website": attack, "profile_image": attack}
        for number, attack in enumerate(attacks)
    ]
    data = {
        "posts": posts,
        "tags": [{"id": f"t{number}", "name": attacks[number], "slug": attacks[number]} for number in numbers],
        "users": users,
        "posts_tags": [{"post_id": f"p{number}", "tag_id": f"t{number}", "sort_order": 0} for number in numbers],
        "posts_authors": [{"post_id": f"p{number}", "author_id": f"u{number}", "sort_order": 0} for number in numbers],
    }
    members = {f"content/files/2019/05/{file.name}": file.content for file in files}
    return {"ghost.zip": zip_of({"ghost.json": json.dumps({"db": [{"data": data}]}), **members})}


def _ghost_text(number: int, attack: str, file: HostileFile) -> dict[str, str]:
    link = file.link("__GHOST_URL__/content/files/2019/05/")
    if number % 3 == 0:
        figure = f'<figure><img src="{escape(attack)}"><figcaption>{attack}</figcaption></figure>'
        return {"html": f"<p>In. {link}</p>{attack}{figure}"}
    card = dict.fromkeys(_GHOST_KEYS, attack)
    if number % 3 == 1:
        text = {"type": "text", "text": attack, "format": 17}
        link_node = {"type": "link", "url": attack, "title": attack, "children": [text]}
        heading = {"type": "heading", "tag": attack, "children": [text, {"type": "at-link", "url": attack}]}
        nodes = [{"type": "paragraph", "children": [text, link_node]}, heading, {"type": "html", "html": link}]
        nodes += [{**card, "type": kind, "metadata": card, "images": [card]} for kind in _GHOST_CARDS]
        return {"lexical": json.dumps({"root": {"type": "root", "children": nodes}})}
    cards = [[kind, {**card, "metadata": card, "images": [card]}] for kind in _GHOST_CARDS]
    marked = [1, "p", [[0, [0], 1, attack], [1, [], 0, 0]]]
    sections = [marked, [2, attack], [3, "ul", [[[0, [], 0, attack]]]], *([10, at] for at in range(len(cards) + 1))]
    mobiledoc = {
        "markups": [["a", ["href", attack]]],
        "atoms": [["soft", attack, {}]],
        "cards": [*cards, ["html", {"html": link}]],
        "sections": sections,
    }
    return {"mobiledoc": json.dumps(mobiledoc)}


def make_substack(attacks: Sequence[str]) -> Files:
    """A post an attack."""
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(["post_id", "post_date", "is_published", "type", "audience", "title", "subtitle"])
    files: Files = {}
    for number, (attack, file) in enumerate(zip(attacks, hostile_files(attacks), strict=True)):
        table.writerow([f"{number}.note-{number}", DATE, "true", "newsletter", "everyone", attack, attack])
        shown = escape(attack)
        files[f"posts/{number}.note-{number}.html"] = (
            f"<p>In.</p>{attack}<p>{shown}</p><div class=captioned-image-container><figure><a class=image-link "
            f'href="{shown}"><img src="{shown}" alt="{shown}" title="{shown}"></a><figcaption class=image-caption>'
            f'{attack}</figcaption></figure></div><div class="youtube-wrap" data-attrs="{shown}"><iframe src="{shown}">'
            f'</iframe></div><div class="tweet" data-attrs="{shown}">{attack}</div>{file.link("files/")}'
        )
        files[f"posts/files/{file.name}"] = file.content
    return {"export.zip": zip_of({"posts.csv": made.getvalue(), **files})}


def make_hugo(attacks: Sequence[str]) -> Files:
    """A text an attack, in its front matter, its body and its shortcodes, with files beside it and in `static`."""
    made: Files = {}
    for number, (attack, file) in enumerate(zip(attacks, hostile_files(attacks), strict=True)):
        value = json.dumps(attack)
        quoted = "`" + attack.replace("`", "'") + "`"
        folder = f"content/posts/note-{number}"
        made[f"{folder}/index.md"] = (
            f"---\ntitle: {value}\ndate: 2019-05-04\nauthor: {value}\nauthors: [{value}]\ndescription: {value}\n"
            f"summary: {value}\ntags: [{value}]\ncategories: [{value}]\nseries: [{value}]\nimages: [{value}]\n"
            f"cover: {{image: {value}, alt: {value}, caption: {value}}}\naliases: [{value}]\n"
            f"field: {{{value}: {value}}}\n"
            f"---\n\nIn.\n\n{attack}\n\n[a]({attack})\n\n![{attack}]({attack})\n\n<div>{attack}</div>\n\n"
            f"{{{{< figure src={quoted} alt={quoted} title={quoted} caption={quoted} link={quoted} >}}}}\n\n"
            f"{{{{< youtube {quoted} >}}}}\n\n{{{{< blockquote author={quoted} link={quoted} >}}}}{attack}"
            f"{{{{< /blockquote >}}}}\n\n{{{{< details summary={quoted} >}}}}{attack}{{{{< /details >}}}}\n\n"
            f"{{{{< unknown {quoted} >}}}}\n\n{file.link('/files/')}\n\n{file.link('')}\n"
        )
        made[f"static/files/{file.name}"] = file.content
        made[f"{folder}/{file.name}"] = file.content
    return made


def make_jekyll(attacks: Sequence[str]) -> Files:
    """A post an attack, in its front matter, its body and its Liquid, with files beside it."""
    made: Files = {}
    for number, (attack, file) in enumerate(zip(attacks, hostile_files(attacks), strict=True)):
        value = json.dumps(attack)
        made[f"_posts/2019-05-04-note-{number}.md"] = (
            f"---\ntitle: {value}\nauthor: {value}\nexcerpt: {value}\nredirect_from: [{value}]\n"
            f"field: {{{value}: {value}}}\n"
            f"tags: [{value}]\ncategories: [{value}]\nimage: {{path: {value}, alt: {value}, caption: {value}}}\n"
            f"---\n\nIn.\n\n{{% raw %}}{attack}{{% endraw %}}\n\n{attack}\n\n[a]({attack})\n\n![{attack}](a.jpg)\n\n"
            f"{{{{ page.title }}}} {{{{ page.field }}}}\n\n{{% include figure.html src={value} caption={value} %}}\n\n"
            f"{{% highlight {attack} %}}{attack}{{% endhighlight %}}\n\n[b](/files){{: onclick={value} .x}}\n\n"
            f"{file.link('/files/')}\n"
        )
        made[f"files/{file.name}"] = file.content
    return made


def make_pelican(attacks: Sequence[str]) -> Files:
    """A text an attack, in its fields and its body, with files beside it."""
    made: Files = {}
    for number, (attack, file) in enumerate(zip(attacks, hostile_files(attacks), strict=True)):
        line = " ".join(attack.split())
        made[f"content/note-{number}.md"] = (
            f"Title: {line}\nDate: 2019-05-04\nAuthors: {line}\nCategory: {line}\nTags: {line}\nSummary: {line}\n"
            f"Cover: {line}\nField: {line}\nSlug: note-{number}\n\nIn.\n\n{attack}\n\n[a]({attack})\n\n"
            f"<div>{attack}</div>\n\n{file.link('{static}/files/')}\n"
        )
        made[f"content/files/{file.name}"] = file.content
    made["pelicanconf.py"] = 'STATIC_PATHS = ["files"]\n'
    return made


def _kind(name: str) -> str:
    term = f"http://schemas.google.com/blogger/2008/kind#{name}"
    return f"<category scheme='http://schemas.google.com/g/2005#kind' term='{term}'/>"


def make_blogger(attacks: Sequence[str]) -> Files:
    """An entry an attack, and a comment on it."""
    entries = []
    for number, attack in enumerate(attacks):
        shown = xml_of(attack)
        fields = (
            f"<published>{DATE}</published><updated>{DATE}</updated><title type='text'>{shown}</title>"
            f"<content type='html'>&lt;p&gt;In.&lt;/p&gt;{shown}{xml_of(escape(attack))}</content>"
            f"<author><name>{shown}</name><uri>{shown}</uri></author>"
        )
        entries += [
            f"<entry><id>tag:blogger.com,1999:blog-1.post-{number}</id>"
            f"{_kind('post')}"
            f"<category scheme='http://www.blogger.com/atom/ns#' term='{shown}'/>{fields}"
            f"<link rel='alternate' type='text/html' href='https://x.example/2019/05/note-{number}.html'/></entry>",
            f"<entry><id>tag:blogger.com,1999:blog-1.comment-{number}</id>"
            f"{_kind('comment')}{fields}"
            "<thr:in-reply-to xmlns:thr='http://purl.org/syndication/thread/1.0' "
            f"ref='tag:blogger.com,1999:blog-1.post-{number}'/></entry>",
        ]
    head = "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1.archive</id><title>Quay</title>"
    return {"blog.xml": f"<?xml version='1.0' encoding='utf-8'?>{head}{''.join(entries)}</feed>"}


def make_medium(attacks: Sequence[str]) -> Files:
    """A page an attack."""
    return {
        f"posts/2019-05-04_note-{number:012x}.html": (
            f"<!DOCTYPE html><html><head><title>{shown}</title></head><body><article class=h-entry>"
            f'<header><h1 class="p-name">{shown}</h1></header>'
            f'<section data-field="subtitle" class="p-summary">{shown}</section>'
            f'<section data-field="body" class="e-content"><p class="graf">In. {shown}</p>'
            f'<figure><img src="{shown}" alt="{shown}"><figcaption>{shown}</figcaption></figure>'
            f'<p><a href="{shown}">More</a></p><div>{attack}</div></section><footer>'
            f'<p>By <a href="{shown}" class="p-author h-card">{shown}</a> on <a href="https://medium.com/p/{number:012x}">'
            f'<time class="dt-published" datetime="{DATE}">May 4, 2019</time></a>.</p></footer></article></body></html>'
        )
        for number, attack in enumerate(attacks)
        for shown in [escape(attack)]
    }
