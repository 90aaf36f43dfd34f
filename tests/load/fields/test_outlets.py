"""Where things go: every kind of target, server, quiet hours and channel, and what cannot be one."""

from datetime import UTC, time

import pytest

from pressroom.load import plain_yaml
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.reading import Read, read
from pressroom.model.outlets import Quiet


def read_publication(text: str) -> Read[PublicationFields]:
    return read(PublicationFields, plain_yaml.read(text, 1), UTC)


def faults(text: str) -> list[tuple[str, str]]:
    """Return the rule and the words of each fault but those of fields that are missing."""
    found = read_publication(text).faults
    return [(fault.rule, f"{fault.message} {fault.hint}") for fault in found if fault.rule != "missing-field"]


@pytest.mark.parametrize(
    "target",
    [
        "folder:/srv/www/newsletter",
        "folder:public site",
        "ssh://web/srv/www",
        "ssh://deploy@web.example.com:2222/srv/www/news",
        "s3://bucket",
        "s3://bucket/news",
        "gs://bucket/news",
        "az://container",
        "git:pages",
        "git:sites/gh-pages",
        "handover:public",
    ],
)
def test_a_target_is_taken_as_it_is_written(target: str) -> None:
    fields = read_publication(f"deploy: {{to: '{target}'}}\n").fields
    assert fields.deploy is not None
    assert fields.deploy.to == target


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("/srv/www", "begins with none of"),
        ("ssg://web/srv", "Write to: ssh://deploy@web.example.com/srv/www/newsletter"),
        ("s3:bucket", "names no host that can be"),
        ("s3://key:hush@bucket", "has a name or a password in it"),
        ("ssh://ada:hush@web/srv", "has a name or a password in it"),
        ("ssh://-oProxyCommand=x@web/srv", "has a user's name that cannot be"),
        ("ssh://-web/srv", "names no host that can be"),
        ("ssh://web", "names no folder"),
        ("ssh://web/srv/$(id)", "signs that cannot be"),
        ("ssh://web/srv/../etc", "leads upwards"),
        ("ssh://web:port/srv", "names no host that can be"),
        ("s3://bucket/news?x=1", "goes on after a ? or #"),
        ("folder:/", "names no folder that can be"),
        ("folder:../up", "leads upwards"),
        ("git:-x", "names no branch that can be"),
        ("git:a..b", "names no branch that can be"),
    ],
)
def test_a_target_that_cannot_be(target: str, says: str) -> None:
    [(rule, words)] = faults(f"deploy: {{to: '{target}'}}\n")
    assert rule == "target"
    assert says in words
    assert "hush" not in words


@pytest.mark.parametrize("server", ["smtp://localhost:2525", "smtps://mail.example.com", "maildir:/var/outbox"])
def test_a_server_is_taken_as_it_is_written(server: str) -> None:
    fields = read_publication(f"mail: {{server: '{server}'}}\n").fields
    assert fields.mail is not None
    assert fields.mail.server == server


@pytest.mark.parametrize(
    ("server", "says"),
    [
        ("mail.example.com", "Write server: smtps://mail.example.com"),
        ("smtps://ada:hush@mail.example.com", "has a name or a password in it"),
        ("smtp://mail.example.com/inbox", "goes on behind its name"),
    ],
)
def test_a_server_that_cannot_be(server: str, says: str) -> None:
    [(rule, words)] = faults(f"mail: {{server: '{server}'}}\n")
    assert rule == "target"
    assert says in words
    assert "hush" not in words


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("20:00-07:00", Quiet(begins=time(20), ends=time(7))),
        ("20-7", Quiet(begins=time(20), ends=time(7))),
        ("22.30 – 24:00", Quiet(begins=time(22, 30), ends=time(0))),
    ],
)
def test_quiet_hours(written: str, hours: Quiet) -> None:
    fields = read_publication(f"mail: {{quiet: '{written}'}}\n").fields
    assert fields.mail is not None
    assert fields.mail.quiet == hours


@pytest.mark.parametrize("written", ["at night", "20:00", "20:00-20:00", "24:30-07:00", "25-7"])
def test_hours_that_cannot_be(written: str) -> None:
    [(rule, words)] = faults(f"mail: {{quiet: '{written}'}}\n")
    assert rule == "quiet-hours"
    assert "Write quiet: 20:00-07:00" in words


def test_a_channel_is_a_name_and_its_address_is_never_shown() -> None:
    assert read_publication("announce: [slack, town-hall]\n").fields.announce == ("slack", "town-hall")
    [(rule, words)] = faults("announce: ['slack://token/hush']\n")
    assert rule == "channel"
    assert "PRESSROOM_ANNOUNCE_SLACK" in words
    assert "hush" not in words
