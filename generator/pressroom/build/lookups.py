"""Looking up what a template names: nearly all that a page reads stands in dictionaries, where Jinja looks last."""

from typing import Any

from jinja2 import Environment

_OWN = frozenset(dir(dict))
"""What every dictionary has itself, such as `items`; of a key with such a name Jinja makes that."""


def quicken(env: Environment) -> None:
    """Have an environment find `page.meta.title` in a dictionary at once; what it finds stays the same."""
    usual = env.getattr

    def look_up(obj: Any, attribute: str) -> Any:
        known = type(obj) is dict and attribute in obj and attribute not in _OWN
        return obj[attribute] if known else usual(obj, attribute)

    env.getattr = look_up  # type: ignore[method-assign]  # MkDocs makes the environment, and no subclass of ours
