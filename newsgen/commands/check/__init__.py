"""The command `newsgen check`."""
