"""What a careful editor wants to know before publishing: one rule a module, each named in `newsgen.checks.names`."""
