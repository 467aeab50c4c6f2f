"""What each command does; `cli.py` says how it is typed.

They are apart so that a command which has nothing to do does not load all this.
"""
