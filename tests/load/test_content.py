import os

import pytest
from tests.load.building import STORY, Press, place

from pressroom.load.content import Content
from pressroom.store import Store


def test_a_file_that_may_not_be_read_is_told(newsletter: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: os.PathLike[str], flags: int) -> int:
        if str(path).endswith("fog.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    (finding,) = newsletter.load().findings

    assert place(finding) == f"{STORY}:1 unreadable-file"
    assert "Permission denied" in finding.message


def test_what_became_a_pipe_meanwhile_is_not_waited_for(newsletter: Press) -> None:
    content = Content.of(newsletter.root, Store(None))
    newsletter.write({STORY: os.mkfifo})

    with pytest.raises(OSError, match="no plain file"):
        content.open(STORY)
    assert content.text(STORY) is None
    assert [place(finding) for finding in content.notes.findings()] == [f"{STORY}:1 unreadable-file"]


def test_what_became_a_link_meanwhile_is_not_followed(newsletter: Press) -> None:
    content = Content.of(newsletter.root, Store(None))
    newsletter.write({STORY: lambda path: path.symlink_to("/etc/passwd")})

    with pytest.raises(OSError, match="symbolic link"):
        content.open(STORY)
