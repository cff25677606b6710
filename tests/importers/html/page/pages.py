"""Pages of an invented paper, for tests of the reader of one page."""

import json

PARAGRAPHS = (
    "The harbour board of Sorrel voted on Tuesday evening to rebuild the old fish market, and to keep its iron roof, "
    "which the storm of last winter had left standing over nothing but puddles and nets.",
    "“Nobody here has asked for glass and steel,” said Orla Tann, who has sold herring there since she was a girl. "
    "The work begins in spring and takes two years, the board said, if the money from the district comes in time.",
    "Until then the stalls stay in the yard of the cannery, where the wind is no kinder than the rent, and where the "
    "town has promised lamps, water and a lock for the gate before the first frost of the year.",
    "The board meets again in a month. It will then hear what the fishers of the three smaller harbours think of the "
    "plan, and whether the ferry can call at the new quay while the cranes are at work.",
)
HEADLINE = "Sorrel rebuilds its fish market"
ARTICLE = {
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "author": {"@id": "#ada"},
    "datePublished": "2024-03-05T18:30:00+01:00",
    "dateModified": "2024-03-06T09:00:00+01:00",
    "articleSection": "Harbour",
    "keywords": "Sorrel, fish market",
}
GRAPH = {"@context": "https://schema.org", "@graph": [{"@type": "Person", "@id": "#ada", "name": "Ada Quill"}, ARTICLE]}
MENU = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("News", "Harbour", "Sport", "Letters", "Contact"))
RELATED = "".join(f'<li><a href="/{n}.html">Another story of the town, number {n}</a></li>' for n in range(1, 6))


def write_json_ld(value: object) -> str:
    """The element that holds JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def write_page(body: str = "", head: str = "", above: str = "", below: str = "") -> str:
    """A page with paragraphs and what stands above and below them, among the menus of its site."""
    paragraphs = body or "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<html lang="en"><head><title>{HEADLINE} | The Sorrel Courant</title>{head}</head><body>'
        f'<header><nav class="menu"><ul>{MENU}</ul></nav></header><main><article class="story">'
        f'<h1>{HEADLINE}</h1>{above}<div class="story-body">{paragraphs}</div></article>{below}'
        f'<aside class="related"><h2>More stories</h2><ul>{RELATED}</ul></aside></main>'
        "<footer>© The Sorrel Courant, Quay 1</footer></body></html>"
    )


DECLARED = write_page(head=write_json_ld(GRAPH), above="<p>By Ada Quill</p>")
