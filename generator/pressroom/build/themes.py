"""Reading a theme's folders into a value that renderers can be handed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from pressroom.errors import Unreadable
from pressroom.fingerprints import Fingerprints
from pressroom.model.base import Malformed
from pressroom.model.theme import Theme
from pressroom.store import Store

_READ = {".html", ".css", ".txt"}

_KIND = "theme"


def open_theme(folders: Sequence[Path], store: Store) -> Theme:
    """Return a theme as `read_theme` does, as it was kept or read now.

    Raises:
        Unreadable: as `read_theme`.

    """
    if not store.keeps:
        return read_theme(folders)
    name = digest(folders, store)
    data = store.get(_KIND, name)
    try:
        return Theme.from_json(data or b"")
    except Malformed:
        theme = read_theme(folders)
        if digest(folders, store) == name:  # nobody has saved one of its files meanwhile
            with suppress(UnicodeEncodeError):  # a file's name may be no text
                store.put(_KIND, name, theme.to_json())
        return theme


def read_theme(folders: Sequence[Path]) -> Theme:
    """Read the templates, styles and phrases of a theme; a file in an earlier folder hides its namesake in a later.

    Raises:
        Unreadable: a file of the theme cannot be read or is no UTF-8, or its phrases are no simple list of words.

    """
    files: dict[str, str] = {}
    phrases: dict[str, Mapping[str, str]] = {}
    for folder in reversed(folders):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder).as_posix()
            if path.suffix in _READ:
                files[name] = _text(path)
            elif name.startswith("phrases/") and path.suffix == ".yml":
                phrases[path.stem] = {**phrases.get(path.stem, {}), **_phrases(path)}
    return Theme(files=files, phrases=phrases)


def digest(folders: Sequence[Path], store: Store) -> str:
    """Return the digest of all that lies in a theme's folders."""
    whole = sha256()
    for folder in folders:
        prints = Fingerprints(folder, store)
        for path in sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()):
            whole.update(f"{path}\n{prints.digest(path)}\n".encode("utf-8", "surrogatepass"))
        whole.update(b"\n")
        prints.keep()
    return whole.hexdigest()


def _phrases(path: Path) -> Mapping[str, str]:
    import yaml  # noqa: PLC0415  a theme that was kept needs none of it

    # This one makes text of everything, even of `no`; in C, where PyYAML was built with it.
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        words = yaml.load(_text(path), loader)  # noqa: S506  it makes nothing but text
    except yaml.YAMLError as fault:
        raise Unreadable(f"{path}: these phrases cannot be read: {fault}", "Write one `name: words` a line.") from fault
    if not isinstance(words, dict) or not all(isinstance(word, str) for word in words.values()):
        raise Unreadable(f"{path}: these phrases are not a simple list.", "Write one `name: words` a line.")
    return words


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        message = f"{path}: this file of the theme cannot be read: {fault.strerror}."
        raise Unreadable(message, "Mend its rights, or remove it.") from fault
    except UnicodeDecodeError as fault:
        raise Unreadable(f"{path}: this file of the theme is not UTF-8.", "Save it as UTF-8.") from fault
