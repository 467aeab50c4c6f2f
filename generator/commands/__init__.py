"""Implementation of each command; `cli.py` declares names and options.

Imported on demand, so that a command with nothing to do does not load all this.
"""
