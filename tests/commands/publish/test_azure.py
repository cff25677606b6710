"""`newsgen publish` to a server of Azure Blob Storage that runs in a process of its own."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from newsgen.commands.publish.publish import open_target
from tests.support.azure_server import AzureServer, is_installed, running_azurite
from tests.support.edits import tree
from tests.support.site_builder import SiteBuilder

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not is_installed(), reason="npm ci --ignore-scripts --prefix tests/commands/publish"),
]


@pytest.fixture(scope="module")
def azure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AzureServer]:
    with running_azurite(tmp_path_factory.mktemp("azurite")) as server:
        yield server


@pytest.fixture
def container(azure: AzureServer, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """A new container, which newsgen finds."""
    for name, value in azure.environment.items():
        monkeypatch.setenv(name, value)
    name = f"paper{abs(hash(request.node.name))}"
    azure.make_container(name)
    return name


def run(site: SiteBuilder, *arguments: str, command: str = "publish") -> Result:
    return CliRunner().invoke(main, [command, *arguments, "--root", str(site.root)])


def stored(site: SiteBuilder, target: str) -> dict[str, bytes]:
    """What a container holds."""
    store = open_target(site.root, target, "verify")
    return {file: b"".join(store.read(file) or ()) for file in store.list_files()}


def built(site: SiteBuilder) -> dict[str, bytes]:
    """What a container should hold."""
    return {file: content for file, content in tree(site.output).items() if file != ".newsgen-files"}


def test_a_container_becomes_what_the_site_is(container: str, site: SiteBuilder) -> None:
    target = f"az://{container}"
    site.write("static/naïve ×+%23 b.txt", "a name to escape")
    assert run(site, target).exit_code == 0
    assert stored(site, target) == built(site)
    nothing = f"{target}: nothing to do; {len(built(site)) - 1} files as they should be.\n"
    assert run(site, target).output == nothing
    site.edit("articles/03.md", "Text 3.", "More 3.")
    (site.root / "static/naïve ×+%23 b.txt").unlink()
    assert ", 1 deleted, " in run(site, target).output
    assert stored(site, target) == built(site)
    assert run(site, target, command="verify").exit_code == 0


def test_texts_are_stored_packed_where_that_is_asked_for(container: str, site: SiteBuilder) -> None:
    site.settings("publish: {gzip: true}\n")
    assert run(site, f"az://{container}/paper").exit_code == 0
    assert stored(site, f"az://{container}/paper") == built(site)


def test_a_large_file_goes_up_in_parts(container: str, site: SiteBuilder) -> None:
    site.write("static/film.mp4", bytes(range(256)) * (80 << 10))
    assert run(site, f"az://{container}").exit_code == 0
    assert stored(site, f"az://{container}") == built(site)


@pytest.mark.parametrize(
    ("target", "key", "message"),
    [
        ("az://none", "", "az://none: there is no such bucket\n"),
        ("", "d3Jvbmc=", ".newsgen-publishing.gz: the credentials do not allow this (403 AuthorizationFailure)\n"),
    ],
)
def test_what_stays_wrong_is_one_clear_problem(
    container: str, site: SiteBuilder, monkeypatch: pytest.MonkeyPatch, target: str, key: str, message: str
) -> None:
    if key:
        monkeypatch.setenv("AZURE_STORAGE_ACCOUNT_KEY", key)
    result = run(site, target or f"az://{container}")
    assert message in result.stderr
    assert result.stderr.endswith("1 problem: the site is not published.\n")
    assert result.exit_code == 1
