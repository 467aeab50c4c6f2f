"""Entry point of `python -m generator` and of the command `writing-site`."""

from generator.cli import main
from generator.process_exit import quick_exit


def run() -> None:
    """Run the command line; raises SystemExit with its exit code."""
    with quick_exit():
        main()


if __name__ == "__main__":
    run()
