"""The command line: the only place that prints and exits."""

from pressroom.cli.commands import main

__all__ = ["main"]
