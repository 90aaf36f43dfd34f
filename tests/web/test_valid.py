"""The HTML checker of the W3C (vnu) finds no error on any page of the sample."""

import json
import subprocess
from pathlib import Path

from tests.web.parts import JAVA, VNU


def test_every_page_is_valid(site: Path) -> None:
    """The message in the browser is left out: mail programs want attributes that HTML has dropped."""
    java, vnu = JAVA.need(), VNU.need()
    pages = sorted(path for path in site.rglob("*.html") if path.name != "email.html")
    assert len(pages) > 90
    checked = subprocess.run([java, "-jar", vnu, "--format", "json", *pages], capture_output=True, check=False)
    messages = json.loads(checked.stderr)["messages"]
    errors = {message["message"]: message for message in messages if message["type"] != "info"}
    assert not errors, "\n".join(map(_told, errors.values()))


def _told(message: dict[str, str]) -> str:
    """Name a fault, where it stands first, and the words round it."""
    return f"{message['message']}\n  {message['url'].rpartition('/site/')[2]}: {message.get('extract', '')}"
