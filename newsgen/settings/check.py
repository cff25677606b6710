"""What `check:` in site.yaml may say: which rules are off, and for which files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from newsgen.settings.check_rules import unknown_rules


def _check_rules(names: tuple[str, ...]) -> tuple[str, ...]:
    unknown = unknown_rules(names)
    if unknown:
        raise ValueError(unknown[0])
    return names


def _check_keys(patterns: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    _check_rules(tuple(patterns))
    return patterns


def _as_list(value: object) -> object:
    return () if value is None else (value,) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class CheckSettings(BaseModel):
    """`off` names rules that are never wanted; `ignore` holds for a rule the patterns of files that it leaves alone."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    off: Annotated[Names, AfterValidator(_check_rules)] = ()
    ignore: Annotated[Mapping[str, Names], AfterValidator(_check_keys)] = Field(default_factory=dict)
