"""The records of a web archive's files: where each begins, what it says of itself, and how it is read again."""
