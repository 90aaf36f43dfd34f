"""What readers of other makes find in a message: Python's parser, Perl's, and a mail program's."""

import json
import os
import pty
import subprocess
from collections.abc import Mapping
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from tests.mail.letters import NAMES, SENT_BY, SUBJECTS, hostile, sample
from tests.mail.parts import MIME_TOOLS, NEOMUTT

from pressroom.model.message import Message

_SCRIPT = Path(__file__).with_name("read.pl")


def test_python_finds_no_defect_and_both_parts_in_each_message_of_the_sample() -> None:
    for message in sample():
        _require_both_parts(message)


@pytest.mark.parametrize("name", NAMES)
def test_python_finds_none_in_one_that_is_hard_to_read(name: str) -> None:
    _require_both_parts(hostile(name))


def _require_both_parts(message: Message) -> None:
    read = message_from_bytes(message.eml, policy=policy.default)
    assert not read.defects
    parts = {part.get_content_type(): str(part.get_content()) for part in read.iter_parts()}
    assert list(parts) == ["text/plain", "text/html"]
    assert [text.replace("\r\n", "\n") for text in parts.values()] == [message.text, message.html]


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_too_long_and_no_list_field_is_encoded(name: str) -> None:
    head, _, body = hostile(name).eml.partition(b"\r\n\r\n")
    assert max(map(len, head.split(b"\r\n"))) <= 998
    assert max(map(len, body.split(b"\r\n"))) <= 76
    (stop,) = (field for field in head.replace(b"\r\n ", b" ").split(b"\r\n") if field.startswith(b"List-Unsub"))
    assert stop.startswith(b"List-Unsubscribe: <")
    assert stop.endswith(b">")
    assert b"=?" not in stop


@pytest.mark.parametrize("name", NAMES)
def test_perl_reads_the_same(name: str) -> None:
    MIME_TOOLS.need()
    message = hostile(name)
    read = _read_by_perl(message.eml)
    assert (read["type"], read["complaints"]) == ("multipart/alternative", [])
    assert [part["type"] for part in read["parts"]] == ["text/plain", "text/html"]
    assert [part["text"].replace("\r\n", "\n") for part in read["parts"]] == [message.text, message.html]
    assert read["head"]["From"] == SENT_BY.get(name, "The Bench <news@example.com>")


@pytest.mark.parametrize("name", SUBJECTS)
def test_perl_reads_the_subject_as_it_was_written(name: str) -> None:
    MIME_TOOLS.need()
    assert _read_by_perl(hostile(f"subject: {name}").eml)["head"]["Subject"] == SUBJECTS[name]


def _read_by_perl(letter: bytes) -> Mapping[str, Any]:
    done = subprocess.run(["perl", _SCRIPT], input=letter, capture_output=True, check=True)
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


_SETTINGS = """
set wait_key = no
set charset = utf-8
set folder = .
"""
"""Without a folder NeoMutt would ask whether to make one."""


@pytest.mark.parametrize("name", ["subject: Arabic", "subject: emoji", "text: 8-bit", "sender: IDN", "sample"])
def test_a_mail_program_shows_both_parts(tmp_path: Path, name: str) -> None:
    message = sample()[0] if name == "sample" else hostile(name)
    plain, html = _shown(message.eml, tmp_path)
    assert (plain, html) == (message.text, message.html)


def _shown(letter: bytes, folder: Path) -> list[str]:
    """Open a message in NeoMutt, go to its list of parts, and have it hand out each."""
    program = NEOMUTT.need()
    for name in ("cur", "new", "tmp"):
        (folder / "box" / name).mkdir(parents=True)
    (folder / "box/cur/1.a:2,S").write_bytes(letter.replace(b"\r\n", b"\n"))
    (folder / "settings").write_text(_SETTINGS)
    keys = "".join(f"<next-entry><pipe-entry>cat > {kind}<enter>" for kind in ("plain", "html"))
    command: list[str | Path] = [
        program,
        "-n",
        "-F",
        "settings",
        "-R",
        "-f",
        "box",
        "-e",
        f'push "<view-attachments>{keys}<exit><quit>"',
    ]
    screen, terminal = pty.openpty()
    surroundings = {"TERM": "xterm", "LANG": "C.UTF-8", "HOME": str(folder), "PATH": os.environ["PATH"]}
    with subprocess.Popen(
        command, cwd=folder, env=surroundings, stdin=terminal, stdout=terminal, stderr=terminal
    ) as process:
        os.close(terminal)
        drawn = _drain(screen)
        assert process.wait(timeout=30) == 0, drawn
    return [(folder / kind).read_text(encoding="utf-8") for kind in ("plain", "html")]


def _drain(screen: int) -> bytes:
    """Take what a program draws until it ends, so that it never waits for room."""
    drawn = b""
    try:
        while data := os.read(screen, 65_536):
            drawn += data
    except OSError:  # what Linux gives once nobody has the other end
        pass
    os.close(screen)
    return drawn
