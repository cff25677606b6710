"""A server of S3 in a process of its own, for tests of publishing: moto's, with faults at will and a log of requests.

`python -m tests.support.s3_server` prints its port. `POST /-faults` sets which requests fail, and `GET /-log` gives the
requests since the last time.
"""

import io
import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import quote
from urllib.request import Request, urlopen

from tests.support.paths import ROOT

LOG, FAULTS = "/-log", "/-faults"


class S3Server(NamedTuple):
    """A running server."""

    url: str

    def log(self) -> list[tuple[str, str]]:
        """The method and path of each request since the last call."""
        with urlopen(f"{self.url}{LOG}") as answer:
            return [(method, path) for method, path in json.load(answer)]

    def set_faults(self, status: int = 0, code: str = "", rate: float = 1, methods: str = "PUT GET POST") -> None:
        """Answer a share of the requests of some methods with a status and the code of an error; 0 for none."""
        faults = {"status": status, "code": code, "rate": rate, "methods": methods.split()}
        urlopen(Request(f"{self.url}{FAULTS}", json.dumps(faults).encode())).close()

    def make_bucket(self, name: str) -> None:
        """Make a bucket."""
        urlopen(Request(f"{self.url}/{name}", b"", method="PUT")).close()

    def put(self, bucket: str, key: str, content: bytes) -> None:
        """Put an object in place, as somebody else."""
        urlopen(Request(f"{self.url}/-objects/{bucket}/{key}", content, method="PUT")).close()

    def delete(self, bucket: str, key: str) -> None:
        """Take an object away, as somebody else."""
        urlopen(Request(f"{self.url}/-objects/{bucket}/{key}", method="DELETE")).close()

    def objects(self, bucket: str) -> dict[str, bytes]:
        """What a bucket holds."""
        with urlopen(f"{self.url}/-objects/{bucket}") as answer:
            return {key: bytes.fromhex(content) for key, content in json.load(answer).items()}

    def fields(self, bucket: str, key: str) -> dict[str, str]:
        """The fields of HTTP with which an object is served."""
        with urlopen(f"{self.url}/-fields/{bucket}/{quote(key)}") as answer:
            fields: dict[str, str] = json.load(answer)
            return fields


@contextmanager
def running_server() -> Iterator[S3Server]:
    """A server, which ends with the block."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.s3_server"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            yield S3Server(f"http://127.0.0.1:{int(process.stdout.readline())}")
        finally:
            process.kill()


class _App:
    def __init__(self, app: Any) -> None:
        self._app = app
        self._lock = Lock()
        self._log: list[tuple[str, str]] = []
        self._faults: dict[str, Any] = {"status": 0, "rate": 0, "methods": []}
        self._chance = random.Random(7)

    def __call__(self, environ: Any, start: Any) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if path == LOG:
            log, self._log = self._log, []
            return _answer(start, 200, json.dumps(log).encode())
        if path == FAULTS:
            self._faults = json.loads(environ["wsgi.input"].read(length))
            return _answer(start, 200, b"")
        if path.startswith("/-objects/"):
            return _answer(start, 200, _change(method, path, environ["wsgi.input"].read(length)))
        if path.startswith("/-fields/"):
            bucket, key = path.split("/", 3)[2:]
            return _answer(start, 200, json.dumps(dict(_keys(bucket)[key].metadata)).encode())
        self._log.append((method, path))
        faults = self._faults
        if faults["status"] and method in faults["methods"] and self._chance.random() < faults["rate"]:
            environ["wsgi.input"].read(length)
            body = f"<Error><Code>{faults['code']}</Code><Message>no</Message></Error>".encode()
            return _answer(start, faults["status"], b"" if method == "HEAD" else body)
        environ["wsgi.input"] = io.BytesIO(environ["wsgi.input"].read(length))
        # moto's state is not made for several requests at once.
        with self._lock:
            return list(self._app(environ, start))


def _keys(bucket: str) -> Any:
    from moto.s3.models import s3_backends

    return s3_backends["123456789012"]["aws"].buckets[bucket].keys


def _change(method: str, path: str, content: bytes) -> bytes:
    """Put or delete an object, or give them all."""
    bucket, _, key = path.removeprefix("/-objects/").partition("/")
    found = _keys(bucket)
    if method == "PUT" and key in found:
        found[key].value = content
    elif method == "PUT":
        from moto.s3.models import s3_backends

        s3_backends["123456789012"]["aws"].put_object(bucket, key, content)
    elif method == "DELETE":
        found.pop(key)
    return json.dumps({key: found[key].value.hex() for key in found}).encode()


def _answer(start: Any, status: int, body: bytes) -> list[bytes]:
    start(f"{status} Answer", [("Content-Length", str(len(body))), ("Retry-After", "1")])
    return [body]


def _serve() -> None:
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"

        def log(self, type: str, message: str, *values: object) -> None:  # noqa: A002 - its name in werkzeug
            """Say nothing: the tests report what is wrong."""

    app = _App(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    print(server.server_port, flush=True)  # noqa: T201 - it is read by who started it
    server.serve_forever()


if __name__ == "__main__":
    _serve()
