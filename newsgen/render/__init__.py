"""From a `Page` and the theme to bytes."""
