"""The settings `publish:` in site.yaml: where the site is published to."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from newsgen.settings.types import Settings, Text, Url
from newsgen.text.urls import split_url


def _check_target(name: str) -> str:
    try:
        parts = split_url(name)
        has_secret = "://" in name and bool(parts.password or parts.query)
    except ValueError:
        raise ValueError("this is no address") from None
    if has_secret:
        raise ValueError("passwords and keys do not belong into site.yaml; docs/hosting.md says where they are found")
    return name


class PublishSettings(Settings):
    """`to` is a folder or a URL such as s3://bucket/folder; `endpoint` and `region` say which server of S3 it is.

    `gzip` stores texts packed, and `delete_limit` is the most files that one publication deletes.
    """

    to: Annotated[Text, AfterValidator(_check_target)] = ""
    endpoint: Annotated[Url, AfterValidator(_check_target)] = ""
    region: Text = ""
    gzip: bool = False
    delete_limit: Annotated[int, Field(ge=0)] = 250


def _as_settings(value: object) -> object:
    """A target that stands alone, as the settings that name it."""
    return {"to": value} if isinstance(value, str) else value


Publish = Annotated[PublishSettings, BeforeValidator(_as_settings)]
