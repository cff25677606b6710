"""A site, and a server of S3 to publish it to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.s3_server import S3Server, running_server
from tests.support.site_builder import SiteBuilder


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    """A site of a few articles, not built yet."""
    site = SiteBuilder(tmp_path / "paper")
    site.notes(range(1, 9))
    return site


@pytest.fixture(scope="session")
def s3() -> Iterator[S3Server]:
    """A server of S3 in a process of its own."""
    with running_server() as server:
        yield server


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Credentials of nobody, wherever the tests run."""
    for name, value in {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "s3cret", "HOME": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
