"""Programs that measure newsgen and compare it with others (README.md)."""
