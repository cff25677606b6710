"""Run the command line: `python -m newsgen` is the same as `newsgen`."""

from newsgen.cli import main

if __name__ == "__main__":
    main()
