"""Addresses whose host no URL can have stop no import, wherever an export has them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from tests.support.hostile_exports import EXPORTS
from tests.support.importing import write_files

_ADDRESSES = (
    "http://a[5/x.html",
    "//[",
    "http://[::1",
    "https://[v1.x]/",
    "https://user@[x/y",
    "http://]/",
    "javascript://[",
    "http://a[5]/é%ff",
    "http://\ufb00[.x/",
    "http://\u2100.example/",
    "https://a:99999999/",
    "http://a:b/",
    "http:///x",
    "http://..",
    "http://xn--a/",
)


@pytest.mark.parametrize("name", EXPORTS)
def test_addresses_that_no_url_can_have_stop_no_import(tmp_path: Path, name: str) -> None:
    export = EXPORTS[name]
    write_files(tmp_path / "export", export.make(_ADDRESSES))
    site = tmp_path / "site"
    ended = CliRunner().invoke(main, export.arguments(tmp_path / "export", site))
    assert ended.exception is None or isinstance(ended.exception, SystemExit), ended.output
    assert len(list(site.rglob("articles/**/*.*"))) >= len(_ADDRESSES)
