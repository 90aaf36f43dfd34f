from tests.builders import publication
from tests.check.judging import found

from pressroom.model.outlets import Deploy

_PLACED = Deploy(to="ssh://web/srv/www")

CLEAN = publication(deploy=_PLACED.but(access="wall"))
FAULTY = publication(deploy=_PLACED)


def test_an_internal_site_says_what_keeps_strangers_out() -> None:
    [finding] = found("open-door", FAULTY)
    assert "Nothing in `deploy` says" in finding.message


def test_a_sign_on_or_the_companys_network_keeps_them_out() -> None:
    assert found("open-door", CLEAN) == []
    assert found("open-door", publication(deploy=_PLACED.but(access="network"))) == []


def test_what_is_public_or_stays_here_needs_no_door() -> None:
    assert found("open-door", publication(deploy=_PLACED, visibility="public")) == []
    assert found("open-door", publication()) == []
