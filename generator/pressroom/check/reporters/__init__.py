"""Reporters: findings as text for people and as data for tools."""

from collections.abc import Callable, Mapping, Sequence

from pressroom.check.reporters import json, text
from pressroom.model.finding import Finding

REPORTERS: Mapping[str, Callable[[Sequence[Finding]], str]] = {"text": text.write, "json": json.write}
"""By the name that `--format` knows them by."""
