"""Let `python -m newsgen` do what the `newsgen` command does."""

from newsgen.cli import main

if __name__ == "__main__":
    main()
