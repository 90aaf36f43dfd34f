import pytest
from tests.builders import publication
from tests.check.judging import found

from pressroom.model.outlets import Deploy, PrivateFeeds
from pressroom.model.publication import Publication


def _to(target: str) -> Publication:
    return publication(deploy=Deploy(private=PrivateFeeds(to=target)))


CLEAN = _to("ssh://deploy@web.example.com/srv/www/listen")
FAULTY = _to("s3://bucket/listen")


@pytest.mark.parametrize("target", ["s3://bucket/listen", "gs://b", "az://b", "git:listen", "handover:listen"])
def test_listeners_addresses_are_not_put_where_others_read_them(target: str) -> None:
    [finding] = found("private-target", _to(target))
    assert f"is {target.partition(':')[0]}:, which would show" in finding.message
    assert "ssh://" in finding.hint


@pytest.mark.parametrize("target", ["", "folder:/srv/www/listen", "ssh://deploy@web.example.com/srv/www/listen"])
def test_a_folder_here_or_on_another_machine_is_fine(target: str) -> None:
    assert found("private-target", _to(target)) == []
