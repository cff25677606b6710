"""The command `newsgen verify`."""
