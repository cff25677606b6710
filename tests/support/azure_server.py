"""A server of Azure Blob Storage in a process of its own: Azurite, which npm installs.

npm ci --ignore-scripts --prefix tests/commands/publish
"""

import base64
import hashlib
import hmac
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.support.paths import ROOT

TOOLS = ROOT / "tests/commands/publish"
AZURITE = TOOLS / "node_modules/azurite/dist/src/blob/main.js"
# Azurite's own, which it is documented to have (learn.microsoft.com/azure/storage/common/storage-use-azurite).
_ACCOUNT = "devstoreaccount1"
_KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
_VERSION, _TYPE = "2021-12-02", "application/octet-stream"


class AzureServer(NamedTuple):
    """A running server."""

    url: str

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which newsgen finds it, as obstore reads them."""
        return {"AZURE_STORAGE_USE_EMULATOR": "true", "AZURITE_BLOB_STORAGE_URL": self.url}

    def make_container(self, name: str) -> None:
        """Make a container."""
        urlopen(_signed("PUT", self.url, name, "container")).close()


def is_installed() -> bool:
    """Whether Azurite is there."""
    return AZURITE.is_file() and shutil.which("node") is not None


@contextmanager
def running_azurite(folder: Path) -> Iterator[AzureServer]:
    """A server that keeps its blobs in a folder, and ends with the block."""
    port = _free_port()
    command = ["node", str(AZURITE), "--silent", "--disableTelemetry", "--skipApiVersionCheck"]
    command += ["--location", str(folder), "--blobPort", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ)
    ) as process:
        server = AzureServer(f"http://127.0.0.1:{port}")
        try:
            _wait_for(server, process)
            yield server
        finally:
            process.kill()


def _wait_for(server: AzureServer, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        assert process.poll() is None, "Azurite has ended"
        try:
            urlopen(server.url).close()
        except URLError as error:
            if hasattr(error, "code"):
                # It answers, if only to say that this is no address.
                return
        time.sleep(0.1)
    raise AssertionError("Azurite does not answer")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _signed(method: str, url: str, container: str, kind: str) -> Request:
    """A request with a shared key (learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key)."""
    date = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    own = f"x-ms-date:{date}\nx-ms-version:{_VERSION}\n"
    resource = f"/{_ACCOUNT}/{_ACCOUNT}/{container}\nrestype:{kind}"
    text = "\n".join((method, "", "", "", "", _TYPE, "", "", "", "", "", "", f"{own}{resource}"))
    signature = base64.b64encode(hmac.new(base64.b64decode(_KEY), text.encode(), hashlib.sha256).digest()).decode()
    fields = {"x-ms-date": date, "x-ms-version": _VERSION, "Content-Type": _TYPE, "Content-Length": "0"}
    fields["Authorization"] = f"SharedKey {_ACCOUNT}:{signature}"
    return Request(f"{url}/{_ACCOUNT}/{container}?restype={kind}", b"", fields, method=method)
