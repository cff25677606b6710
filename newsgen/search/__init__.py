"""Full-text search: what a text is found by, the same in the build and in the reader's browser."""
