"""The server: the address it listens on, and that open streams do not keep it."""

import socket
import threading
from http.client import HTTPConnection
from pathlib import Path

import pytest

from newsgen.commands.serve.live_reload import EVENTS
from newsgen.commands.serve.served_site import ServedSite
from newsgen.commands.serve.server import SiteServer, address_of, listen
from newsgen.errors import NewsgenError

SITE = ServedSite(100).after_success(Path(), "")


def test_the_address_can_be_opened_on_this_machine() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}/"
    with listen("0.0.0.0", 0) as listener:
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}/"


@pytest.mark.skipif(not socket.has_ipv6, reason="there is no IPv6 here")
@pytest.mark.parametrize("host", ["::1", "::"])
def test_an_ipv6_address_is_in_brackets(host: str) -> None:
    try:
        listener = listen(host, 0)
    except NewsgenError:
        pytest.skip("this machine has no address of IPv6")
    with listener, SiteServer(listener, SITE):
        port = listener.getsockname()[1]
        assert address_of(listener) == f"http://[::1]:{port}/"
        connection = HTTPConnection("::1", port, timeout=60)
        connection.request("GET", "/nothing")
        assert connection.getresponse().status == 404
        connection.close()


def test_requests_over_the_network_may_name_any_host() -> None:
    with listen("0.0.0.0", 0) as listener, SiteServer(listener, SITE):
        connection = HTTPConnection("127.0.0.1", listener.getsockname()[1], timeout=60)
        connection.request("GET", "/nothing", headers={"Host": "hub-3.local"})
        assert connection.getresponse().status == 404
        connection.close()


def test_a_port_in_use_is_a_problem() -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(NewsgenError) as failed:
            listen("127.0.0.1", port)
    assert str(failed.value) == (
        f"127.0.0.1:{port}: is in use by another program\n"
        "    The browser gets the site from there.\n"
        "    End that program, or take another port, such as --port 8001."
    )


def test_an_address_of_another_machine_is_a_problem() -> None:
    with pytest.raises(NewsgenError) as failed:
        listen("192.0.2.1", 8000)
    assert str(failed.value) == (
        "192.0.2.1:8000: cannot be listened at: Cannot assign requested address\n"
        "    The browser gets the site from there.\n"
        "    Name another --port or --host."
    )


def test_a_port_is_free_at_once_after_serving() -> None:
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, SITE):
        port = listener.getsockname()[1]
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/")
        connection.getresponse().read()
    with listen("127.0.0.1", port) as again:
        assert again.getsockname()[1] == port
    connection.close()


def test_open_event_streams_do_not_keep_the_server(capfd: pytest.CaptureFixture[str]) -> None:
    with listen("127.0.0.1", 0) as listener, SiteServer(listener, SITE):
        connections = [HTTPConnection("127.0.0.1", listener.getsockname()[1], timeout=60) for _ in range(3)]
        for connection in connections:
            connection.request("GET", EVENTS)
            assert connection.getresponse().readline() == b"retry: 500\n"
    assert not any(thread.name == "newsgen serve" for thread in threading.enumerate())
    assert capfd.readouterr() == ("", "")
    for connection in connections:
        connection.close()
