"""The settings `check:` in site.yaml: which rules are off, and which files a rule ignores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from newsgen.settings.check_rules import unknown_rules
from newsgen.settings.types import Settings


def _check_rules(names: tuple[str, ...]) -> tuple[str, ...]:
    unknown = unknown_rules(names)
    if unknown:
        raise ValueError(unknown[0])
    return names


def _check_ignore(ignore: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    _check_rules(tuple(ignore))
    return ignore


def _as_list(value: object) -> object:
    return () if value is None else (value,) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class CheckSettings(Settings):
    """`off` names rules that never run; `ignore` maps a rule to the patterns of the files it skips."""

    off: Annotated[Names, AfterValidator(_check_rules)] = ()
    ignore: Annotated[Mapping[str, Names], AfterValidator(_check_ignore)] = Field(default_factory=dict)

    @property
    def skipped(self) -> dict[str, tuple[str, ...]]:
        """The patterns of the files that each rule skips: all files for a rule that is off."""
        return {**self.ignore, **dict.fromkeys(self.off, ("*",))}
