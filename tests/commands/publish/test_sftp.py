"""`newsgen publish` to a server with SFTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from tests.support.edits import tree
from tests.support.sftp_server import SftpServer, running_sftp
from tests.support.site_builder import SiteBuilder


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SftpServer]:
    """A server that `known_hosts` knows, and the password of an account."""
    (tmp_path / "server").mkdir()
    with running_sftp(tmp_path / "server") as server:
        (tmp_path / ".ssh").mkdir()
        (tmp_path / ".ssh/known_hosts").write_text(f"{server.known_host}\n", encoding="utf-8")
        monkeypatch.setenv("NEWSGEN_SFTP_PASSWORD", "quill")
        monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
        yield server


def run(site: SiteBuilder, *arguments: str, command: str = "publish") -> Result:
    return CliRunner().invoke(main, [command, *arguments, "--root", str(site.root)])


def address(server: SftpServer, folder: str = "/srv/www", user: str = "ada") -> str:
    return f"sftp://{user}@127.0.0.1:{server.port}{folder}"


def built(site: SiteBuilder) -> dict[str, bytes]:
    return {file: content for file, content in tree(site.output).items() if file != ".newsgen-files"}


def test_a_folder_of_a_server_becomes_what_the_site_is(server: SftpServer, site: SiteBuilder) -> None:
    site.write("static/a/b/naïve × c.txt", "")
    site.write("static/d", "1")
    first = run(site, address(server))
    assert (first.stderr, first.exit_code) == ("", 0)
    assert tree(server.folder / "srv/www") == built(site)
    (server.folder / "srv/www/.newsgen-half-killed-0").touch()
    assert "nothing to do" in run(site, address(server)).stdout
    site.edit("articles/03.md", "Text 3.", "Text three.")
    (site.root / "static/a/b/naïve × c.txt").unlink()
    (site.root / "static/d").unlink()
    site.write("static/d/e", "2")
    second = run(site, address(server))
    assert (second.stderr, second.exit_code) == ("", 0)
    assert tree(server.folder / "srv/www") == built(site)
    assert not (server.folder / "srv/www/a").exists()
    whole = run(site, address(server), command="verify")
    assert whole.stdout.endswith("as published; nothing is missing, added or changed.\n")


def test_what_others_have_there_is_not_overwritten(server: SftpServer, site: SiteBuilder) -> None:
    (server.folder / "www").mkdir()
    (server.folder / "www/style.css").write_text("of others", encoding="utf-8")
    result = run(site, address(server, "/www"))
    assert "holds files that newsgen did not publish, and has new ones for their places: style.css\n" in result.stderr
    assert tree(server.folder / "www") == {"style.css": b"of others"}


def test_a_wrong_password_is_one_clear_problem(
    server: SftpServer, site: SiteBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSGEN_SFTP_PASSWORD", "wrong")
    assert run(site, address(server)).stderr == (
        f"{address(server)}: does not accept the credentials\n"
        "    newsgen has no keys of its own; it uses those of ssh.\n"
        "    Let `ssh` to the same host work without a question: by a key in the agent or in ~/.ssh; "
        "a password is taken from NEWSGEN_SFTP_PASSWORD.\n"
        "1 problem: the site is not published.\n"
    )


def test_a_server_that_is_not_known_is_not_trusted(server: SftpServer, site: SiteBuilder, tmp_path: Path) -> None:
    (tmp_path / ".ssh/known_hosts").write_text("", encoding="utf-8")
    result = run(site, address(server))
    assert result.stderr.startswith(f"{address(server)}: the key of the server is not known\n")
    assert tree(server.folder) == {}


def test_a_folder_that_may_not_be_written_is_named(server: SftpServer, site: SiteBuilder) -> None:
    (server.folder / "file").touch()
    result = run(site, address(server, "/file/www"))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{address(server, '/file/www')}: ")
    assert result.stderr.endswith("1 problem: the site is not published.\n")
