"""Exports of blogs in which every text is an attack, by the systems that write them; each is a number of files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from html import escape

from tests.support.importing import zip_of

DATE = "2019-05-04T08:30:00.000Z"
Files = dict[str, str | bytes]


def xml_of(text: str) -> str:
    """A text as XML may hold it, which some characters may not be in."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\t\n"))


def make_ghost(attacks: Sequence[str]) -> Files:
    """A post an attack, whose author and tag are called by it."""
    posts = [
        {
            "id": f"p{number}",
            "title": attack,
            "slug": f"note-{number}",
            "html": f'<p>In.</p>{attack}<figure><img src="{escape(attack)}"><figcaption>{attack}</figcaption></figure>',
            "custom_excerpt": attack,
            "feature_image": attack,
            "feature_image_alt": attack,
            "feature_image_caption": attack,
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
    data = {
        "posts": posts,
        "tags": [{"id": f"t{number}", "name": attacks[number], "slug": f"t{number}"} for number in numbers],
        "users": [{"id": f"u{number}", "name": attacks[number], "slug": f"u{number}"} for number in numbers],
        "posts_tags": [{"post_id": f"p{number}", "tag_id": f"t{number}", "sort_order": 0} for number in numbers],
        "posts_authors": [{"post_id": f"p{number}", "author_id": f"u{number}", "sort_order": 0} for number in numbers],
    }
    return {"ghost.json": json.dumps({"db": [{"data": data}]})}


def make_substack(attacks: Sequence[str]) -> Files:
    """A post an attack."""
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(["post_id", "post_date", "is_published", "type", "audience", "title", "subtitle"])
    files: Files = {}
    for number, attack in enumerate(attacks):
        table.writerow([f"{number}.note-{number}", DATE, "true", "newsletter", "everyone", attack, attack])
        files[f"posts/{number}.note-{number}.html"] = f"<p>In.</p>{attack}<p>{escape(attack)}</p>"
    return {"export.zip": zip_of({"posts.csv": made.getvalue(), **files})}


def make_hugo(attacks: Sequence[str]) -> Files:
    """A text an attack, in its front matter and its body."""
    return {
        f"content/posts/note-{number}.md": (
            f"---\ntitle: {json.dumps(attack)}\ndate: 2019-05-04\nauthor: {json.dumps(attack)}\n"
            f"description: {json.dumps(attack)}\ntags: [{json.dumps(attack)}]\ncategories: [{json.dumps(attack)}]\n"
            f"---\n\nIn.\n\n{attack}\n\n[a]({attack})\n\n![{attack}]({attack})\n\n<div>{attack}</div>\n"
        )
        for number, attack in enumerate(attacks)
    }


def make_jekyll(attacks: Sequence[str]) -> Files:
    """A post an attack, in its front matter and its body."""
    return {
        f"_posts/2019-05-04-note-{number}.md": (
            f"---\ntitle: {json.dumps(attack)}\nauthor: {json.dumps(attack)}\nexcerpt: {json.dumps(attack)}\n"
            f"tags: [{json.dumps(attack)}]\ncategories: [{json.dumps(attack)}]\nimage: {json.dumps(attack)}\n"
            f"---\n\nIn.\n\n{{% raw %}}{attack}{{% endraw %}}\n\n{attack}\n\n[a]({attack})\n\n![{attack}](a.jpg)\n"
        )
        for number, attack in enumerate(attacks)
    }


def make_pelican(attacks: Sequence[str]) -> Files:
    """A text an attack, in its fields and its body."""
    return {
        f"content/note-{number}.md": (
            f"Title: {line}\nDate: 2019-05-04\nAuthors: {line}\nCategory: {line}\nTags: {line}\nSummary: {line}\n"
            f"Slug: note-{number}\n\nIn.\n\n{attack}\n\n[a]({attack})\n\n<div>{attack}</div>\n"
        )
        for number, attack in enumerate(attacks)
        for line in [" ".join(attack.split())]
    }


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
