"""The application as a browser meets it: files, pages with the script, headers and events."""

import asyncio
import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from newsgen.commands.serve.app import EventHub
from newsgen.commands.serve.live_reload import EVENTS, add_script
from newsgen.commands.serve.served_site import ServedSite
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
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, ServedSite(100).after_success(folder, "/archive")):
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
def test_a_file_is_sent_with_its_media_type(port: int, name: str, kind: str) -> None:
    assert ask(port, f"/{name}")[0].getheader("Content-Type") == kind


def test_folders_are_answered_by_their_index(port: int) -> None:
    for path, page in {"/": FILES["index.html"], "/sections/": FILES["sections/index.html"]}.items():
        answer, content = ask(port, path)
        assert (answer.status, content) == (200, with_script(page, content))
    answer, _ = ask(port, "/sections")
    assert (answer.status, answer.getheader("Location")) == (307, "/sections/")
    assert answer.getheader("Cache-Control") == "no-store"


def test_the_path_of_the_sites_url_is_a_prefix(port: int) -> None:
    assert ask(port, "/archive/style.css")[1] == FILES["style.css"]
    assert ask(port, "/archive/")[0].status == 200


@pytest.mark.parametrize("path", ["/nothing", "/archive/nothing.html", "/../secret.txt", "/%2e%2e/secret.txt", "/%00"])
def test_a_missing_file_is_answered_by_the_404_page(port: int, path: str) -> None:
    answer, content = ask(port, path)
    assert (answer.status, answer.getheader("Cache-Control")) == (404, "no-store")
    assert content == with_script(LOST, content)


def test_a_site_without_a_404_page_says_so(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, ServedSite(100).after_success(tmp_path, "")):
        answer, content = ask(listener.getsockname()[1], "/")
    assert answer.status == 404
    assert b"<p>There is no such page, and the site has no 404.html.\n<script nonce=" in content


def test_a_head_request_gets_headers_only(port: int) -> None:
    answer, content = ask(port, "/style.css", "HEAD")
    assert (answer.status, answer.getheader("Content-Length"), content) == (200, "18", b"")


def test_posts_are_refused(port: int) -> None:
    assert ask(port, "/", "POST")[0].status == 405


@pytest.mark.parametrize(("wanted", "same"), [("document", False), ("iframe", True), ("empty", True), ("script", True)])
def test_a_page_for_a_frame_or_a_script_has_no_script(port: int, wanted: str, same: bool) -> None:
    assert (ask(port, "/", Sec_Fetch_Dest=wanted)[1] == PAGE) is same


def test_each_answer_has_its_own_nonce(port: int) -> None:
    assert len({ask(port, "/")[1] for _ in range(3)}) == 3


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8000", 200), ("127.0.0.1", 200), ("LOCALHOST", 200), ("evil.example", 400), ("[", 400)],
)
def test_a_request_that_names_another_host_is_refused(port: int, host: str, status: int) -> None:
    assert ask(port, "/", Host=host)[0].status == status
    if status == 400:
        assert ask(port, EVENTS, Host=host)[0].status == status


def test_before_the_first_good_build_every_address_shows_the_problems() -> None:
    site = ServedSite(100).after_failure([PROBLEM], "Nothing was written.")
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, site):
        for path in ("/", "/2019/03/ferry.html"):
            answer, content = ask(listener.getsockname()[1], path)
            assert (answer.status, answer.getheader("Content-Type")) == (503, "text/html; charset=utf-8")
            assert b">articles/flood.md:3</p>" in content
            assert b'data-key="101"' in content


def test_an_event_is_sent_at_once_and_after_each_build(folder: Path) -> None:
    first = ServedSite(100).after_success(folder, "")
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, first) as server:
        connection = HTTPConnection("127.0.0.1", listener.getsockname()[1], timeout=60)
        connection.request("GET", EVENTS)
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"
        assert answer.getheader("Cache-Control") == "no-store"

        def next_event() -> dict[str, object]:
            while not (line := answer.readline()).startswith(b"data: "):
                assert line
            event: dict[str, object] = json.loads(line.removeprefix(b"data: "))
            return event

        assert next_event() == {"key": "101", "build": 101, "problems": []}
        failed = first.after_failure([PROBLEM], "Nothing was written.")
        server.show(failed)
        assert next_event()["heading"] == "Not built: 1 problem"
        server.show(failed.after_success(folder, ""))
        assert next_event() == {"key": "103", "build": 103, "problems": []}
    answer.close()
    connection.close()


def test_a_slow_listener_gets_the_latest_site() -> None:
    async def follow() -> list[int]:
        hub = EventHub(ServedSite(1))
        updates = hub.updates()
        build_numbers = [(await anext(updates)).build_number]
        hub.publish(ServedSite(2))
        hub.publish(ServedSite(3))
        build_numbers.append((await anext(updates)).build_number)
        waiting = asyncio.ensure_future(anext(updates))
        await asyncio.sleep(0)
        hub.publish(ServedSite(4))
        build_numbers.append((await waiting).build_number)
        hub.close()
        return build_numbers + [site.build_number async for site in updates]

    assert asyncio.run(follow()) == [1, 3, 4]
