"""Related articles."""
