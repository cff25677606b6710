"""The authors whom a byline names."""
