"""Random edits of a site, for the tests that hold a build after edits against a build from nothing."""

import random
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TypeVar

from PIL import Image

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from tests.support.paths import ROOT
from tests.support.topics import write_about

Outcome = TypeVar("Outcome")

DEFAULT_TEMPLATES = ROOT / "templates"
NAMES = ("Ada Quill", "Bo Fenn", "ada quill", "Maren Tolliver")
TAGS = ("tide", "Tide", "harbour", "ferry", "vote", "C++", "C")
SECTIONS = ("Harbour", "harbour", "News", "", "Sport")
# Newspapers and other groups, which few articles have.
CLIPPINGS = ("", "", "publication: The Quay\n", "publication: the quay\npeople: [Ada Quill]\n", "newspaper: Courier\n")
EVENTS = ("", "", "", "event: Flood\n", "events: [flood, Ferry strike]\nplace: Old Quay\n")
# A language's first article brings its stemmer to the search page.
LANGUAGES = ("", "", "", "", "lang: fr\n", "lang: de\n")
PICTURES = ("picture-0.png", "picture-1.jpg", "picture-2.webp")
DATES = (
    *("", "date: 1998", "date: 2003", "date: 2003-02", "date: 2004-01-03", "date: 2004-01-09", "date: 2004-02-29"),
    # One day of two years, with and without a clock.
    *("date: 2003-02-14", "date: 2003-02-14 07:15", "date: 2003-02-14 21:40", "date: 2004-02-14"),
)
FEEDS = (
    "{}",
    "{publications: all, groups: {people: all}}",
    "{tags: all}",
    "{formats: [json], sections: all, authors: all}",
    "{formats: [], history: false}",
)
# Pages, files and articles of the site, or not, as texts link to them.
LINKS = (
    *("/", "/tags/ferry.html", "/2003/02/", "/2004", "/feed.json", "/extra-0.css", "/undated/", "../tags/vote.html"),
    *("/own/3", "/own/4.html", "/moved", "?p=3", "/sections/sport", "/2004/01/09/", "/media/x/picture-0.png"),
    *(
        "https://quay.example/authors/bo-fenn",
        "https://www.old.example/2004/01/09/",
        "http://old.example/s/3/?utm_id=1",
    ),
    *("https://other.example/s/3", "https://other.example/s/4#top", "//old.example/s/5", "https://old.example/gone"),
)
# Few enough texts that some are published twice.
REPORTS = tuple(write_about(topic, number) for topic in ("ferry", "mill") for number in range(5))
THEMES = ("{}", "{measure: 60}", "{dark: {ink: white}}", "{logo: {file: style.css, width: 9, height: 9}}")


class Edits:
    """Edits of the site at `root`, one after the other, all decided by the seed."""

    def __init__(self, root: Path, seed: int) -> None:
        self._root = root
        self._articles = root / "articles"
        self._random = random.Random(seed)
        self._numbers = count(1)
        self._keeps_ledger = seed % 3 > 0
        self._kinds: tuple[tuple[int, Callable[[], str]], ...] = (
            *((30, self._add), (20, self._edit), (10, self._edit_body), (10, self._delete), (8, self._rename)),
            (10, self._take_back),
            *(
                (6, self._change_template),
                (5, self._change_settings),
                (16, self._change_picture),
                (6, self._change_comments),
                (4, self._change_static),
            ),
        )
        self._articles.mkdir(parents=True)
        self._write_settings({"missing_images": "note"})

    def make(self) -> str:
        """Make an edit; what was done, for the message of a test that fails."""
        if len(self._files()) < 4:
            return self._add()
        weights, kinds = zip(*self._kinds, strict=True)
        return str(self._random.choices(kinds, weights)[0]())

    def _files(self) -> list[Path]:
        return sorted(self._articles.rglob("*.md"))

    def _place(self, name: str) -> Path:
        place = self._articles / self._random.choice("xyz") / name
        place.parent.mkdir(exist_ok=True)
        return place

    def _text(self) -> str:
        choose = self._random
        related = f'related: ["Headline {choose.randrange(30)}"]\n' if choose.random() < 0.3 else ""
        image = f"image: {choose.choice(PICTURES)}\n" if choose.random() < 0.4 else ""
        clipping = f"{choose.choice(CLIPPINGS)}{choose.choice(EVENTS)}"
        sign = choose.choice("!! ").strip()
        number = next(self._numbers)
        return (
            f"---\ntitle: Headline {choose.randrange(30)}\n{choose.choice(DATES)}\n"
            f"section: {choose.choice(SECTIONS)!r}\n"
            f"author: {choose.choice(NAMES)}\n{clipping}tags: {choose.sample(TAGS, choose.randrange(4))}\n"
            f"slug: {self._slug(number)}\n{choose.choice(LANGUAGES)}{related}{image}{self._address(number)}---\n\n"
            f"Text {number} with a [link](../x/a{choose.randrange(12)}.md) and a"
            f" {sign}[picture]({choose.choice(PICTURES)}).\n\n"
            f"[A page]({choose.choice(LINKS)}) and [a page]({choose.choice(LINKS)}).\n\n"
            f'![Another]({choose.choice(PICTURES)} "With a caption")\n\n{choose.choice(("", *REPORTS))}\n'
        )

    def _add(self) -> str:
        file = self._place(f"a{next(self._numbers) % 14}.md")
        file.write_text(self._text(), encoding="utf-8")
        return f"add {file}"

    def _edit(self) -> str:
        file = self._random.choice(self._files())
        file.write_text(self._text(), encoding="utf-8")
        return f"edit {file}"

    def _edit_body(self) -> str:
        file = self._random.choice(self._files())
        more = self._random.choice((f"More {self._random.random()}", *REPORTS[:4]))
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{more}\n", encoding="utf-8")
        return f"edit the body of {file}"

    def _address(self, number: int) -> str:
        """What an article may say of its addresses."""
        kind = self._random.random()
        if kind < 0.1:
            others = f"/own/{number + 1}.html, /shared/{number % 3}, /2003/, /tags/"
            return f"aliases: [/old/{number}, /older/{number}.html, {others}]\n"
        if kind < 0.5:
            host = self._random.choice(("old.example", "other.example"))
            return f"original_url: https://{host}/s/{number % 7}/\n"
        return f"permalink: /own/{number}.html\n" if kind < 0.6 else f"id: {number}\n" if kind < 0.7 else ""

    def _slug(self, number: int) -> str:
        """A slug that perhaps other articles have too, in any case, or a page of newsgen's own."""
        shared = self._random.choice(("Same-{0}", "same-{0}", "other-{0}", "index")).format(number % 2)
        return shared if number % 3 == 0 else f"article-{number}"

    def _take_back(self) -> str:
        """Take an article back in one of the ways that there are, or publish it again."""
        file = self._random.choice(self._files())
        kinds = ("delisted: true", "withdrawn: Untrue", "removed: {reason: Asked, date: 2005-01}", "notice: Old", "")
        text = re.sub(r"^(delisted|withdrawn|removed|notice): .*\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
        kind = self._random.choice(kinds)
        file.write_text(text.replace("---\n", f"---\n{kind}\n", 1), encoding="utf-8")
        return f"write {kind!r} into {file}"

    def _delete(self) -> str:
        file = self._random.choice(self._files())
        file.unlink()
        return f"delete {file}"

    def fix(self, problems: str) -> str:
        """Let another article take over each address that would be gone."""
        lost = re.findall(r"the published address (\S+)", problems)
        if lost:
            file = self._random.choice(self._files())
            text = re.sub(r"^aliases: .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            file.write_text(text.replace("---\n", f"---\naliases: [{', '.join(lost)}]\n", 1), encoding="utf-8")
        return f"lead on from {lost}"

    def _rename(self) -> str:
        file, place = self._random.choice(self._files()), self._place(f"b{next(self._numbers)}.md")
        file.rename(place)
        return f"rename {file} to {place}"

    def _change_template(self) -> str:
        name = self._random.choice(("card.html", "story.html", "listing.html", "base.html", "feed.xml"))
        file = self._root / "templates" / name
        file.parent.mkdir(exist_ok=True)
        if file.exists() and self._random.random() < 0.4:
            file.unlink()
            return f"take away template {name}"
        source = (DEFAULT_TEMPLATES / name).read_text(encoding="utf-8")
        mark = (
            "{# edited #}\n" if "extends" in source or name == "feed.xml" else f"<!-- {self._random.randrange(9)} -->\n"
        )
        file.write_text(source + mark, encoding="utf-8")
        return f"change template {name}"

    def _change_settings(self) -> str:
        choose = self._random.choice
        settings = {
            "title": choose(("The Quay", "The Courant")),
            "sheet_size": choose((5, 6)),
            "feed_size": choose((1, 2, 30)),
            "feeds": choose(FEEDS),
            "news_sitemap": choose(("true", "false")),
            "robots": choose(("all", "no-ai", "none")),
            "suggestions": choose((0, 2, 5)),
            "groups": choose(("{}", "{events: Event}", "{events: Happening, people: Person}")),
            "slugs": choose(("ascii", "unicode")),
            "sections": choose(("[Sport]", "[harbour, News]")),
            "aliases": choose(("[]", '["/{name}/", "/{year}/{slug}"]')),
            "redirect_rules": choose(("[]", "[netlify, nginx]", "[netlify]\nredirect_pages: false")),
            "listings_from": choose((1, 1, 2, 3)),
            "about": choose(("", "{holder: Ada Quill, since: 2009}")),
            "search_files": choose(("small", "medium", "large")),
            "url": choose(("https://quay.example", '""')),
            "original_url": choose(("https://old.example", "https://quay.example", '""')),
            "redirects": choose(("{}", "{/moved: /archive.html}")),
            "missing_images": "note",
            "language": choose(("en", "de")),
            "day_pages": choose(("true", "false")),
            "on_this_day": choose(("true", "false")),
            "theme": choose(THEMES),
            "data": choose(("[jsonl, csv]", "[csv]", "[]", "[sqlite]")),
            "comments": choose(("true", "false")),
            "image_widths": choose(("[16, 24]", "[20, 40]")),
            "image_formats": choose(("[avif, webp]", "[webp]", "[]")),
        }
        self._write_settings(settings)
        return "change site.yaml"

    def _write_settings(self, settings: Mapping[str, object]) -> None:
        # Where nothing lists them, the events of articles are kept.
        settings = {**settings, "front_matter": "{keep: [event*]}", "ledger": "true" if self._keeps_ledger else "false"}
        text = "".join(f"{name}: {value}\n" for name, value in settings.items())
        (self._root / "site.yaml").write_text(text, encoding="utf-8")

    def _change_picture(self) -> str:
        choose = self._random
        file = self._place(choose.choice(PICTURES))
        if file.exists() and choose.random() < 0.4:
            file.unlink()
            return f"delete {file}"
        if choose.random() < 0.2:
            file.write_bytes(bytes(choose.randrange(3)))
            return f"break {file}"
        size, colour = choose.choice(((12, 8), (30, 20), (20, 30))), choose.randrange(1 << 24)
        Image.new("RGB", size, f"#{colour:06x}").save(file)
        return f"write {file} of {size}"

    def _change_comments(self) -> str:
        """Write, edit or delete the comments on an article, which may come later or be gone."""
        file = self._place(f"a{next(self._numbers) % 14}.comments.jsonl")
        if file.exists() and self._random.random() < 0.4:
            file.unlink()
            return f"delete {file}"
        number = self._random.randrange(99)
        lines = [
            f'{{"id": {one}, "author": "Bo", "text": "Comment {number}", "parent": {one - 1}}}' for one in range(3)
        ]
        file.write_text("\n".join(lines[: self._random.randrange(4)]), encoding="utf-8")
        return f"write {file}"

    def _change_static(self) -> str:
        file = self._root / "static" / self._random.choice(("extra-0.css", "extra-1.css", "robots.txt"))
        file.parent.mkdir(exist_ok=True)
        if file.exists() and self._random.random() < 0.4:
            file.unlink()
            return f"delete {file}"
        file.write_text(str(self._random.random()), encoding="utf-8")
        return f"write {file}"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> Iterator[str]:
    """The files in which two trees differ."""
    yield from (f"only the first has {file}" for file in sorted(one.keys() - other.keys()))
    yield from (f"only the second has {file}" for file in sorted(other.keys() - one.keys()))
    yield from (f"they differ in {file}" for file in sorted(one.keys() & other.keys()) if one[file] != other[file])


def build_from_nothing(root: Path, place: Path) -> dict[str, bytes]:
    """What a build from nothing makes of the site at `root`; `place` is a folder that may be overwritten."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(root, place, ignore=shutil.ignore_patterns("public", ".newsgen"))
    build_site(place, BuildOptions(workers="1"))
    return tree(place / "public")


def outcome(build: Callable[[], Outcome]) -> tuple[str, Outcome | None]:
    """What a build says of its input, and what it gives where there is nothing to say."""
    try:
        return "", build()
    except NewsgenError as failed:
        return str(failed), None
