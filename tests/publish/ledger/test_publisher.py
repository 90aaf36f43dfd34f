"""Who this process is, for people and for those who come next."""

import os
import platform

import pytest
from tests.publish.ledger.kinds import publisher

from pressroom.publish.ledger.publisher import Publisher, this_publisher

GITHUB = {"GITHUB_RUN_ID": "4711", "GITHUB_RUN_ATTEMPT": "2", "GITHUB_REPOSITORY": "acme/news", "GITHUB_JOB": "publish"}
GITLAB = {"CI_PIPELINE_ID": "12", "CI_JOB_ID": "100", "CI_JOB_NAME": "publish"}


@pytest.mark.parametrize(
    ("environment", "label"),
    [
        (GITHUB, "GitHub run 4711, attempt 2"),
        (GITLAB, "GitLab pipeline 12, job publish (100)"),
        ({}, "process "),
        ({**GITHUB, "GITHUB_RUN_ID": "no number"}, "process "),
        ({"CI_PIPELINE_ID": "12"}, "process "),
    ],
)
def test_people_are_told_who_it_is(environment: dict[str, str], label: str) -> None:
    assert this_publisher(environment).label.startswith(label)


def test_outside_of_ci_it_is_a_process_on_a_host() -> None:
    assert this_publisher({}).label == f"process {os.getpid()} on host {platform.node()}"


def test_a_label_is_one_short_line() -> None:
    label = this_publisher({**GITLAB, "CI_JOB_NAME": "a\nb\x1b[31m" + "c" * 500}).label
    assert label.isprintable()
    assert len(label) == 100


def test_no_two_are_the_same() -> None:
    assert this_publisher({}).owner != this_publisher({}).owner


def test_this_process_lives() -> None:
    assert not this_publisher({}).follows(this_publisher({}))


@pytest.mark.parametrize(("started", "dead"), [("1", True), ("", True)])
def test_a_number_that_was_given_out_again_is_another_process(started: str, *, dead: bool) -> None:
    me = this_publisher({})
    other = publisher("other", machine=me.machine, process=f"{os.getpid()}:{started}")
    assert me.follows(other) is dead


def test_another_users_process_lives() -> None:
    me = this_publisher({})
    first = publisher("first of all", machine=me.machine, process="1:1")
    assert me.follows(first)  # it lives, and started at another time


def test_where_machines_cannot_be_told_apart_nobody_is_known_to_be_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.read_text", _fails)
    me = this_publisher({})
    assert me.machine == ""
    assert not me.follows(Publisher(owner="o", label="l"))


def test_a_living_process_of_which_nothing_more_is_known_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    me = this_publisher({})
    monkeypatch.setattr("pathlib.Path.read_text", _fails)
    assert not me.follows(publisher("other", machine=me.machine, process=f"{os.getppid()}:17"))


def test_what_may_not_be_asked_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError

    me = this_publisher({})
    monkeypatch.setattr(os, "kill", forbidden)
    assert not me.follows(publisher("other", machine=me.machine, process=me.process))


def _fails(*_: object, **__: object) -> str:
    raise OSError
