"""The credentials that the AWS command line keeps in `~/.aws`, which obstore does not read.

Sources: AWS CLI User Guide, "Configuration and credential file settings" and "Environment variables".
"""

from __future__ import annotations

import configparser
from collections.abc import Mapping
from pathlib import Path

# Any of these says where else credentials come from.
_ELSEWHERE = (
    *("AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"),
    *("AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_SKIP_SIGNATURE"),
)


def read_aws_files(environment: Mapping[str, str], home: Path) -> dict[str, str]:
    """The settings of the profile that the environment names, as obstore calls them; none where it need not be read.

    An address and a region are read from the profile too, unless the environment names them.
    """
    if any(environment.get(name) for name in _ELSEWHERE):
        return {}
    profile = environment.get("AWS_PROFILE") or environment.get("AWS_DEFAULT_PROFILE") or "default"
    secret = _read(Path(environment.get("AWS_SHARED_CREDENTIALS_FILE") or home / ".aws/credentials"), profile)
    label = profile if profile == "default" else f"profile {profile}"
    found = {**_read(Path(environment.get("AWS_CONFIG_FILE") or home / ".aws/config"), label), **secret}
    names = {
        "access_key_id": "aws_access_key_id",
        "secret_access_key": "aws_secret_access_key",
        "session_token": "aws_session_token",
    }
    if not (environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION")):
        names["region"] = "region"
    if not (environment.get("AWS_ENDPOINT_URL") or environment.get("AWS_ENDPOINT")):
        names["endpoint"] = "endpoint_url"
    return {ours: found[theirs] for ours, theirs in names.items() if found.get(theirs)}


def _read(file: Path, section: str) -> Mapping[str, str]:
    """The values of a section; none where there is no such file or section, or the file is something else."""
    parser = configparser.RawConfigParser()
    try:
        parser.read(file, encoding="utf-8")
    except (configparser.Error, OSError, UnicodeDecodeError):
        return {}
    return dict(parser[section]) if parser.has_section(section) else {}
