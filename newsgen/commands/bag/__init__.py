"""The command `newsgen bag`."""
