"""A secret of the environment never goes out in what was made."""

from pathlib import Path

import pytest

from pressroom.errors import PublishingFailed
from pressroom.publish.secrets import require_none, secrets_of

ENVIRONMENT = {
    "PRESSROOM_SMTP_PASSWORD": "correct horse",
    "PRESSROOM_ANNOUNCE_SLACK": "slack://a/b/c/d\n",
    "PRESSROOM_SMTP_USER": "news@example.com",
    "PRESSROOM_LEDGER_KEY": "short",
    "AWS_SECRET_ACCESS_KEY": "battery staple",
    "HOME": "/home/somebody",
}


def test_what_is_a_secret() -> None:
    assert secrets_of(ENVIRONMENT) == {
        "PRESSROOM_SMTP_PASSWORD": "correct horse",
        "PRESSROOM_ANNOUNCE_SLACK": "slack://a/b/c/d",
        "AWS_SECRET_ACCESS_KEY": "battery staple",
    }


def test_a_secret_in_what_was_made_stops_the_publish_and_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues/index.html").write_text("<p>Log in with battery staple</p>")
    with pytest.raises(
        PublishingFailed, match=r"AWS_SECRET_ACCESS_KEY, a secret, stands in issues/index\.html"
    ) as told:
        require_none([tmp_path], secrets_of(ENVIRONMENT))
    assert "battery" not in f"{told.value.message} {told.value.hint}"


def test_what_holds_none_passes(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>news@example.com</p>")
    (tmp_path / "sound.mp3").write_bytes(b"battery staple by chance")
    require_none([tmp_path], secrets_of(ENVIRONMENT))
    require_none([tmp_path], {})
