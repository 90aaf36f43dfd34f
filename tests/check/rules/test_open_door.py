from tests.builders import publication
from tests.check.judging import found

from pressroom.model.outlets import Deploy

PLACED = Deploy(to="ssh://web/srv/www")


def test_an_internal_site_says_what_keeps_strangers_out() -> None:
    [finding] = found("open-door", publication(deploy=PLACED))
    assert "Nothing in `deploy` says" in finding.message


def test_what_keeps_strangers_out_is_said() -> None:
    for access in ("wall", "network"):
        assert found("open-door", publication(deploy=PLACED.model_copy(update={"access": access}))) == []


def test_what_is_public_or_stays_here_needs_no_door() -> None:
    assert found("open-door", publication(deploy=PLACED, visibility="public")) == []
    assert found("open-door", publication()) == []
