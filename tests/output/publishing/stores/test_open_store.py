"""From the name of a target to its kind."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.aws_files import read_aws_files
from newsgen.output.publishing.stores.folder import FolderStore
from newsgen.output.publishing.stores.open_store import TargetAddress, kind_of_target, open_store


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("/srv/www", "folder"),
        ("../www", "folder"),
        ("C:\\www", "folder"),
        ("./s3:/paper", "folder"),
        ("a folder: its name", "folder"),
        ("file:///srv/www", "folder"),
        ("s3://paper", "objects"),
        ("S3://paper/archive", "objects"),
        ("gs://paper", "objects"),
        ("az://paper/archive", "objects"),
        ("sftp://ada@paper.example:2222/srv/www", "sftp"),
        ("sftp://paper.example/~/www", "sftp"),
    ],
)
def test_a_name_tells_the_kind(name: str, kind: str) -> None:
    assert kind_of_target(name) == kind


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("sftp://ada:secret@paper.example/www", "sftp://…: holds a password or a signature"),
        ("az://paper?sig=secret", "az://…: holds a password or a signature"),
        ("ftp://paper.example", 'ftp://paper.example: newsgen cannot publish to "ftp://". Did you mean "sftp"?'),
        ("s3:///archive", "s3:///archive: names no bucket"),
        ("sftp:///archive", "sftp:///archive: names no host"),
        ("sftp://paper.example:port/www", "sftp://…: is no address"),
        ("s3://key:sec/secret@paper", "s3://…: is no address"),
        ("s3:/paper", "s3:/paper: has no // after its colon"),
        ("S3:paper", "S3:paper: has no // after its colon"),
        ("ada@paper.example:/srv/www", "ada@paper.example:/srv/www: is an address of scp"),
        ("ada@paper.example:www", "ada@paper.example:www: is an address of scp"),
    ],
)
def test_what_is_no_target_is_refused_without_its_secret(name: str, problem: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        kind_of_target(name)
    assert str(failed.value).split("\n")[0] == problem
    assert "secret" not in str(failed.value)


@pytest.mark.parametrize(("name", "folder"), [("/srv/a b", "/srv/a b"), ("file:///srv/a%20b", "/srv/a b")])
def test_a_folder_is_opened_by_its_path_or_its_address(name: str, folder: str) -> None:
    store = open_store(TargetAddress(name))
    assert isinstance(store, FolderStore)
    assert Path(store.name) == Path(folder)


CREDENTIALS = "[default]\naws_access_key_id = k\naws_secret_access_key = s\n[paper]\naws_access_key_id = p\n"
CONFIG = "[default]\nregion = eu-west-1\n[profile paper]\nendpoint_url = https://s3.example\nregion = auto\n"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, {"access_key_id": "k", "secret_access_key": "s", "region": "eu-west-1"}),
        ({"AWS_REGION": "us-east-1"}, {"access_key_id": "k", "secret_access_key": "s"}),
        (
            {"AWS_PROFILE": "paper"},
            {"access_key_id": "p", "region": "auto", "endpoint": "https://s3.example"},
        ),
        ({"AWS_PROFILE": "none"}, {}),
        ({"AWS_ACCESS_KEY_ID": "from the environment"}, {}),
        ({"AWS_WEB_IDENTITY_TOKEN_FILE": "/token"}, {}),
    ],
)
def test_the_files_of_the_aws_command_line_are_read_as_it_reads_them(
    environment: dict[str, str], expected: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / ".aws").mkdir()
    (tmp_path / ".aws/credentials").write_text(CREDENTIALS, encoding="utf-8")
    (tmp_path / ".aws/config").write_text(CONFIG, encoding="utf-8")
    assert read_aws_files(environment, tmp_path) == expected


def test_files_that_are_missing_or_damaged_say_nothing(tmp_path: Path) -> None:
    assert read_aws_files({}, tmp_path) == {}
    (tmp_path / ".aws").mkdir()
    (tmp_path / ".aws/credentials").write_bytes(b"\xff no section")
    assert read_aws_files({}, tmp_path) == {}
