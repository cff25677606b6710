"""What the errors of object stores mean: which pass, which stay, and what to do about those.

obstore's exceptions carry the answer of the server in their text. Only its status and its code are told: the rest may
hold addresses with signatures.
"""

from __future__ import annotations

import re

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.store import PassingFault, Unanswered, no_room, refusal

_STATUS = re.compile(r"status code: ([1-5][0-9]{2})")
# The code of an error in the answers of S3 and Azure (XML) and of Google (JSON).
_CODE = re.compile(
    r"<Code>([A-Za-z0-9]{1,60})</Code>|\"reason\": *\"([A-Za-z0-9]{1,60})\"|\"code\": *\"([A-Za-z]{1,60})\""
)
_NO_BUCKET = ("NoSuchBucket", "ContainerNotFound", "FilesystemNotFound")
# Google names a bucket that is missing in words only.
_NO_BUCKET_TEXT = "specified bucket does not exist"
_FULL = re.compile(
    r"Quota|InsufficientStorage|StorageCapExceeded|EntityTooLarge|XMinioStorageFull|NoSpace", re.IGNORECASE
)
_WRONG_KEY = (
    *("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken", "AuthenticationFailed"),
    *("InvalidAuthenticationInfo", "TokenRefreshRequired", "authError", "InvalidSecurity"),
)
# Answers of 400 and 403 that hold for a moment only.
_PASSING_CODES = ("RequestTimeout", "SlowDown", "ServerBusy", "OperationAborted")
# How S3, Azure and Google say that the time in a request is not theirs.
_WRONG_TIME = re.compile("RequestTimeTooSkewed|[Dd]ate header too old|Check your iat and exp values")
_PASSING = (408, 409, 425, 429)
_TIME_REASON = "A request holds for minutes only, so that nobody can repeat it."
# Where each provider's client looks first.
_KEYS = {
    "s3": "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or ~/.aws/credentials",
    "gs": "GOOGLE_APPLICATION_CREDENTIALS, or gcloud auth application-default login",
    "az": "AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY",
}


def object_fault(name: str, file: str, error: Exception) -> NewsgenError | PassingFault:
    """The exception to raise for one of obstore's at the store of this name; "" for a `file` that matters not."""
    text = str(error)
    status = int(found[1]) if (found := _STATUS.search(text)) else 0
    code = next((group for group in found.groups() if group), "") if (found := _CODE.search(text)) else ""
    where = f"{file}: " if file else ""
    answer = " ".join(filter(None, (str(status or ""), code)))
    if is_bucket_missing(error):
        return no_bucket(name)
    if status == 507 or _FULL.search(code):
        return no_room(name)
    if _WRONG_TIME.search(text):
        fix = "Set the clock of this computer, or let it follow a time server."
        return refusal(name, "the clock of this computer is not that of the server", fix, _TIME_REASON)
    if status == 401 or code in _WRONG_KEY:
        return refusal(name, f"does not accept the credentials ({answer})", _key_fix(name), _key_reason())
    if code in _PASSING_CODES or status in _PASSING or status >= 500:
        return PassingFault(f"{where}the server answers {answer}")
    if status == 403:
        # Who may not list is not even told that a file is missing (Amazon S3 API, GetObject, "Permissions").
        fix = "Give the key the rights to list, read, write and delete there, or use another key."
        return refusal(name, f"{where}the credentials do not allow this ({answer})", fix, _key_reason())
    if status:
        return refusal(name, f"{where}the server answers {answer}", "Look the answer up in the provider's manual.")
    return _unanswered(name, where, text)


def is_bucket_missing(error: Exception) -> bool:
    """Whether the bucket itself is not there, where the server says so."""
    text = str(error)
    return _NO_BUCKET_TEXT in text or any(f"<Code>{code}</Code>" in text for code in _NO_BUCKET)


def no_bucket(name: str) -> NewsgenError:
    """The exception of a bucket that is not there."""
    return refusal(name, "there is no such bucket", "Make it at your provider, or correct its name.")


def _unanswered(name: str, where: str, text: str) -> NewsgenError | PassingFault:
    """The exception of a request that the server did not answer, or of a client that cannot be made."""
    if "without LOCATION" in text:
        fix = 'Name the right one with "region:" under "publish:" in site.yaml, or in AWS_REGION.'
        return refusal(name, "the bucket lies in another region", fix)
    if "HTTP error" in text or "ETag" in text or "error decoding" in text:
        return Unanswered(f"{where}the server cannot be reached, or breaks off")
    if "redential" in text or "Missing" in text or "169.254" in text or "metadata" in text:
        return refusal(name, "there are no credentials", _key_fix(name), _key_reason())
    first = re.sub(r"\?\S*", "", text.split("\n")[0])[:200]
    return refusal(name, f"{where}{first}", "Correct the target, or the settings of its provider.")


def _key_fix(name: str) -> str:
    return f"Set those of the provider: {_KEYS.get(name[:2], _KEYS['az'])}."


def _key_reason() -> str:
    return "newsgen has no credentials of its own; it uses those that the provider's tools use."
