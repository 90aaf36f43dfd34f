"""The forms that findings are told in, by their names."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from pressroom.check.reporters import github, gitlab, json, junit, markdown, sarif, terminal, text
from pressroom.check.reporters.quoting import Lines, no_lines
from pressroom.model.finding import Finding


class Reporter(Protocol):
    """Writes findings in one form, with a line feed at the end."""

    def __call__(self, findings: Sequence[Finding], lines: Lines = no_lines, /) -> str:
        """Write them; `lines` gives a file's lines, as far as they are known."""


REPORTERS: Mapping[str, Reporter] = {
    "text": text.write,
    "github": github.write,
    "markdown": markdown.write,
    "gitlab": gitlab.write,
    "sarif": sarif.write,
    "json": json.write,
    "junit": junit.write,
}
"""By the name that `--format` knows them by."""

AT_A_TERMINAL: Mapping[str, Reporter] = {"colours": terminal.write_coloured, "plain": terminal.write_plain}
"""What is written instead of `text` where somebody looks at a terminal, with colours or without."""
