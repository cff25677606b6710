"""The application as a browser meets it: files byte for byte, pages with the script, headers, and news as it comes."""

import asyncio
import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from newsgen.commands.serve.app import EventHub
from newsgen.commands.serve.edition import ServedSite
from newsgen.commands.serve.live_reload import EVENTS, add_script
from newsgen.commands.serve.server import SiteServer, listen
from newsgen.errors import Problem

PAGE = b"<!doctype html>\n<title>Ferry</title>\n<p>It is back.</p>\n"
LOST = b"<!doctype html>\n<title>Lost</title>\n"
FILES = {
    "index.html": PAGE,
    "404.html": LOST,
    "sections/index.html": PAGE + b"<p>Sections",
    "style.css": b"p { color: navy }\n",
    "quay.jpg": bytes(range(256)),
    "notes.txt": "Über\r\n".encode(),
}
PROBLEM = Problem("articles/flood.md", 3, "cannot read date", "It places the article.", "Write it as YYYY-MM-DD.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("app") / "public"
    for name, content in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    (root.parent / "secret.txt").write_text("secret", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, ServedSite(100).renewed(folder, "/archive")):
        yield listener.getsockname()[1]


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def with_script(page: bytes, sent: bytes, key: int = 101) -> bytes:
    """What should have been sent, with the nonce that was."""
    (nonce,) = set(re.findall(rb'nonce="([^"]+)"', sent))
    return add_script(page, key, nonce.decode())


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_sent_as_it_is_and_a_page_with_the_script(port: int, name: str) -> None:
    answer, content = ask(port, f"/{name}")
    assert answer.status == 200
    assert answer.getheader("Cache-Control") == "no-store"
    assert content == (with_script(FILES[name], content) if name.endswith(".html") else FILES[name])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("notes.txt", "text/plain; charset=utf-8"),
        ("quay.jpg", "image/jpeg"),
    ],
)
def test_a_file_is_sent_with_its_kind(port: int, name: str, kind: str) -> None:
    assert ask(port, f"/{name}")[0].getheader("Content-Type") == kind


def test_folders_are_answered_by_their_index(port: int) -> None:
    for path, page in {"/": FILES["index.html"], "/sections/": FILES["sections/index.html"]}.items():
        answer, content = ask(port, path)
        assert (answer.status, content) == (200, with_script(page, content))
    answer, _ = ask(port, "/sections")
    assert (answer.status, answer.getheader("Location")) == (307, "/sections/")
    assert answer.getheader("Cache-Control") == "no-store"


def test_the_site_answers_below_the_path_of_its_url_too(port: int) -> None:
    assert ask(port, "/archive/style.css")[1] == FILES["style.css"]
    assert ask(port, "/archive/")[0].status == 200


@pytest.mark.parametrize("path", ["/nothing", "/archive/nothing.html", "/../secret.txt", "/%2e%2e/secret.txt", "/%00"])
def test_what_is_not_there_is_answered_by_the_page_for_it(port: int, path: str) -> None:
    answer, content = ask(port, path)
    assert (answer.status, answer.getheader("Cache-Control")) == (404, "no-store")
    assert content == with_script(LOST, content)


def test_a_site_without_a_page_for_what_is_not_there_says_so(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, ServedSite(100).renewed(tmp_path, "")):
        answer, content = ask(listener.getsockname()[1], "/")
    assert answer.status == 404
    assert b"<p>There is no such page, and the site has no 404.html.\n<script nonce=" in content


def test_only_the_head_is_sent_where_only_that_is_wanted(port: int) -> None:
    answer, content = ask(port, "/style.css", "HEAD")
    assert (answer.status, answer.getheader("Content-Length"), content) == (200, "18", b"")


def test_nothing_can_be_sent_to_the_site(port: int) -> None:
    assert ask(port, "/", "POST")[0].status == 405


@pytest.mark.parametrize(("wanted", "same"), [("document", False), ("iframe", True), ("empty", True), ("script", True)])
def test_a_page_for_a_frame_or_a_script_is_as_it_was_built(port: int, wanted: str, same: bool) -> None:
    assert (ask(port, "/", Sec_Fetch_Dest=wanted)[1] == PAGE) is same


def test_each_answer_has_a_nonce_of_its_own(port: int) -> None:
    assert len({ask(port, "/")[1] for _ in range(3)}) == 3


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8000", 200), ("127.0.0.1", 200), ("LOCALHOST", 200), ("evil.example", 400), ("[", 400)],
)
def test_a_request_that_names_another_host_is_refused(port: int, host: str, status: int) -> None:
    assert ask(port, "/", Host=host)[0].status == status
    if status == 400:
        assert ask(port, EVENTS, Host=host)[0].status == status


def test_without_a_site_every_address_shows_the_problems() -> None:
    edition = ServedSite(100).kept([PROBLEM], "Nothing was written.")
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, edition):
        for path in ("/", "/2019/03/ferry.html"):
            answer, content = ask(listener.getsockname()[1], path)
            assert (answer.status, answer.getheader("Content-Type")) == (503, "text/html; charset=utf-8")
            assert b">articles/flood.md:3</p>" in content
            assert b'data-key="101"' in content


def test_news_is_told_at_once_and_again_after_each_build(folder: Path) -> None:
    first = ServedSite(100).renewed(folder, "")
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, first) as server:
        connection = HTTPConnection("127.0.0.1", listener.getsockname()[1], timeout=60)
        connection.request("GET", EVENTS)
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"
        assert answer.getheader("Cache-Control") == "no-store"

        def hear() -> dict[str, object]:
            while not (line := answer.readline()).startswith(b"data: "):
                assert line
            news: dict[str, object] = json.loads(line.removeprefix(b"data: "))
            return news

        assert hear() == {"key": "101", "turn": 101, "problems": []}
        failed = first.kept([PROBLEM], "Nothing was written.")
        server.show(failed)
        assert hear()["heading"] == "Not built: 1 problem"
        server.show(failed.renewed(folder, ""))
        assert hear() == {"key": "103", "turn": 103, "problems": []}
    answer.close()
    connection.close()


def test_no_edition_is_missed_by_who_is_slow_to_ask_for_the_next() -> None:
    async def follow() -> list[int]:
        desk = EventHub(ServedSite(1))
        editions = desk.editions()
        heard = [(await anext(editions)).turn]
        desk.show(ServedSite(2))
        desk.show(ServedSite(3))
        heard.append((await anext(editions)).turn)
        waiting = asyncio.ensure_future(anext(editions))
        await asyncio.sleep(0)
        desk.show(ServedSite(4))
        heard.append((await waiting).turn)
        desk.close()
        return heard + [edition.turn async for edition in editions]

    assert asyncio.run(follow()) == [1, 3, 4]
