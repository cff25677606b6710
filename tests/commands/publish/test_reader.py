"""A reader who crawls a site while it is published: every link leads to a file, and every page is of one version."""

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from newsgen.archive.database import open_last_build
from newsgen.commands.publish.publish import kinds_of_files
from newsgen.output.publishing.publish import PublishOptions, publish_site
from newsgen.output.publishing.site_files import SiteFiles
from newsgen.output.publishing.unfinished import Record
from newsgen.output.register import OutputRegister
from tests.support.publishing import AT_ONCE, MemoryStore
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long


def publish(site: SiteBuilder, store: MemoryStore) -> None:
    """Build the site, and publish it as the command does."""
    site.build()
    with open_last_build(site.root, "Files go up in the order of what they are.") as state:
        options = PublishOptions(250, kinds_of_files(OutputRegister(state)), lambda *_: None, patience=AT_ONCE)
        publish_site(SiteFiles(site.output, False), store, Record(site.root / "state", store.name), options)


class Reader:
    """Crawls what stands at a store from the front page on; what it has read once it does not parse again."""

    def __init__(self) -> None:
        self.faults: set[str] = set()
        self.versions: list[dict[str, bytes]] = []
        self._links: dict[tuple[str, bytes], list[str]] = {}

    def look(self, files: dict[str, bytes]) -> None:
        """Follow all links, once there is a front page to begin at."""
        seen, waiting = {"index.html"}, ["index.html"] if "index.html" in files else []
        while waiting:
            file = waiting.pop()
            if not any(version.get(file) == files[file] for version in self.versions):
                self.faults.add(f"{file} is of no version")
            links = set(self._links_of(file, files[file])) - seen if file.endswith(".html") else set()
            self.faults |= {f"{file}: {link}" for link in links if link not in files}
            seen |= links
            waiting += links & files.keys()

    def _links_of(self, file: str, content: bytes) -> list[str]:
        if (file, content) not in self._links:
            hrefs = html.document_fromstring(content).xpath("//a/@href | //link/@href | //img/@src | //script/@src")
            self._links[file, content] = [found for href in hrefs if (found := _file_of(str(href), file))]
        return self._links[file, content]


def _file_of(href: str, page: str) -> str:
    """The file that a link of a page means; "" for one that leads elsewhere or stays on the page."""
    parts = urlsplit(href)
    # A server shows 404.html at any address, so that its links begin at the root.
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))).lstrip("/")


def test_a_reader_finds_no_broken_link_and_no_page_of_two_versions(tmp_path: Path) -> None:
    site, store, reader = SiteBuilder(tmp_path / "paper"), MemoryStore(), Reader()
    store.before = lambda verb, file: reader.look(store.files)
    site.notes(range(1, 12))
    site.settings("sheet_size: 5\nurl: https://quay.example\nledger: false\n")
    for change in (
        lambda: None,
        lambda: site.edit("articles/03.md", "Text 3.", "More."),
        lambda: site.edit("articles/04.md", "slug: note-4", "slug: moved\naliases: [/2020/03/note-4.html]"),
        lambda: site.edit("articles/05.md", "section: Harbour", "section: Town"),
        lambda: site.article("new.md", "See [note 3](03.md).", date="2021-01-01", tags="[new]", author="Bo Fenn"),
        lambda: (site.root / "articles/07.md").unlink(),
        lambda: site.edit("articles/new.md", "tags: [new]", "tags: [newer]"),
        lambda: site.settings("sheet_size: 9\nday_pages: false\nledger: false\n"),
    ):
        change()
        site.build()
        reader.versions.append(site.files())
        publish(site, store)
        assert store.site == {file: content for file, content in site.files().items() if file != ".newsgen-files"}
    assert sorted(reader.faults) == []
    assert len(store.requests) > 300
