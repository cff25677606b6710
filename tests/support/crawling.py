"""Following the links of a built site, over HTTP or on a disk."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from lxml import html


def links_of(page: html.HtmlElement) -> Iterator[str]:
    for attribute in ("href", "src"):
        yield from (
            str(value) for value in page.xpath(f"//*[not(self::link[@rel='canonical' or @rel='cite-as'])]/@{attribute}")
        )
    for srcset in page.xpath("//@srcset"):
        yield from (candidate.split(" ")[0] for candidate in str(srcset).split(", "))


def crawl(start: str, fetch: Callable[[str], bytes | None]) -> tuple[set[str], list[str]]:
    """Every address below `start` that can be reached from it, and the links that lead nowhere."""
    waiting, seen, broken = [start], {start}, []
    anchors: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    while waiting:
        address = waiting.pop()
        content = fetch(address)
        assert content is not None
        if not address.endswith(".html"):
            continue
        page = html.document_fromstring(content)
        anchors[address] = {str(name) for name in page.xpath("//@id")}
        for link in links_of(page):
            target, fragment = urldefrag(urljoin(address, link))
            if not target.startswith(start.rsplit("/", 1)[0] + "/"):
                if urlsplit(target).scheme not in ("http", "https") or target.startswith("http://127."):
                    broken.append(f"{address} leads out of the site: {link}")
                continue
            if target not in seen:
                if fetch(target) is None:
                    broken.append(f"{address}: {link}")
                    continue
                seen.add(target)
                waiting.append(target)
            if fragment:
                wanted.append((address, target, unquote(fragment)))
    broken += [f"{address}: #{name}" for address, target, name in wanted if name not in anchors[target]]
    return seen, broken


def fetch_over_http(address: str) -> bytes | None:
    try:
        with urlopen(address) as answer:
            content: bytes = answer.read()
            return content
    except HTTPError as error:
        error.close()
        return None


def read_from_disk(address: str) -> bytes | None:
    file = Path(unquote(urlsplit(address).path))
    return file.read_bytes() if file.is_file() else None
