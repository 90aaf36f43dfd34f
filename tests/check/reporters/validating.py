"""Comparing reports with the schemas in schemas/."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, Draft202012Validator

_FOLDER = Path(__file__).with_name("schemas")


def _schema(name: str) -> Any:
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))


_GITLAB = Draft202012Validator(_schema("gitlab-code-quality.json"))
_SARIF = Draft4Validator(_schema("sarif-2.1.0.json"))


def of_gitlab(report: str) -> list[str]:
    """Return what is wrong with a code quality report."""
    return [fault.message for fault in _GITLAB.iter_errors(json.loads(report))]


def of_sarif(report: str) -> list[str]:
    """Return what is wrong with a SARIF log."""
    return [fault.message for fault in _SARIF.iter_errors(json.loads(report))]
