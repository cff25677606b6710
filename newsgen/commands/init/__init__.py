"""The command `newsgen init`."""
