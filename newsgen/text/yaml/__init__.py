"""YAML without type coercion, read with line numbers and written a line at a time."""
