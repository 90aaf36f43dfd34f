"""The doctor: tries all that a publish relies on, one after the other, without sending anything."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from email.utils import parseaddr
from functools import partial

import requests

from pressroom.build.examination import begin_at, conclude
from pressroom.build.opening import read
from pressroom.build.private import is_private
from pressroom.errors import ContentFaulty, PressroomError, PublishingFailed
from pressroom.model.edition import Audience
from pressroom.model.publication import Publication
from pressroom.publish.deploy.choosing import target_of
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.keys import fingerprint_key, require_same
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.mail.recipients import folder_of, recipients_of
from pressroom.publish.mail.routes import route_of
from pressroom.publish.office import Office
from pressroom.publish.plan import mail_target, site_target
from pressroom.publish.post_room import KEY
from pressroom.publish.private_feeds import try_feeds
from pressroom.publish.refusals import require_channels, require_header, require_lasting, require_merged, require_own
from pressroom.publish.verify.asking import session

_PATIENCE = 20
"""Seconds for the site's answer."""

_REFUSALS = (401, 403)


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One thing that was tried."""

    name: str
    told: str
    fault: PressroomError | None = None
    """None where it is well."""


def examine(office: Office) -> Iterator[Trial]:
    """Try everything; whatever is wrong with one thing, the others are tried too.

    Raises:
        PublishingFailed: what lies in the ledger's folder is somebody else's, so that nothing is tried with it.

    """
    publication = read(office.places).publication
    require_own(publication, office.places.root, office.environment)
    for name, attempt in _attempts(office, publication):
        try:
            yield Trial(name=name, told=attempt())
        except PressroomError as fault:
            yield Trial(name=name, told=fault.message, fault=fault)


def _attempts(office: Office, publication: Publication) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "content", partial(_content, office)
    yield "ledger", partial(_ledger, office, publication)
    for audience in publication.audiences:
        yield f"readers of {audience.id}", partial(_list, office, audience)
    yield "mail server", partial(_mail, office, publication)
    yield "site's place", partial(_target, office, publication)
    if is_private(publication):
        yield "private feeds", partial(try_feeds, office, publication)
    if publication.deploy.to:
        yield "site's address", partial(_address, office, publication)
    if publication.announce:
        yield "chat", partial(_chat, office, publication)


def _content(office: Office) -> str:
    loaded = read(office.places)
    require_merged(office.places.root)
    examination = conclude(begin_at(office.places, loaded, office.clock.now()))
    if examination.has_errors():
        raise ContentFaulty("The content has errors.", "`pressroom check` says which.")
    return "without errors, and committed"


def _ledger(office: Office, publication: Publication) -> str:
    require_lasting(publication, office.environment)
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with closing(opened), holding(opened, this_publisher(office.environment)) as ledger:
        ledger.checkpoint()
        key = fingerprint_key(publication.ledger, office.places.root / KEY, office.environment)
        if _has_sent(ledger, publication):
            require_same(ledger, key)
    return f"{publication.ledger}, sound, and it can be written"


def _has_sent(ledger: Ledger, publication: Publication) -> bool:
    """Tell whether the ledger knows readers, and so is bound to a key."""
    with ledger.read() as connection:
        return any(mailings.last_total(connection, audience.id) is not None for audience in publication.audiences)


def _list(office: Office, audience: Audience) -> str:
    found = recipients_of(audience, folder_of(office.places.root, office.environment))
    if audience.to:
        return "a distribution list"
    doubled = f"; lines that name somebody once more: {found.doubled:,}" if found.doubled else ""
    return f"{len(found):,} {'address' if len(found) == 1 else 'addresses'}{doubled}"


def _mail(office: Office, publication: Publication) -> str:
    opened = route_of(publication.mail.delivery, office.places.root, office.environment).connect()
    try:
        opened.try_sender(parseaddr(publication.mail.sender)[1])
        opened.quit()
    finally:
        opened.close()
    return f"{mail_target(publication)} answers, lets us in, and takes messages from this sender"


def _target(office: Office, publication: Publication) -> str:
    with target_of(publication.deploy, office.places.root, office.environment) as target:
        target.probe()
        live = target.live()
    lying = f"; a site of {live.instant:%d %B %Y} lies there" if live else ""
    return f"{site_target(publication)} can be written{lying}"


def _address(office: Office, publication: Publication) -> str:
    """Ask for the front page as a stranger would."""
    require_header(publication, office.environment)
    try:
        with session(office.environment, publication.base_url) as opened:
            answer = opened.get(publication.base_url, timeout=_PATIENCE, allow_redirects=False)
    except requests.Timeout:
        message = f"{publication.base_url} did not answer within {_PATIENCE} seconds."
        raise PublishingFailed(message, "See that the server runs, and that this machine may reach it.") from None
    except requests.RequestException as fault:
        message = f"{publication.base_url} does not answer ({type(fault).__name__})."
        raise PublishingFailed(message, "Look at the name (DNS), the certificate, and the server.") from None
    refused = answer.status_code in _REFUSALS or answer.is_redirect
    if publication.behind_wall and not refused:
        message = f"{publication.base_url} answers a stranger with {answer.status_code}, and there should be a sign-on."
        raise PublishingFailed(message, "Put the sign-on in front of all of it.")
    return f"{publication.base_url} answers {answer.status_code}"


def _chat(office: Office, publication: Publication) -> str:
    require_channels(publication, office.environment)
    return f"{', '.join(publication.announce)}: with an address each; nothing was said there"
