"""What would happen, in a table."""

from datetime import UTC, datetime

from tests.builders import episode, issue, publication, show

from pressroom.model.edition import Audience
from pressroom.model.outlets import Delivery, Deploy
from pressroom.model.publication import Mail, Publication
from pressroom.publish.desired import due
from pressroom.publish.plan import plan

NOW = datetime(2026, 12, 1, tzinfo=UTC)
EARLIER = datetime(2026, 5, 1, tzinfo=UTC)
AUDIENCES = (
    Audience(id="desk", language="en", to="all@example.com"),
    Audience(id="quay", language="nl", recipients="quay.csv"),
    Audience(id="crew", language="nl", recipients="crew.csv"),
)


def table(of: Publication) -> list[str]:
    return plan(of, due(of, NOW, ()), {"quay": 1412}).table().splitlines()


def test_each_effect_has_a_line_and_nobody_is_named() -> None:
    of = publication(
        issue(episode="captain"),
        show=show(episode("captain", date=EARLIER), episode("quay", date=EARLIER)),
        audiences=AUDIENCES,
        announce=("slack",),
        deploy=Deploy(to="s3://bucket", access="wall"),
        mail=Mail(delivery=Delivery(server="smtps://mail.example.com")),
    )
    assert table(of) == [
        "What             Where                                         How many",
        "the site         s3://bucket                                   what has changed",
        "episode captain  with its issue",
        "episode quay     chat: slack                                   1 notice",
        "issue 2026-11    email to desk (en), smtps://mail.example.com  1 message, to a distribution list",
        "issue 2026-11    email to quay (nl), smtps://mail.example.com  1,412 messages",
        "issue 2026-11    email to crew (nl), smtps://mail.example.com  no list of crew.csv here",
        "issue 2026-11    chat: slack                                   1 notice",
    ]


def test_with_nothing_configured_all_of_it_stays_here() -> None:
    assert table(publication(issue(), audiences=AUDIENCES[:1])) == [
        "What           Where                                          How many",
        "the site       folder:.pressroom/live                         what has changed",
        "issue 2026-11  email to desk (en), maildir:.pressroom/outbox  1 message, to a distribution list",
    ]


def test_without_audiences_nobody_gets_an_email() -> None:
    assert table(publication(issue()))[-1] == "issue 2026-11  no email: publication.yml has no `audiences`"
