"""The engine's settings: what a publication's mkdocs.yml may say and its pages still follow from what is known here."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from pressroom.build.places import Places
from pressroom.build.themes import digest
from pressroom.store import Store

_OURS = {"site_name", "docs_dir", "site_dir", "theme", "extra", "plugins"}
"""What it may say; a hook, another file or plugin could bring in anything."""


def design(places: Places, store: Store) -> str:
    """Return what every page follows from beside itself and the program, as digests: the theme and mkdocs.yml.

    Raises:
        OSError: a file of these cannot be read.

    """
    return f"{digest(places.themes('website'), store)} {sha256(places.config().read_bytes()).hexdigest()}"


def is_plain(config: Path) -> bool:
    """Tell whether pages follow from what is known here: mkdocs.yml brings in no code and nothing of the machine's."""
    try:
        root = yaml.compose(config.read_text(encoding="utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return False  # the engine says what is wrong with it
    said = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    named: Any = said.get("plugins")
    plugins = [one.value for one in named.value] if isinstance(named, yaml.SequenceNode) else []
    theme: Any = said.get("theme")
    own = isinstance(theme, yaml.MappingNode) and all(key.value != "custom_dir" for key, _ in theme.value)
    return bool(said) and said.keys() <= _OURS and plugins == ["pressroom"] and own and not any(_foreign(root))


def _foreign(node: Any) -> Iterator[bool]:
    """Give whether each part of a YAML document is of a kind that is no plain YAML, such as `!ENV`."""
    yield not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _foreign(part)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _foreign(part)
