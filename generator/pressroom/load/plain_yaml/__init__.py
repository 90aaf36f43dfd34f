"""YAML as editors mean it: text with line numbers, and nothing that is guessed, repeated or run."""

from pressroom.load.plain_yaml.document import Document, Value, below
from pressroom.load.plain_yaml.reading import read

__all__ = ["Document", "Value", "below", "read"]
