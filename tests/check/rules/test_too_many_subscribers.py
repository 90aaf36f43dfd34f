from tests.builders import publication, show
from tests.check.judging import found

from pressroom.model.outlets import Deploy, PrivateFeeds
from pressroom.model.publication import Publication
from pressroom.model.subscriber import MOST_STATIC, Subscribers


def _with(number: int, server: str = "static", access: str = "private") -> Publication:
    subscribers = Subscribers(ids={f"s{one}": 1 for one in range(number)})
    deploy = Deploy(private=PrivateFeeds.from_dict({"server": server}))
    return publication(deploy=deploy, show=show(access=access, subscribers=subscribers))


CLEAN = _with(MOST_STATIC)
FAULTY = _with(MOST_STATIC + 1)


def test_a_static_host_is_good_for_two_thousand() -> None:
    assert found("too-many-subscribers", CLEAN) == []
    [finding] = found("too-many-subscribers", FAULTY)
    assert "2,001 subscribers" in finding.message
    assert "server: nginx" in finding.hint


def test_nginx_and_an_open_show_have_no_such_bound() -> None:
    assert found("too-many-subscribers", _with(MOST_STATIC + 1, server="nginx")) == []
    assert found("too-many-subscribers", _with(MOST_STATIC + 1, access="open")) == []
    assert found("too-many-subscribers", publication()) == []
