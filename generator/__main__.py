"""Entry point of `python -m generator`, the same as the command `writing-site`."""

from generator.cli import main

if __name__ == "__main__":
    main()
