"""Files that belong to nothing, and picture names that make trouble later."""

import posixpath
import re

from pressroom.load.content import Content
from pressroom.load.faults import misnamed, remark
from pressroom.load.media.headers import SUFFIXES
from pressroom.load.names import proposed, renamed
from pressroom.model.roots import EPISODES, ISSUES, PAGES, PUBLICATION, SHOW

_FINE = re.compile(r"[a-z0-9_.-]+")
_ALMOST = {
    "content/publication.yaml": PUBLICATION,
    "podcast/show.yaml": SHOW,
}


def note_strays(content: Content) -> None:
    """Warn of each file that nothing refers to."""
    for path in content.unused():
        message, hint = _stray(path)
        content.notes.warning("stray-file", path, 1, message, hint)
    for path in sorted(content.tree.files):
        _note_picture_name(content, path)


def _stray(path: str) -> tuple[str, str]:
    folder, name = posixpath.split(path)
    if path in _ALMOST:
        return f"Nothing is read from {name}.", f"Rename it to {posixpath.basename(_ALMOST[path])}."
    if posixpath.splitext(name)[1].lower() in SUFFIXES:
        return f"No text uses the picture {name}.", "Use it, or delete it."
    if name.endswith(".md") and folder.startswith((f"{ISSUES}/", f"{PAGES}/")):
        right = PAGES if folder.startswith(PAGES) else "/".join(folder.split("/")[:3])
        return f"{name} lies too deep to be read.", f"Move it into {right}/, or delete it."
    if name.endswith(".md") and folder.startswith(f"{EPISODES}/"):
        return f"{name} is not read; an episode has one text, episode.md.", "Delete it."
    if name.endswith(".md") and folder in ("content", ISSUES):
        hint = f"Move it into its issue's folder, such as {ISSUES}/2026-11/; a standing page, into {PAGES}/."
        return f"{name} lies in no issue's folder, so nobody reads it.", hint
    return f"{name} belongs to nothing here.", "Move it to where it belongs, or delete it."


def _note_picture_name(content: Content, path: str) -> None:
    name = path.rpartition("/")[2]
    if _FINE.fullmatch(name):
        return
    stem, suffix = posixpath.splitext(name)
    if suffix.lower() in SUFFIXES and not content.notes.has(path):
        message = f"{stem}{suffix} has capitals, spaces or other characters that an address spells otherwise."
        hint = f"Rename it to {proposed(stem)}{suffix.lower()}, also where it is used."
        content.notes.add(path, misnamed(remark("picture-name", 1, message, hint), renamed(stem, suffix.lower())))
