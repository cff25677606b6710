"""What was measured, as lines of JSON: one line for an engine, a case and a size."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Result:
    """One engine's rounds of one case. `wall` and `cpu` are seconds, one a round; `memory` is MB, 0 if not watched.

    `written` is how many files a build wrote, `pages` how many HTML pages the site then had. `machine` has the
    cores, the CPU's name and the memory in GB.
    """

    engine: str
    version: str
    size: int
    case: str
    related: bool
    wall: tuple[float, ...]
    cpu: tuple[float, ...]
    memory: float
    written: int
    pages: int
    machine: Mapping[str, str | int]
    date: str

    @property
    def key(self) -> tuple[int, bool, str, str]:
        """What two results for the same thing have in common."""
        return self.size, self.related, self.case, self.engine

    @property
    def median_wall(self) -> float:
        """The middle round's seconds of wall time."""
        return statistics.median(self.wall)

    @property
    def median_cpu(self) -> float:
        """The middle round's seconds of CPU time."""
        return statistics.median(self.cpu)


def read_results(file: Path) -> list[Result]:
    """The results of a file, in its order."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        facts = json.loads(line)
        found.append(Result(**{**facts, "wall": tuple(facts["wall"]), "cpu": tuple(facts["cpu"])}))
    return found


def write_result(result: Result) -> str:
    """A result as a line, its figures rounded to what can be told from noise."""
    facts = asdict(result)
    facts["wall"] = [round(seconds, 3) for seconds in result.wall]
    facts["cpu"] = [round(seconds, 3) for seconds in result.cpu]
    facts["memory"] = round(result.memory, 1)
    return json.dumps(facts, ensure_ascii=False)


def save_results(file: Path, results: Iterable[Result]) -> None:
    """Put results into a file, in place of older ones for the same engine, case and size."""
    known = {result.key: result for result in (read_results(file) if file.exists() else [])}
    known.update({result.key: result for result in results})
    file.write_text("".join(f"{write_result(result)}\n" for _, result in sorted(known.items())), encoding="utf-8")
