"""What the answers of object stores mean."""

import pytest

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.object_errors import object_fault
from newsgen.output.publishing.stores.store import PassingFault

ANSWER = "Error performing PUT https://s3.example/a?sig=secret in 1ms - Server returned non-2xx status code: {} Words: "


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (403, "<Code>InvalidAccessKeyId</Code>", "does not accept the credentials (403 InvalidAccessKeyId)"),
        (403, "<Code>SignatureDoesNotMatch</Code>", "does not accept the credentials (403 SignatureDoesNotMatch)"),
        (400, "<Code>ExpiredToken</Code>", "does not accept the credentials (400 ExpiredToken)"),
        (401, '{"error": {"errors": [{"reason": "authError"}]}}', "does not accept the credentials (401 authError)"),
        (403, "<Code>AccessDenied</Code>", "a.html: the credentials do not allow this (403 AccessDenied)"),
        (403, "<Code>QuotaExceeded</Code>", "has no room left"),
        (507, "<Code>XMinioStorageFull</Code>", "has no room left"),
        (404, "<Code>NoSuchBucket</Code>", "there is no such bucket"),
        (404, "<Code>ContainerNotFound</Code>", "there is no such bucket"),
        (404, '{"message": "The specified bucket does not exist."}', "there is no such bucket"),
        (403, "<Code>RequestTimeTooSkewed</Code>", "the clock of this computer is not that of the server"),
        (
            403,
            "<Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Request date header too old: 'Fri'",
            "the clock of this computer is not that of the server",
        ),
        (405, "", "a.html: the server answers 405"),
    ],
)
def test_some_faults_stay(status: int, body: str, message: str) -> None:
    fault = object_fault("s3://paper", "a.html", Exception(ANSWER.format(status) + body))
    assert isinstance(fault, NewsgenError)
    assert str(fault).split("\n")[0] == f"s3://paper: {message}"
    assert "secret" not in str(fault)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ANSWER.format(503) + "<Code>SlowDown</Code>", "a.html: the server answers 503 SlowDown"),
        (ANSWER.format(500), "a.html: the server answers 500"),
        (ANSWER.format(429), "a.html: the server answers 429"),
        (ANSWER.format(400) + "<Code>RequestTimeout</Code>", "a.html: the server answers 400 RequestTimeout"),
        ("Error performing PUT https://s3.example in 1ms - HTTP error: error sending request", None),
        ("Unable to extract metadata from headers: ETag Header missing from response", None),
    ],
)
def test_others_may_pass(text: str, message: str | None) -> None:
    fault = object_fault("s3://paper", "a.html", Exception(text))
    assert isinstance(fault, PassingFault)
    assert str(fault) == (message or "a.html: the server cannot be reached, or breaks off")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Received redirect without LOCATION, this normally indicates …", "the bucket lies in another region"),
        ("Error fetching the metadata token from http://169.254.169.254", "there are no credentials"),
        ("Something https://s3.example/a?sig=secret\nmore", "a.html: Something https://s3.example/a"),
    ],
)
def test_what_the_client_says_itself_is_told(text: str, message: str) -> None:
    fault = object_fault("s3://paper", "a.html", Exception(text))
    assert isinstance(fault, NewsgenError)
    assert str(fault).split("\n")[0] == f"s3://paper: {message}"


@pytest.mark.parametrize(
    ("name", "names"),
    [("s3://paper", "AWS_ACCESS_KEY_ID"), ("gs://paper", "GOOGLE_APPLICATION"), ("az://paper", "AZURE_STORAGE")],
)
def test_where_the_provider_looks_for_credentials_is_said(name: str, names: str) -> None:
    assert names in str(object_fault(name, "", Exception(ANSWER.format(401))))
