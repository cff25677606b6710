"""The command `newsgen search`."""
