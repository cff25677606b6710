"""List what newsgen consists of, with licences: docs/licences.md, or a CycloneDX bill of materials beside a wheel.

    python -m tools.list_components licences > docs/licences.md
    python -m tools.list_components sbom dist/newsgen-*.whl

It reads pyproject.toml, constraints.txt and the metadata of the installed packages, so it is run in an environment with
newsgen[test]. The same environment and the same wheel give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# The extras that users install; the others are for those who work on newsgen.
EXTRAS = ("heic", "import", "publish", "serve", "sftp", "warc")
# What newsgen holds of others, by the file with its licence: what it is, and the licence's name in SPDX.
_EMBEDDED = {
    "newsgen/search/browser/stemmers/LICENSE": ("Snowball stemmers", "BSD-3-Clause"),
    "newsgen/sources/pasted/authors/names/LICENSE": ("Names of people, from Faker", "MIT"),
    "newsgen/sources/dates/months/LICENSE": ("Names of months, from the Unicode CLDR", "Unicode-3.0"),
    "newsgen/text/encodings/LICENSE": ("Frequencies of letters, from wordfreq", "CC-BY-SA-4.0"),
    "newsgen/text/similarity/words/LICENSE": ("Common words, from wordfreq", "CC-BY-SA-4.0"),
}
_CLASSIFIER = "License :: OSI Approved :: "
# The words of older packages for licences, as SPDX has them.
_SPDX = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
}
# Packages whose licences may be chosen from, which classifiers cannot say.
_CHOICES = {"text-unidecode": "Artistic-1.0-Perl OR GPL-1.0-or-later"}


class Component(NamedTuple):
    """A package: its name, its locked version, its licence, and the packages that it needs."""

    name: str
    version: str
    licence: str
    needs: tuple[str, ...]


def locked_versions() -> dict[str, str]:
    """The versions in constraints.txt by the names of their packages. Raises ValueError for a line without one."""
    versions: dict[str, str] = {}
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, pin, version = line.partition("==")
            if not pin or not version.strip():
                raise ValueError(f"constraints.txt pins no version: {line}")
            versions[canonicalize_name(name)] = version.strip()
    return versions


def declared(extras: Iterable[str] = EXTRAS) -> list[Requirement]:
    """What pyproject.toml asks for, with some extras."""
    lines = list(PROJECT["dependencies"])
    for extra in extras:
        lines += PROJECT["optional-dependencies"][extra]
    return [requirement for requirement in map(Requirement, lines) if canonicalize_name(requirement.name) != "newsgen"]


def components(extras: Iterable[str] = EXTRAS) -> list[Component]:
    """The packages that newsgen needs with some extras, and those that these need, by their names."""
    versions = locked_versions()
    found: dict[str, Component] = {}
    waiting = declared(extras)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        needed = list(_needs(requirement))
        found[name] = Component(
            name, versions.get(name, ""), licence_of(name), tuple(sorted(canonicalize_name(one.name) for one in needed))
        )
        waiting += needed
    return [found[name] for name in sorted(found)]


def _needs(requirement: Requirement) -> Iterator[Requirement]:
    extras = ("", *requirement.extras)
    for line in distribution(requirement.name).requires or ():
        needed = Requirement(line)
        if not needed.marker or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
            # Whether it holds here and for these extras has been asked.
            needed.marker = None
            yield needed


def licence_of(name: str) -> str:
    """The licence of an installed package: its SPDX expression, or the words that its metadata has."""
    metadata = distribution(name).metadata
    expression = _CHOICES.get(name) or next(iter(metadata.get_all("License-Expression") or ()), "")
    if expression:
        return str(expression)
    classified = [
        line.removeprefix(_CLASSIFIER) for line in metadata.get_all("Classifier") or () if _CLASSIFIER in line
    ]
    words = classified or [next(iter(metadata.get_all("License") or ()), "").strip().split("\n")[0]]
    return " AND ".join(_SPDX.get(word, word) for word in words)


def licences_page() -> str:
    """The text of docs/licences.md."""
    own = "\n".join(f"| {what} | {licence} | `{file}` |" for file, (what, licence) in _EMBEDDED.items())
    needed = "\n".join(
        f"| [{one.name}](https://pypi.org/project/{one.name}/) | {one.licence} | {_why(one.name)} |"
        for one in components()
    )
    return (
        "# Licences\n\n"
        "For whoever installs or passes on newsgen: the licences of all that it consists of. This page is made by\n"
        "`python -m tools.list_components licences`.\n\n"
        "newsgen itself is under the MIT License ([LICENSE](../LICENSE)). A published site holds newsgen's templates,\n"
        "styles and scripts, under the same licence, and the stemmers of its languages.\n\n"
        "## What newsgen holds of others\n\n"
        "| what | licence | its text |\n|---|---|---|\n"
        f"{own}\n\n"
        "## What is installed with newsgen\n\n"
        "| package | licence | for |\n|---|---|---|\n"
        f"{needed}\n\n"
        "On Windows also tzdata, under Apache-2.0.\n"
    )


def _why(name: str) -> str:
    """By which extras a package comes, or that newsgen cannot do without it."""
    if name in {one.name for one in components(())}:
        return "everything"
    extras = (extra for extra in EXTRAS if name in {one.name for one in components((extra,))})
    return ", ".join(f"`newsgen[{extra}]`" for extra in extras)


def bill_of_materials(wheel: Path) -> dict[str, Any]:
    """The CycloneDX 1.6 document of a wheel. It tells no time, so that the same wheel has the same one."""
    version = wheel.name.split("-")[1]
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    found = components()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'newsgen:{digest}')}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "newsgen",
                "name": "newsgen",
                "version": version,
                "purl": f"pkg:pypi/newsgen@{version}",
                "licenses": [{"expression": PROJECT["license"]}],
                "hashes": [{"alg": "SHA-256", "content": digest}],
                "components": [
                    {"type": "data", "bom-ref": file, "name": what, "licenses": [_licence(licence)]}
                    for file, (what, licence) in _EMBEDDED.items()
                ],
            }
        },
        "components": [
            {
                "type": "library",
                "bom-ref": one.name,
                "name": one.name,
                "version": one.version,
                "purl": f"pkg:pypi/{one.name}@{one.version}",
                "licenses": [_licence(one.licence)],
            }
            for one in found
        ],
        "dependencies": [
            {
                "ref": "newsgen",
                "dependsOn": sorted({canonicalize_name(one.name) for one in declared()} & _names(found)),
            },
            *({"ref": one.name, "dependsOn": [need for need in one.needs if need in _names(found)]} for one in found),
        ],
    }


def _names(found: Iterable[Component]) -> set[str]:
    return {one.name for one in found}


def _licence(words: str) -> dict[str, Any]:
    """A licence as CycloneDX writes it: an expression of SPDX, or a name."""
    is_expression = re.fullmatch(
        r"[\w.+-]+(?: (?:AND|OR|WITH) [\w.+-]+|[()])*", words.replace("(", "").replace(")", "")
    )
    return {"expression": words} if is_expression else {"license": {"name": words or "unknown"}}


def main(arguments: list[str]) -> int:
    """Print the page, or write the document beside each wheel."""
    try:
        if arguments == ["licences"]:
            sys.stdout.write(licences_page())
            return 0
        if arguments[:1] == ["sbom"] and arguments[1:]:
            for name in arguments[1:]:
                wheel = Path(name)
                document = json.dumps(bill_of_materials(wheel), ensure_ascii=False, indent=2)
                wheel.with_suffix(".cdx.json").write_text(f"{document}\n", encoding="utf-8")
            return 0
    except PackageNotFoundError as error:
        print(f"{error} is not installed; install newsgen[test] first", file=sys.stderr)
        return 1
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
