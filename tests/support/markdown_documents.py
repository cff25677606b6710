"""Generated documents in newsgen's Markdown, written as the conversion of HTML writes it."""

from __future__ import annotations

import random

_WORDS = (
    "mill Lenne quay's “tide” ferry 1893 naïve 漢字 snake_case e.g. (sic) 50% A&B 3<4 \\*star \\_under [sic] C:\\dir "
    '\\`tick \\&amp; \\<b> ~5 a~b \\~\\~\\~5 {name} \\{.w} | 2020 — – # - + 1. > = \\[^1] \\~\\~ a]b "q" !'
).split(" ")
_INLINE_HTML = "sub sup kbd mark ins small cite q u samp var abbr".split()
_PLAIN = "mill Lenne quay ferry naïve 漢字 snake_case tide harbour".split()


class MarkdownWriter:
    """A writer of one generated document; the same seed gives the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._notes: list[str] = []
        self._allow_notes = True
        self._headings = 0

    def document(self) -> str:
        """The Markdown of a document."""
        text = "\n\n".join(self._blocks(3, self._random.randint(1, 6)))
        notes: list[str] = []
        # A note may hold the mark of another.
        while len(notes) < len(self._notes):
            notes.append(f"[^{len(notes) + 1}]: {self._notes[len(notes)]}")
        return "\n\n".join([text, *notes]) + "\n"

    def _words(self, most: int = 5) -> str:
        first = self._random.choice(_PLAIN)
        return (
            " ".join([first, *(self._random.choice(_WORDS) for _ in range(self._random.randint(0, most - 1)))]) + " end"
        )

    def _plain_words(self) -> str:
        """Words without brackets, which are written in another way in links."""
        return " ".join(word for word in self._words().split(" ") if not {"[", "]"} & set(word))

    def _inline(self, depth: int = 2) -> str:
        return " ".join(self._piece(depth) for _ in range(self._random.randint(1, 3)))

    def _piece(self, depth: int) -> str:
        pick = self._random.random
        kind = self._random.choice("text text em strong both s code link auto image html note intraword break".split())
        if depth <= 0 or kind == "text":
            return self._words()
        if kind in ("em", "strong", "s"):
            sign = {"em": "*", "strong": "**", "s": "~~"}[kind]
            inner = self._words() if pick() < 0.6 else f"{self._words()} {self._code()} end"
            return f"{sign}{inner}{sign}"
        if kind == "both":
            return f"**{self._words()} *{self._words()}* end**"
        if kind == "code":
            return self._code()
        if kind == "link":
            title = self._random.choice(("", "", ' "A \\"title\\" &c"'))
            address = self._random.choice(
                ("/2020/a.html", "b(1).html", "https://lenne.example/?a=1&b=2", "a%20b.html", "#tide")
            )
            return f"[{self._plain_words()}]({address}{title})"
        if kind == "auto":
            return "<https://lenne.example/a_b/?c=1>"
        if kind == "image":
            return f"![{self._plain_words()}](/i/{self._random.choice('abc')}.jpg)"
        if kind == "html":
            tag = self._random.choice(_INLINE_HTML)
            return (
                f"H<{tag}>{self._words(2)}</{tag}>"
                if tag != "abbr"
                else f'<abbr title="T &amp; U">{self._words(2)}</abbr>'
            )
        if kind == "note" and self._allow_notes and len(self._notes) < 5:
            self._notes.append("")
            place = len(self._notes)
            self._allow_notes = self._random.random() < 0.2
            self._notes[place - 1] = self._note()
            self._allow_notes = True
            return f"noted[^{place}]"
        if kind == "intraword":
            return f"a*{self._random.choice(_PLAIN)}*b"
        return self._words()

    def _note(self) -> str:
        allowed, self._allow_notes = self._allow_notes, False
        first = self._inline(1)
        rest = [f"\n\n    {self._inline(1)}" for _ in range(self._random.choice((0, 0, 1)))]
        self._allow_notes = allowed
        return first + "".join(rest)

    def _code(self) -> str:
        return self._random.choice(("`x = 1`", "``a ` b``", "`` `c` ``", "`<b> & *`", "`a|b`"))

    def _blocks(self, depth: int, count: int) -> list[str]:
        blocks: list[str] = []
        last = ""
        for _ in range(count):
            kind = self._random.choice(
                "p p p h ul ol quote fence table figure rule dl details raw embed rawpre task".split()
                if depth > 0
                else "p p fence".split()
            )
            marker = ")+" if last == kind and kind in ("ul", "ol", "task") else ".-"
            if {last, kind} <= {"ul", "task"} and last != kind:
                continue
            if last == kind and kind in ("ul", "ol", "task") and blocks[-1].lstrip("0123456789")[:1] in ")+":
                marker = ".-"
            blocks.append(self._block(kind, depth, marker))
            last = kind
        return blocks

    def _block(self, kind: str, depth: int, marker: str) -> str:
        if kind == "h":
            self._headings += 1
            own_id = self._random.choice(("", "", f" {{#part-{self._headings}}}"))
            return f"{'#' * self._random.randint(2, 6)} {self._words()} {self._headings}{own_id}"
        if kind in ("ul", "ol", "task"):
            return self._list(kind, depth, marker)
        if kind == "quote":
            return "\n".join(
                f"> {line}" if line else ">" for line in "\n\n".join(self._blocks(depth - 1, 2)).split("\n")
            )
        if kind == "fence":
            return self._random.choice(("```\nx = 1\n\n    y < 2 & *z*\n```", "````\n```\na\n```\n````"))
        if kind == "table":
            return self._table()
        if kind == "figure":
            alt = self._random.choice(("", self._plain_words()))
            caption = self._random.choice(("", ' "The \\"mill\\" & *quay*"', ' "A caption."'))
            image = f"![{alt}](/i/a.jpg{caption})"
            return self._random.choice((image, f"[{image}](/i/a-large.jpg)"))
        if kind == "rule":
            return "***"
        if kind == "dl":
            return "\n\n".join(f"{self._words()}\n: {self._words()}\n: {self._words()}" for _ in range(2))
        if kind == "details":
            return f"<details>\n<summary>{self._random.choice(_PLAIN)} <em>x</em></summary>\n\n" + "\n\n".join(
                [*self._blocks(depth - 1, 2), "</details>"]
            )
        if kind == "raw":
            return (
                '<table>\n<tbody>\n<tr>\n<td colspan="2">A &amp; <strong>b</strong></td>\n</tr>\n<tr>\n<td>'
                f"{self._random.choice(_PLAIN)}</td>\n<td>\n<ul>\n<li>c</li>\n</ul>\n</td>\n</tr>\n</tbody>\n</table>"
            )
        if kind == "embed":
            return self._random.choice(
                (
                    '<iframe src="https://www.youtube.com/embed/x" title="A &amp; b"></iframe>',
                    '<iframe src="https://umap.example/m/1"></iframe>',
                    '<blockquote class="embed" cite="https://x.com/a/status/1">\n\nA post *here*\n\n</blockquote>',
                )
            )
        if kind == "rawpre":
            return "<pre>a <strong>b</strong>&#10;&#10;  c</pre>"
        lines = [self._inline() for _ in range(self._random.choice((1, 1, 1, 2)))]
        return "\\\n".join(lines)

    def _list(self, kind: str, depth: int, marker: str) -> str:
        start = self._random.choice((1, 1, 4))
        is_loose = self._random.random() < 0.3
        items = []
        for number in range(start, start + self._random.randint(1, 3)):
            sign = f"{number}{marker[0]} " if kind == "ol" else f"{marker[1]} "
            box = self._random.choice(("[ ] ", "[x] ")) if kind == "task" else ""
            blocks = [box + self._inline(1)]
            if is_loose:
                blocks += self._blocks(depth - 1, 1)
            elif depth > 1 and self._random.random() < 0.4:
                blocks.append(self._list(self._random.choice(("ul", "task")), depth - 1, ".-"))
            text = ("\n\n" if is_loose else "\n").join(blocks)
            first, *rest = text.split("\n")
            items.append("\n".join([sign + first, *(" " * len(sign) + line if line else "" for line in rest)]))
        return ("\n\n" if is_loose else "\n").join(items)

    def _table(self) -> str:
        columns = range(self._random.randint(2, 4))
        rules = [self._random.choice(("---", "---", ":---", ":---:", "---:")) for _ in columns]
        head = ["" for _ in columns] if self._random.random() < 0.2 else [self._cell() for _ in columns]
        rows = [[self._cell() for _ in columns] for _ in range(self._random.randint(1, 3))]
        return "\n".join(f"| {' | '.join(row)} |" for row in (head, rules, *rows))

    def _cell(self) -> str:
        allowed, self._allow_notes = self._allow_notes, False
        text = self._random.choice((self._inline(1), self._words(2), "5", "a<br>b"))
        self._allow_notes = allowed
        return text.replace("|", "\\|")
