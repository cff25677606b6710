"""`newsgen publish` to a server of S3 that runs in a process of its own."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from newsgen.commands.publish.publish import PublishRequest, publish
from newsgen.errors import NewsgenError
from newsgen.output.publishing.transfer import Patience
from tests.support.edits import tree
from tests.support.s3_server import S3Server
from tests.support.site_builder import SiteBuilder

QUICK = Patience(attempts=9, first=0.001, longest=0.01)


@pytest.fixture
def bucket(s3: S3Server, site: SiteBuilder, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """A new bucket, which site.yaml leads to."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3.url)
    s3.set_faults()
    name = f"paper{abs(hash(request.node.name))}"
    s3.make_bucket(name)
    s3.log()
    return name


def run(site: SiteBuilder, *arguments: str, command: str = "publish") -> Result:
    return CliRunner().invoke(main, [command, *arguments, "--root", str(site.root)])


def publish_quickly(site: SiteBuilder, target: str) -> None:
    """Publish with short pauses."""
    publish(site.root, PublishRequest(target, patience=QUICK), lambda phase, done, total: None)


def built(site: SiteBuilder, prefix: str = "") -> dict[str, bytes]:
    """What a bucket should hold."""
    return {prefix + file: content for file, content in tree(site.output).items() if file != ".newsgen-files"}


def test_a_bucket_becomes_what_the_site_is(s3: S3Server, bucket: str, site: SiteBuilder) -> None:
    site.write("static/naïve ×+%23 b.txt", "a name to escape")
    assert run(site, f"s3://{bucket}/a b").exit_code == 0
    assert s3.objects(bucket) == built(site, "a b/")
    fields = s3.fields(bucket, "a b/index.html")
    assert fields["content-type"] == "text/html; charset=utf-8"
    assert fields["cache-control"] == "public, max-age=300"
    s3.log()
    assert run(site, f"s3://{bucket}/a b").exit_code == 0
    assert [method for method, _ in s3.log()] == ["GET", "GET"]
    site.edit("articles/03.md", "Text 3.", "Text three.")
    assert run(site, f"s3://{bucket}/a b").exit_code == 0
    assert len([path for method, path in s3.log() if method == "PUT"]) <= 15
    assert s3.objects(bucket) == built(site, "a b/")
    whole = run(site, f"s3://{bucket}/a b", command="verify")
    assert whole.exit_code == 0
    assert whole.stdout.endswith("as published; nothing is missing, added or changed.\n")


def test_texts_are_stored_packed_where_that_is_asked_for(s3: S3Server, bucket: str, site: SiteBuilder) -> None:
    site.settings(f"publish:\n  to: s3://{bucket}\n  endpoint: {s3.url}\n  region: eu-west-1\n  gzip: true\n")
    assert run(site).exit_code == 0
    assert s3.fields(bucket, "index.html")["content-encoding"] == "gzip"
    stored = s3.objects(bucket)
    assert len(stored["index.html"]) < len(built(site)["index.html"])
    assert stored["manifest-sha256.txt"] == built(site)["manifest-sha256.txt"]
    assert run(site, f"s3://{bucket}", "--sample", "9", command="verify").stdout == (
        "9 files are as published; nothing is missing, added or changed.\n"
    )
    assert run(site, f"s3://{bucket}", command="verify").exit_code == 0


def test_a_large_file_goes_up_in_parts(s3: S3Server, bucket: str, site: SiteBuilder) -> None:
    site.write("static/film.mp4", random.Random(1).randbytes(17 << 20))
    publish_quickly(site, f"s3://{bucket}")
    assert s3.objects(bucket) == built(site)


@pytest.mark.parametrize(("status", "code"), [(503, "SlowDown"), (500, "InternalError"), (429, "TooManyRequests")])
def test_requests_that_fail_now_and_then_lose_nothing(
    s3: S3Server, bucket: str, site: SiteBuilder, status: int, code: str
) -> None:
    s3.set_faults(status, code, rate=0.2)
    publish_quickly(site, f"s3://{bucket}")
    assert s3.objects(bucket) == built(site)


@pytest.mark.parametrize(
    ("status", "code", "problem"),
    [
        (
            403,
            "InvalidAccessKeyId",
            "does not accept the credentials (403 InvalidAccessKeyId)\n"
            "    newsgen has no credentials of its own; it uses those that the provider's tools use.\n"
            "    Set those of the provider: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or ~/.aws/credentials.\n",
        ),
        (
            403,
            "QuotaExceeded",
            "has no room left\n"
            "    The site at the target would lack a file.\n"
            "    Free some room there, or have the quota raised; then run it again: it goes on from here.\n",
        ),
    ],
)
def test_what_stays_wrong_is_one_clear_problem(
    s3: S3Server, bucket: str, site: SiteBuilder, status: int, code: str, problem: str
) -> None:
    s3.set_faults(status, code)
    result = run(site, f"s3://{bucket}")
    assert result.stderr == f"s3://{bucket}: {problem}1 problem: the site is not published.\n"
    s3.set_faults(status, code, methods="PUT")
    assert run(site, f"s3://{bucket}").stderr == result.stderr
    assert "s3cret" not in result.output


def test_a_bucket_that_is_missing_is_named(s3: S3Server, bucket: str, site: SiteBuilder) -> None:
    assert run(site, "s3://no-such-paper").stderr == (
        "s3://no-such-paper: there is no such bucket\n"
        "    The site at the target would lack a file.\n"
        "    Make it at your provider, or correct its name.\n"
        "1 problem: the site is not published.\n"
    )
    assert run(site, "s3://no-such-paper", command="verify").stderr.startswith(
        "s3://no-such-paper: there is no such bucket\n"
    )


def test_a_server_that_is_not_there_is_told_soon(site: SiteBuilder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(NewsgenError, match=r"the server cannot be reached, or breaks off, 3 times"):
        publish_quickly(site, "s3://paper")


def test_differences_at_a_target_are_named(s3: S3Server, bucket: str, site: SiteBuilder, tmp_path: Path) -> None:
    publish_quickly(site, f"s3://{bucket}")
    site.write("other/public/x.txt", "")
    s3.put(bucket, "2020/03/note-3.html", b"altered")
    s3.put(bucket, "mine.txt", b"of others")
    s3.delete(bucket, "feed.xml")
    result = run(site, f"s3://{bucket}", command="verify")
    count = len(built(site)) - 3
    assert result.stdout == (
        "missing: feed.xml\nadded: mine.txt\nchanged: 2020/03/note-3.html\n"
        f"{count} files are as published; 1 missing, 1 added, 1 changed.\n"
    )
    assert result.exit_code == 1


def test_a_target_without_a_manifest_cannot_be_verified(s3: S3Server, bucket: str, site: SiteBuilder) -> None:
    assert run(site, f"s3://{bucket}", command="verify").stderr == (
        f"s3://{bucket}: has no manifest-sha256.txt\n"
        "    Without it nobody can tell whether the files are as they were published.\n"
        "    Name a target to which newsgen has published; an unfinished publication is ended by: newsgen publish\n"
        "1 problem: nothing was verified.\n"
    )


@pytest.mark.parametrize("times", [pytest.param(5, marks=pytest.mark.long), pytest.param(50, marks=pytest.mark.hours)])
def test_a_publication_that_is_killed_again_and_again_is_ended_by_the_next(
    s3: S3Server, bucket: str, site: SiteBuilder, times: int
) -> None:
    site.notes(range(1, 60))
    site.build()
    chance = random.Random(1)
    command = [sys.executable, "-m", "newsgen", "publish", f"s3://{bucket}", "--root", str(site.root)]
    kills = 0
    while kills < times:
        site.edit("articles/03.md", "Text 3.", f"Text 3. {kills}" if kills % 5 == 0 else "Text 3.")
        with subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.5, 6))
            if process.poll() is None:
                kills += 1
                process.send_signal(signal.SIGKILL)
            else:
                # A publication that has ended is begun anew by more articles.
                site.notes(range(60, 60 + 2 * kills))
    assert run(site, f"s3://{bucket}").exit_code == 0
    assert s3.objects(bucket) == built(site)
    assert run(site, f"s3://{bucket}", command="verify").exit_code == 0
