"""Measure `newsgen import wordpress` on an invented export, beside wordpress-export-to-markdown (npm) on the same file.

    python -m benchmarks.imports.wordpress 100000 FOLDER [--rival node_modules/wordpress-export-to-markdown/index.js]

writes `FOLDER/export-N.xml` unless it is there, imports it into a new site, and prints posts a second of CPU time, the
peak of memory, and the rival's time. Posts have 3 to 5 KB of HTML in blocks or of the classic editor, with bold words,
links, quotations, subheads and lists, the custom fields that Yoast and WordPress itself write, a lead picture, and a
comment each.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path
from random import Random

from benchmarks.support.corpus import SECTIONS, make_article, make_vocabulary
from benchmarks.support.measure import run_timed, run_watched

_HOST = "https://courant.example"
_HEAD = f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/">
<channel>
\t<title>The Lenne Courant</title>
\t<link>{_HOST}</link>
\t<language>en-GB</language>
\t<wp:wxr_version>1.2</wp:wxr_version>
\t<wp:base_site_url>{_HOST}</wp:base_site_url>
\t<wp:base_blog_url>{_HOST}</wp:base_blog_url>
"""
_SEED = 7
# The marks of the corpus's Markdown.
_MARK = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\*(?P<thin>[^*]+)\*|\[(?P<words>[^]]+)\]\((?P<address>[^)]+)\)")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("posts", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rival", type=Path, help="index.js of wordpress-export-to-markdown")
    options = parser.parse_args()
    file = write_export(options.folder, options.posts)
    print(f"{options.posts:,} posts, {file.stat().st_size / 1e6:,.0f} MB")
    environment = dict(os.environ)
    with tempfile.TemporaryDirectory(dir=options.folder) as site:
        command = [sys.executable, "-m", "newsgen", "import", "wordpress", str(file), "--root", site, "--quiet"]
        cost = run_timed(command, Path.cwd(), environment)
    print(f"newsgen: {cost.wall:.1f} s, {cost.cpu:.1f} s of CPU, {options.posts / cost.cpu:,.0f} posts a second a core")
    with tempfile.TemporaryDirectory(dir=options.folder) as site:
        command[-2] = site
        print(f"newsgen: {run_watched(command, Path.cwd(), environment):.0f} MB at most")
    if options.rival:
        output = options.folder / "rival"
        shutil.rmtree(output, ignore_errors=True)
        command = ["node", "--max-old-space-size=12000", str(options.rival), "--wizard=false", f"--input={file}"]
        command += [f"--output={output}", "--save-attached-images=false", "--save-scraped-images=false"]
        cost = run_timed(command, options.folder, environment)
        print(f"wordpress-export-to-markdown: {cost.wall:.1f} s, {cost.cpu:.1f} s of CPU")
        shutil.rmtree(output, ignore_errors=True)


def write_export(folder: Path, posts: int) -> Path:
    """Write the export of a number of posts, unless it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"export-{posts}.xml"
    if not file.exists():
        half = file.with_suffix(".half")
        with half.open("w", encoding="utf-8") as opened:
            opened.write(_HEAD)
            opened.writelines(_authors())
            opened.writelines(_categories())
            for number in range(posts):
                opened.writelines(_items(number, posts))
            opened.write("</channel>\n</rss>\n")
        half.rename(file)
    return file


def _authors() -> Iterator[str]:
    for number, name in enumerate(make_vocabulary(_SEED).authors, 1):
        yield (
            f"\t<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login>{_cdata(f'user{number}')}"
            f"</wp:author_login><wp:author_email>{_cdata(f'user{number}@mail.example')}</wp:author_email>"
            f"<wp:author_display_name>{_cdata(name)}</wp:author_display_name></wp:author>\n"
        )


def _categories() -> Iterator[str]:
    for number, name in enumerate(SECTIONS, 1):
        yield (
            f"\t<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{name.lower()}"
            f"</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>{_cdata(name)}"
            "</wp:cat_name></wp:category>\n"
        )


def _items(number: int, total: int) -> Iterator[str]:
    """A post and its picture."""
    random = Random(f"post {_SEED} {number}")
    article = make_article(number, total, _SEED)
    _, front, body = article.text.split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines() if ": " in line)
    tags = [line.strip(" -") for line in front.splitlines() if line.startswith("  - ")]
    identity, date = 2 * number + 1, fields["date"].replace("T", " ").rstrip("Z")
    uploads = f"{_HOST}/wp-content/uploads/{date[:4]}/{date[5:7]}"
    path = f"{date[:4]}/{date[5:7]}/{article.slug}"
    terms = [("category", fields["section"])] + [("post_tag", tag) for tag in tags]
    is_of_blocks = number % 2 == 0
    values = {
        "_edit_last": "3",
        "_thumbnail_id": str(identity + 1),
        "_yoast_wpseo_metadesc": fields["summary"].strip('"'),
        "_yoast_wpseo_focuskw": tags[0],
        "_yoast_wpseo_primary_category": str(SECTIONS.index(fields["section"]) + 1),
        "_yoast_wpseo_content_score": "60",
        "views": str(random.randrange(90_000)),
    }
    yield _item(
        {
            "title": _cdata(fields["title"].strip('"')),
            "link": f"{_HOST}/{path}/",
            "dc:creator": _cdata(f"user{random.randrange(200) + 1}"),
            "pubDate": format_datetime(datetime.fromisoformat(date)),
            "guid": f"{_HOST}/?p={identity}",
            "description": "",
            "content:encoded": _cdata(_content(body.strip(), is_of_blocks, identity, f"{uploads}/{article.slug}")),
            "excerpt:encoded": _cdata(fields["summary"].strip('"') if number % 3 else ""),
            "wp:post_id": str(identity),
            "wp:post_date": _cdata(date),
            "wp:post_date_gmt": _cdata(date),
            "wp:post_modified": _cdata(date),
            "wp:post_modified_gmt": _cdata(date),
            "wp:comment_status": _cdata("open"),
            "wp:ping_status": _cdata("open"),
            "wp:post_name": _cdata(article.slug),
            "wp:status": _cdata("publish"),
            "wp:post_parent": "0",
            "wp:menu_order": "0",
            "wp:post_type": _cdata("post"),
            "wp:post_password": _cdata(""),
            "wp:is_sticky": "0",
        },
        terms,
        values,
        _comments(number, random),
    )
    yield _item(
        {
            "title": _cdata(article.slug),
            "link": f"{_HOST}/{path}/{article.slug}/",
            "pubDate": format_datetime(datetime.fromisoformat(date)),
            "guid": f"{uploads}/{article.slug}.jpg",
            "content:encoded": _cdata(""),
            "excerpt:encoded": _cdata("A picture"),
            "wp:post_id": str(identity + 1),
            "wp:post_date": _cdata(date),
            "wp:post_name": _cdata(article.slug),
            "wp:status": _cdata("inherit"),
            "wp:post_parent": str(identity),
            "wp:post_type": _cdata("attachment"),
            "wp:post_password": _cdata(""),
            "wp:attachment_url": _cdata(f"{uploads}/{article.slug}.jpg"),
        },
        [],
        {"_wp_attached_file": f"{date[:4]}/{date[5:7]}/{article.slug}.jpg", "_wp_attachment_image_alt": "A picture"},
        "",
    )


def _content(markdown: str, is_of_blocks: bool, identity: int, picture: str) -> str:
    parts = [_html(part, is_of_blocks) for part in markdown.split("\n\n")]
    if not is_of_blocks:
        image = f'<img class="size-medium wp-image-{identity + 1}" src="{picture}-300x200.jpg" alt="" width="300" />'
        caption = f'[caption id="attachment_{identity + 1}" align="alignnone" width="300"]{image} A picture[/caption]'
        return "\n\n".join([parts[0], caption, *parts[1:]])
    image = f'<img src="{picture}-1024x683.jpg" alt="" class="wp-image-{identity + 1}"/>'
    figure = f'<figure class="wp-block-image size-large">{image}<figcaption>A picture</figcaption></figure>'
    block = f'<!-- wp:image {{"id":{identity + 1},"sizeSlug":"large"}} -->\n{figure}\n<!-- /wp:image -->'
    return "\n\n".join([parts[0], block, *parts[1:]])


def _html(markdown: str, is_of_blocks: bool) -> str:
    """A paragraph, quotation, subhead or list of the corpus, as one of the two editors keeps it."""
    html = _MARK.sub(_write_mark, escape(markdown, quote=False))
    if html.startswith("&gt; "):
        name, html = "quote", html.removeprefix("&gt; ")
        html = f'<blockquote class="wp-block-quote"><p>{html}</p></blockquote>' if is_of_blocks else _quoted(html)
    elif html.startswith("## "):
        name, html = "heading", f"<h2>{html.removeprefix('## ')}</h2>"
    elif html.startswith("- "):
        items = "\n".join(f"<li>{line.removeprefix('- ')}</li>" for line in html.split("\n"))
        name, html = "list", f"<ul>\n{items}\n</ul>"
    else:
        name, html = "paragraph", f"<p>{html}</p>" if is_of_blocks else html
    return f"<!-- wp:{name} -->\n{html}\n<!-- /wp:{name} -->" if is_of_blocks else html


def _quoted(html: str) -> str:
    return f"<blockquote>{html}</blockquote>"


def _write_mark(mark: re.Match[str]) -> str:
    if mark["bold"]:
        return f"<strong>{mark['bold']}</strong>"
    return f"<em>{mark['thin']}</em>" if mark["thin"] else f'<a href="{mark["address"]}">{mark["words"]}</a>'


def _item(values: dict[str, str], terms: list[tuple[str, str]], meta: dict[str, str], comment: str) -> str:
    elements = "".join(f"\t\t<{name}>{value}</{name}>\n" for name, value in values.items())
    elements += "".join(
        f'\t\t<category domain="{domain}" nicename="{name.lower()}">{_cdata(name)}</category>\n'
        for domain, name in terms
    )
    elements += "".join(
        f"\t\t<wp:postmeta>\n\t\t\t<wp:meta_key>{_cdata(key)}</wp:meta_key>\n"
        f"\t\t\t<wp:meta_value>{_cdata(value)}</wp:meta_value>\n\t\t</wp:postmeta>\n"
        for key, value in meta.items()
    )
    return f"\t<item>\n{elements}{comment}\t</item>\n"


def _comments(number: int, random: Random) -> str:
    return "".join(_comment(4 * number + order, random) for order in range(number % 3))


def _comment(number: int, random: Random) -> str:
    values = {
        "id": str(number),
        "author": _cdata(random.choice(make_vocabulary(_SEED).authors)),
        "author_email": _cdata(f"reader{number}@mail.example"),
        "author_url": "",
        "author_IP": _cdata("192.0.2.7"),
        "date": _cdata("2019-05-05 10:00:00"),
        "date_gmt": _cdata("2019-05-05 10:00:00"),
        "content": _cdata("At last it turns.\n\nAnd who pays for it?"),
        "approved": _cdata("1"),
        "type": _cdata("comment"),
        "parent": "0",
        "user_id": "0",
    }
    elements = "".join(f"\t\t\t<wp:comment_{name}>{value}</wp:comment_{name}>\n" for name, value in values.items())
    return f"\t\t<wp:comment>\n{elements}\t\t</wp:comment>\n"


def _cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


if __name__ == "__main__":
    main()
