"""The formats that `newsgen import` reads: one subcommand a module, with the options of its own."""
