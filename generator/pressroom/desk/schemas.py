"""`pressroom schema`: what editors fill in, as JSON Schemas for the programs that they write in."""

import json
from collections.abc import Iterable
from pathlib import Path

from pressroom.errors import Unwritable
from pressroom.load.fields.schemas import KINDS, schema


def text(kind: str) -> str:
    """Return the JSON Schema of a kind of file, as it stands in a file of its own; raises KeyError for another kind."""
    return json.dumps(schema(KINDS[kind]), ensure_ascii=False, indent=2) + "\n"


def file_name(kind: str) -> str:
    """Return what the file of a kind's schema is called."""
    return f"{kind}.schema.json"


def write(kinds: Iterable[str], folder: Path) -> tuple[Path, ...]:
    """Write the schemas of these kinds into a folder, over those that are there, and return where they are.

    Raises:
        Unwritable: the folder cannot be made, or the files not be written.

    """
    paths = {folder / file_name(kind): text(kind) for kind in kinds}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, whole in paths.items():
            path.write_text(whole, encoding="utf-8", newline="\n")
    except OSError as fault:
        message = f"This cannot be written: {fault.strerror} ({fault.filename})."
        raise Unwritable(message, "Make room or mend the rights, or name another folder.") from fault
    return tuple(paths)
