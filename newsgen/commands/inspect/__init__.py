"""The command `newsgen inspect`."""
