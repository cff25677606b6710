"""HTML as a browser reads it, bodies rendered for tests, and texts that try to become more than text."""

from html import escape
from html.parser import HTMLParser

from hypothesis import strategies as st

from newsgen.record.article import Block, BlockKind
from newsgen.text.markup.html import render_body

HOSTILE_PIECES = st.lists(
    st.sampled_from(
        """<script> </script> <img <a <svg> <iframe <style> <!-- --> <![CDATA[ ]]> <?php <p <em <details <td /> >
        " ' = =" =' src= href= alt= title= onerror= onclick=x style= x.jpg /x //e.example https://e.example/ javascript:
        java&Tab;script: &#106;avascript: JaVaScRiPt:x data:text/html,x vbscript: alert(1) mailto:a@e.example <https:
        [ ]( ![ ] ) ` ``` ~~ ** _ # &quot; &lt; &amp; & \\ | é""".split()
    )
    | st.sampled_from([" ", "\n", "\n\n", "\t", "\0", "    ", "\n- ", "\n> ", "\n1. "]),
    max_size=25,
).map("".join)
ANY_TEXTS = st.text() | HOSTILE_PIECES


class ParsedHtml(HTMLParser):
    """The tags of HTML with their attributes, its text, and its comments and declarations."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.declarations: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.declarations.append(data)

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_pi(self, data: str) -> None:
        self.declarations.append(data)

    def unknown_decl(self, data: str) -> None:
        self.declarations.append(data)


def no_target(address: str, alt: str = "") -> str:
    """No link or image exists."""
    return ""


def plain_image(address: str, alt: str) -> str:
    """The image tag of the body."""
    return f'<img src="{escape(address)}" alt="{alt}">'


def render(text: str, html: bool = False, kind: BlockKind = "markdown") -> str:
    """The HTML of a body of one block."""
    return render_body([Block(kind, text, 1)], html)
