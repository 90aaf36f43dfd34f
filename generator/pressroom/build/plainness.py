"""Plainness: whether an mkdocs.yml says nothing that could bring in code, or anything of the machine's."""

from collections.abc import Iterator
from typing import Any

import yaml

_OURS = {"site_name", "docs_dir", "site_dir", "theme", "extra", "plugins"}
"""What it may say; a hook, another file or plugin could bring in anything."""


def says_nothing_else(data: bytes) -> bool:
    """Tell whether an mkdocs.yml says nothing but what pages are known not to follow from."""
    try:
        root = yaml.compose(data.decode(), yaml.SafeLoader)
    except (UnicodeDecodeError, yaml.YAMLError):
        return False  # the engine says what is wrong with it
    if not isinstance(root, yaml.MappingNode) or not all(isinstance(key, yaml.ScalarNode) for key, _ in root.value):
        return False
    said = {key.value: value for key, value in root.value}
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
