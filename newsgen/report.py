"""What newsgen tells on the terminal: problems, warnings and one line of summary."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsgen.errors import Problem
from newsgen.output import Counts

if TYPE_CHECKING:
    from newsgen.inspection import Inspection, Summary
    from newsgen.restore import Restored
    from newsgen.verify import Fixity

# More places than this with one and the same problem are counted rather than listed.
_MOST_ALIKE = 5
_MOST_RECURRING = 40
_STYLES: dict[str, Any] = {
    "headline": {"fg": "green", "bold": True},
    "body": {"fg": "green"},
    "subhead": {"fg": "green"},
    "item": {"fg": "green"},
    "quote": {"fg": "green"},
    "related": {"fg": "magenta"},
    "chrome": {"dim": True},
}


def count_of(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "55 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def report_problems(problems: Iterable[Problem], note: str, verbose: bool = False) -> None:
    """Print the problems on standard error, then a line that counts them and says what follows.

    A problem that many files share is shown in the first of them; with `verbose` in all.
    """
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.what, problem.why, problem.mend), []).append(problem)
    for same in alike.values():
        shown = same if verbose or len(same) <= _MOST_ALIKE else same[:1]
        for problem in shown:
            print(problem, file=sys.stderr)
        if len(shown) < len(same):
            print(f"    The same in {len(same) - len(shown):,} more places (-v lists them).", file=sys.stderr)
    count = sum(map(len, alike.values()))
    print(f"{count_of(count, 'problem')}: {note}", file=sys.stderr)


def report_summary(counts: Counts, articles: int, seconds: float) -> None:
    """Print what a build did, in one line."""
    files = f"{counts.written:,} written, {counts.kept:,} kept, {counts.deleted:,} deleted"
    print(f"{files} in {seconds:.1f} s ({count_of(articles, 'article')})")


def report_json(counts: Counts, articles: int, blanks: Mapping[str, int], drafts: int, seconds: float) -> None:
    """Print what a build did as one JSON object."""
    told = {**counts._asdict(), "articles": articles, "drafts": drafts, "without": dict(blanks)}
    print(json.dumps({**told, "seconds": round(seconds, 3)}))


def report_written(file: str, reason: str) -> None:
    """Print a file that was written, and why."""
    print(f"{file}: {reason}")


def report_blanks(blanks: Mapping[str, int], articles: int) -> None:
    """Print how many articles lack a field that readers look for."""
    lacking = [f"{count:,} without {name}" for name, count in blanks.items() if count]
    if lacking:
        print(f"Of {count_of(articles, 'article')}: {', '.join(lacking)}.")


def report_fixity(fixity: Fixity) -> None:
    """Print each file that is not as it was published, and then how many are and are not."""
    for what in ("missing", "added", "changed"):
        for file in getattr(fixity, what):
            click.echo(f"{what}: {file.encode('utf-8', 'backslashreplace').decode()}")
    wrong = [f"{len(files):,} {what}" for what, files in zip(fixity._fields[1:], fixity[1:], strict=True) if files]
    told = ", ".join(wrong) or "nothing is missing, added or changed"
    click.echo(f"{count_of(fixity.right, 'file')} {'is' if fixity.right == 1 else 'are'} as published; {told}.")


def report_restored(restored: Restored, folder: Path) -> None:
    """Print which pictures the restored articles lack, and how much was restored."""
    for file in restored.missing:
        click.echo(f"missing: {file}")
    files = f" and {count_of(restored.files, 'file')} beside them" if restored.files else ""
    lacking = f"; {count_of(len(restored.missing), 'file')} missing" if restored.missing else ""
    click.echo(f"{count_of(restored.articles, 'article')}{files} restored to {folder}{lacking}.")


def report_notes(notes: Iterable[Problem], noun: str, what: str, verbose: bool) -> None:
    """Print how many things of a kind an editor may want to mend; with `verbose` also which."""
    notes = tuple(notes)
    if not notes:
        return
    if verbose:
        for note in notes:
            print(note, file=sys.stderr)
    print(f"{count_of(len(notes), noun)} {what}{'' if verbose else ' (-v tells which)'}.")


def report_beginning(folder: Path, files: Iterable[str]) -> None:
    """Print which files a new site has, and what to do next."""
    print("\n".join(str(folder / file) for file in files))
    print(
        f"\nNext:\n"
        f"    cd {shlex.quote(str(folder))}\n"
        f"    newsgen build      makes the site in public/; open public/index.html\n"
        f'    newsgen serve      shows it while you write; pip install "newsgen[serve]" adds what it needs\n'
        f'    newsgen new        makes the file of an article: newsgen new "The ferry returns" --section News\n'
        "The three articles are examples: read them, then delete them, and permalinks.tsv, which has their addresses."
        " Settings are in site.yaml."
    )


def report_inspection(inspection: Inspection) -> None:
    """Print a text's fields, then each line with its number, its role, the rule that gave it and how sure that is."""
    click.secho(inspection.path, bold=True)
    for name, value in inspection.record.items():
        if name in ("path", "lines", "body") or not value:
            continue
        parts = value if isinstance(value, list) else [value]
        names = [part["title"] or part["url"] if isinstance(part, dict) else part for part in parts]
        click.echo(f"  {name:12} {', '.join(names)}")
    click.echo()
    for line in inspection.lines:
        role = click.style(f"{line.role:12}", **_STYLES.get(line.role, {"fg": "cyan"}))
        text = click.style(f"{line.text:.80}", dim=line.role == "chrome")
        click.echo(f"{line.number:5}  {role}  {line.confidence:4.0%}  {line.rule:42.42}  {text}")
    click.echo()


def report_reading(summary: Summary) -> None:
    """Print how a folder's texts were read: fields found and blank, and the lines that recur."""
    click.echo(f"{count_of(summary.texts, 'text')}\n\n  field         found   blank")
    for name, found in summary.found.items():
        click.echo(f"  {name:10} {found:8,} {summary.texts - found:7,}")
    if not summary.recurring:
        return
    click.echo("\nLines that recur. What is never an article's can be named in site.yaml under chrome:\n")
    for line in summary.recurring[:_MOST_RECURRING]:
        role = click.style(f"{line.role:8}", **_STYLES.get(line.role, {"fg": "cyan"}))
        click.echo(f"  {line.texts:6,} texts  {role}  {line.text:.90}")
