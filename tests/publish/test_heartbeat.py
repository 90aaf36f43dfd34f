"""Signs of life during long steps: the ledger stays this publisher's, and is not written without need."""

from datetime import timedelta

import pytest
from tests.publish.newsroom import Press, Watch

from pressroom.publish import placing
from pressroom.publish.deploy.deploying import Deployed, deploy
from pressroom.publish.deploy.survey import Built
from pressroom.publish.deploy.target import Progress, Target
from pressroom.publish.heartbeat import EVERY, Heartbeat
from pressroom.publish.ledger.files import open_sqlite
from pressroom.publish.ledger.leases import LEASE, current
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.status import status
from pressroom.publish.verify import verifying
from pressroom.publish.verify.verifying import Patience


class Counted(Ledger):
    """Counts how often somebody makes sure that it is still theirs."""

    times = 0

    def checkpoint(self) -> None:
        self.times += 1


def test_it_is_given_when_it_is_time_and_no_more_often(press: Press) -> None:
    plain, clock = open_sqlite(press.root / ".pressroom/ledger.sqlite"), Watch()
    ledger = Counted(plain.engine, plain.lock, plain.carrier)
    heart = Heartbeat(ledger, clock)
    given = []
    for _ in range(7):
        clock.pause(EVERY / 2)
        heart.beat()
        heart.beat()
        given.append(ledger.times)
    assert given == [0, 1, 1, 2, 2, 3, 3]
    ledger.close()


def test_the_lease_outlasts_a_deploy_of_an_hour(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.configure(ledger="git")
    press.environment["PRESSROOM_LEDGER_KEY"] = "k" * 32
    press.commit()
    press.remote()
    seen = []

    def slowly(target: Target, built: Built, progress: Progress) -> Deployed:
        done = progress.step("files", 60)
        for _ in range(60):
            press.clock.pause(60)
            done()
            found = status(press.office)
            seen.append(bool(found and found.publisher))
        return deploy(target, built, progress)

    monkeypatch.setattr(placing, "deploy", slowly)
    press.publish()
    assert seen == [True] * 60
    assert press.sealed() == {"2026-11"}


def test_the_lease_outlasts_a_site_that_takes_its_time(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[timedelta] = []

    def verify(*values: object) -> object:
        patience = values[-1]
        assert isinstance(patience, Patience)
        for pause in (LEASE / 2,) * 3:
            patience._wait(pause.total_seconds())
        with opened.read() as connection:
            lease = current(connection)
        assert lease
        left.append(lease.until - press.clock.now())
        return verifying.verify(*values)  # type: ignore[arg-type]  # as it was called

    press.publish()
    press.issue(text="Hello, again.")
    opened = open_sqlite(press.root / ".pressroom/ledger.sqlite")
    monkeypatch.setattr(placing, "verify", verify)
    press.publish()
    opened.close()
    assert left[0] > timedelta(minutes=4)
