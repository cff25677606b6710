"""How many examples Hypothesis tries."""

from hypothesis import settings


def times(factor: float) -> settings:
    """As many examples as the profile says, times a factor: more for a cheap test, fewer for one that is not."""
    assert settings.default
    return settings(max_examples=max(1, round(factor * settings.default.max_examples)))
