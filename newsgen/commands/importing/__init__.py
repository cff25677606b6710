"""The command `newsgen import`, with one subcommand a format."""
