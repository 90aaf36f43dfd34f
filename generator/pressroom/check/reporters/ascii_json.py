"""JSON in ASCII: nothing in a text or a file's name can act on a terminal."""

import json


def dump(report: object) -> str:
    """Return a report as JSON, indented, with a line feed at its end."""
    return json.dumps(report, indent=2, ensure_ascii=True).replace("\x7f", "\\u007f") + "\n"
