"""The index of all articles in SQLite, and every question a page may ask of it."""
