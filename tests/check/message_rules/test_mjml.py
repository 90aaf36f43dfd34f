"""What MJML compiles from a newsletter: each finding is listed in emails/newsletter.yml, judged by hand to be right."""

import subprocess
from pathlib import Path

import pytest
import yaml
from tests.bench.parts import MJML
from tests.parts import NODE

from pressroom.check import examining

_EMAILS = Path(__file__).parent / "emails"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The newsletter as MJML's own command compiles it."""
    node, mjml = NODE.need(), MJML.need()
    made = tmp_path_factory.mktemp("mjml") / "newsletter.html"
    subprocess.run([node, mjml, _EMAILS / "newsletter.mjml", "-o", made], check=True, capture_output=True)
    return made.read_bytes()


def test_each_finding_in_what_mjml_writes_is_one_that_was_judged(compiled: bytes) -> None:
    judged = yaml.safe_load((_EMAILS / "newsletter.yml").read_text("utf-8"))
    found = examining.file("newsletter.html", compiled)
    assert sorted((one.rule, one.message) for one in found) == sorted((one["rule"], one["says"]) for one in judged)


def test_each_finding_stands_at_what_it_is_about(compiled: bytes) -> None:
    lines = compiled.decode().split("\n")
    quoted = {"not-inlined": ".quiet", "button-size": "Read on", "data-table": "<th", "preheader": "First passengers"}
    for one in examining.file("newsletter.html", compiled):
        nearby = "\n".join(lines[one.line - 1 : one.line + 9])
        assert quoted.get(one.rule, "") in nearby
