"""Sites with one flaw that stops a build, each with the whole message."""

from pathlib import Path

GOOD = "---\ntitle: Ferry returns\ndate: 2019-03-12\nsection: Harbour\n---\nThe ferry is back.\n"


def write_files(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write files into a site's folder."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


BAD_INPUT = {
    "broken YAML": (
        {"articles/flood.md": "---\ntitle: Flood: the\n  night\ndate: 2020-07-12\n---\nText.\n"},
        "articles/flood.md:2: cannot read YAML: mapping values are not allowed in this context\n"
        "    Its fields cannot be read until the YAML is.\n"
        '    Put the value in quotes: a ": " inside a plain value ends it.\n',
    ),
    "a flag that is none": (
        {"articles/2020/flood.txt": "---\ntitle: Flood\ndraft: perhaps\n---\nText.\n"},
        'articles/2020/flood.txt:3: "draft" is neither true nor false\n'
        "    The key asks a question of yes or no.\n"
        "    Write true or false.\n",
    ),
    "a page at an article's address": (
        {"articles/a.md": "---\ntitle: Search\npermalink: /search.html\n---\nText.\n"},
        "articles/a.md: has the same address as search page: /search.html\n"
        "    One of the two would be lost.\n"
        '    Write another "slug: …" or "permalink: …" in the article\'s front matter.\n',
    ),
    "an unknown encoding": (
        {"articles/flood.txt": b"The flood\n\nThe w\xd7ter was on the quay.\n"},
        'articles/flood.txt:3: is not UTF-8: byte 0xD7 at position 16; it may be "w\u00d7ter" in WINDOWS-1252 or '
        '"w\u05f3ter" in WINDOWS-1255\n'
        "    Letters would be lost or wrong.\n"
        '    Write "encoding: WINDOWS-1252" in site.yaml, with the name that is right, for all articles or for a '
        "folder, or convert the file: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW\n",
    ),
    "two articles at one address": (
        {f"articles/{name}.md": f"---\npermalink: /2019/03/ferry-returns.html{GOOD[3:]}" for name in "ab"},
        "articles/b.md: has the same address as articles/a.md: /2019/03/ferry-returns.html\n"
        "    One of the two would be lost.\n"
        '    Write another "slug: …" or "permalink: …" in the front matter of one of them.\n',
    ),
    "a template that does not compile": (
        {"articles/a.md": GOOD, "templates/404.html": "<p>\n{% if %}\n</p>\n"},
        "templates/404.html:2: template error: Expected an expression, got 'end of statement block'\n"
        "    It came up in 404.html, the page of page for missing addresses.\n"
        "    Correct the template, or take it away to use the default one.\n",
    ),
    "a template that asks for what is not there": (
        {"articles/a.md": GOOD, "templates/404.html": "<p>\n{{ site.title }}\n{{ nothing }}</p>\n"},
        "templates/404.html:3: template error: 'nothing' is undefined\n"
        "    It came up in 404.html, the page of page for missing addresses.\n"
        "    Correct the template, or take it away to use the default one.\n",
    ),
    "a setting that does not exist": (
        {"articles/a.md": GOOD, "site.yaml": "title: Courant\nsheet_sise: 20\n"},
        'site.yaml:2: unknown setting "sheet_sise". Did you mean "sheet_size"?\n'
        "    A setting that newsgen does not know would have no effect.\n"
        "    Settings are: {settings}.\n",
    ),
    "no articles": (
        {"site.yaml": "title: Courant\n"},
        "articles: there is no such folder of articles\n"
        "    newsgen makes a site from the .txt and .md files in it.\n"
        '    Put article text there, or name another folder with "articles:" in site.yaml.\n',
    ),
}
