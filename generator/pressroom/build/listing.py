"""Listing what a theme has: MkDocs asks for every file of it, and passes over what lies in hidden folders.

Material keeps eleven thousand icons in one. To find and to refuse each of them takes longer than to print a page; so
hidden folders are not looked into. A template that names an icon finds it as before.
"""

import os
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class Visible(FileSystemLoader):
    """A loader that lists no template in a hidden folder."""

    def list_templates(self) -> list[str]:
        """Return the names of all templates that do not lie hidden."""
        return sorted({name for folder in self.searchpath for name in _visible(folder)})


class ListedTheme(Theme):
    """A theme whose templates are listed so."""

    def __init__(self, theme: Theme) -> None:
        """Take over what another theme is."""
        vars(self).update(vars(theme))

    def get_env(self) -> Environment:
        """Return the environment that templates are rendered in."""
        env = super().get_env()
        env.loader = Visible(self.dirs)
        return env


def _visible(top: str) -> Iterator[str]:
    for folder, folders, files in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = "" if folder == top else f"{os.path.relpath(folder, top)}/".replace(os.sep, "/")
        yield from (f"{inside}{name}" for name in files)
