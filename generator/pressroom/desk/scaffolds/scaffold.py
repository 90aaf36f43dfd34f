"""A scaffold: the files that a new publication, issue, story, show or episode begins with."""

from collections.abc import Mapping
from pathlib import Path

from pressroom.model.base import Model


class Scaffold(Model):
    """What is to be written, as values; paths are relative to the publication's root, with forward slashes."""

    texts: Mapping[str, str]
    """From a file's path to what is in it."""

    pictures: Mapping[str, bytes] = {}
    """From a picture's path to what is in its file."""

    copies: Mapping[str, Path] = {}
    """From a file's path to the file that it is copied from."""
