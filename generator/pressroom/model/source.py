"""Where a noun was written: its file, and the line of each of its fields."""

from collections.abc import Mapping

from pressroom.model.base import Model


class Source(Model):
    """A file of the publication, and where in it each field stands."""

    path: str
    """Relative to the publication's root, with forward slashes."""

    lines: Mapping[str, int] = {}
    """From a field (`title`, or `chapters.2.start`, counted from 0) to its line, counted from 1."""

    broken: bool = False
    """Whether the file could not be read or parsed; what it holds is then a stand-in."""

    def line(self, field: str) -> int:
        """Return the line of a field, of the nearest field around it, or 1."""
        while field not in self.lines and "." in field:
            field = field.rpartition(".")[0]
        return self.lines.get(field, 1)

    def place(self, field: str) -> str:
        """Return where a field stands, as findings name it: `podcast/show.yml:3`."""
        return f"{self.path}:{self.line(field)}"
