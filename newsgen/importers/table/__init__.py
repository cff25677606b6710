"""Tables and records: CSV and its kin, JSON Lines, JSON arrays, and the tables of SQLite."""
