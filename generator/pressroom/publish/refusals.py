"""What is made sure of before anything is claimed, so that no publish begins that cannot come to its end."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from pressroom.build import git
from pressroom.errors import PublishingFailed, UsageWrong
from pressroom.model.issue import Issue
from pressroom.model.near import listed, nearest
from pressroom.model.publication import Publication
from pressroom.publish.announce.chat import is_channel, variable
from pressroom.publish.desired import belongs, due, require_known
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.items import first_day, items_of, runs_of
from pressroom.publish.ledger.ledger import View
from pressroom.publish.ledger.opening import FOLDER
from pressroom.publish.mail.freezing import changed_lists
from pressroom.publish.mail.recipients import FOLDER as RECIPIENTS
from pressroom.publish.mail.recipients import VARIABLE, Recipients
from pressroom.publish.mail.routes import route_of
from pressroom.publish.office import SITE, Orders
from pressroom.publish.plan import LIVE, OUTBOX
from pressroom.publish.verify.wall import require_way_in

_SHOWN = 5


def require_merged(root: Path) -> None:
    """Make sure that what is published is what was committed.

    Raises:
        PublishingFailed: something is not.

    """
    changed = git.uncommitted(root)
    if changed:
        some = ", ".join(changed[:_SHOWN]) + (f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else "")
        message = f"Some of the publication is not committed: {some}."
        raise PublishingFailed(message, "Only what was merged goes out: commit it, or put it away (git stash).")


def require_lasting(publication: Publication, environment: Mapping[str, str]) -> None:
    """Make sure that what is written outlives the machine: the ledger, the mail, and the site.

    Raises:
        PublishingFailed: this is a runner that is thrown away, and one of them would lie on it.

    """
    thrown_away = environment.get("RUNNER_ENVIRONMENT") == "github-hosted" or bool(
        environment.get("CI_DISPOSABLE_ENVIRONMENT")
    )
    lost = tuple(_lost(publication)) if thrown_away else ()
    if lost:
        messages, hints = zip(*lost, strict=True)
        raise PublishingFailed(" ".join(messages), f"Write into publication.yml: {'; '.join(hints)}.")


def _lost(publication: Publication) -> Iterator[tuple[str, str]]:
    """Give what would be gone with a machine, with what to write into publication.yml instead."""
    if publication.ledger == "sqlite":
        message = "The ledger would be a file on this runner, and be gone with it: every issue would go out once more."
        yield message, "ledger: git (or postgresql)"
    server = publication.mail.delivery.server
    if publication.audiences and (not server or server.startswith("maildir:")):
        message = "The mail would lie in a folder on this runner, and be gone with it: nobody would ever get it."
        yield message, "under mail, server: the address of your mail server, as in smtps://mail.example.com"
    if not publication.deploy.to or publication.deploy.to.startswith("folder:"):
        message = "The site would lie in a folder on this runner, and be gone with it: nobody would ever see it."
        yield message, "under deploy, to: where your readers find it, as in git:pages or ssh://web/srv/www"


def require_own(publication: Publication, root: Path, environment: Mapping[str, str]) -> None:
    """Make sure that what Pressroom keeps is this machine's: no pull request brought it, and no link leads elsewhere.

    Raises:
        PublishingFailed: some of it was committed, and would be believed unseen; or it is no plain folder.

    """
    if git.tracks(root, root / FOLDER):
        message = f"{FOLDER}/ is committed to git; its lists of readers and its ledger would be believed unseen."
        hint = f"Take it out: git rm -r --cached {FOLDER}. If somebody's pull request brought it, ask why."
        raise PublishingFailed(message, f"{hint} Then look whether what lies there is yours.")
    for name in _kept(publication, environment):
        path = root / name
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            message = f"{name} is no plain folder; what is kept there could be read from anywhere, or end up there."
            raise PublishingFailed(message, f"Put a folder in its place: {name}.")


def _kept(publication: Publication, environment: Mapping[str, str]) -> Iterator[str]:
    """Give the folders that are used where nothing else was said."""
    yield FOLDER
    if not publication.mail.delivery.server:
        yield OUTBOX
    if not publication.deploy.to:
        yield LIVE
    if not environment.get(VARIABLE):
        yield RECIPIENTS


def require_newest(root: Path, view: View | None, confirmed: Collection[str]) -> None:
    """Make sure that a job of an older commit takes nothing off the site.

    Raises:
        PublishingFailed: a commit that follows on this one was published already, and nobody said that it is right.

    """
    last = next((run for run in runs_of(view) if run.ended), None) if view else None
    if last and SITE not in confirmed and git.is_before(root, last.commit):
        message = f"A newer commit was published already ({last.commit[:12]}, by {last.label}); this one is older."
        hint = "Publish the newest: git pull, or start a new job instead of an old one again."
        raise PublishingFailed(message, f"{hint} If the site is to go back: pressroom publish --live --confirm {SITE}")


def require_channels(publication: Publication, environment: Mapping[str, str]) -> None:
    """Make sure that each chat channel has an address.

    Raises:
        PublishingFailed: one has none, or one of no service.

    """
    for channel in publication.announce:
        address = environment.get(variable(channel), "").strip()
        if not address or not is_channel(address):
            what = "is no address of a chat service" if address else "is not set"
            message = f"{variable(channel)} {what}, and publication.yml announces to {channel}."
            raise PublishingFailed(message, "Put the channel's address there, as Apprise writes it; see the README.")


def require_header(publication: Publication, environment: Mapping[str, str]) -> None:
    """Make sure that what gets past the wall can be used, and is there where it has to be.

    Raises:
        Unreadable: it is no header.
        PublishingFailed: there is none, and nothing else tells whether the site is online.

    """
    require_way_in(publication, environment)


def require_route(publication: Publication, root: Path, environment: Mapping[str, str]) -> None:
    """Make sure that messages can leave as publication.yml says, as far as nobody outside is asked.

    Raises:
        Unreadable: the name or the password for the mail server is missing, or they are for another server.

    """
    if publication.audiences:
        route_of(publication.mail.delivery, root, environment)


def require_meant(orders: Orders, publication: Publication) -> None:
    """Make sure that what was named is there.

    Raises:
        UsageWrong: something is not.

    """
    require_known((*orders.wanted, *filter(None, [orders.correct])), publication)


def require_confirmable(orders: Orders, publication: Publication, view: View | None) -> None:
    """Make sure that what was confirmed is something: a list of now or of what went out, an issue, the site.

    Raises:
        UsageWrong: something is not.

    """
    lists = {SITE, *(audience.id for audience in publication.audiences)}
    known = {*lists, *(issue.id for issue in publication.issues), *(_past_audiences(view) if view else ())}
    for name in sorted(orders.confirmed - known):
        near = nearest(name, known)
        some = f"What can be confirmed: {listed(tuple(sorted(lists)))}, or an issue."
        hint = f"Did you mean {near}?" if near else some
        raise UsageWrong(f"There is no audience and no issue called {name} that could be confirmed.", hint)


def _past_audiences(view: View) -> Collection[str]:
    with view.read() as connection:
        return mailings.audiences(connection)


def require_usual(view: View, lists: Sequence[Recipients], confirmed: Collection[str]) -> None:
    """Make sure that no list has become much shorter or longer since it was last sent to.

    Raises:
        PublishingFailed: one has, and nobody said that it is right; all such are told.

    """
    with view.read() as connection:
        changed = changed_lists(connection, [one for one in lists if one.audience not in confirmed])
    if changed:
        told = (f"{audience}: {before:,} before, {now:,} now" for audience, (before, now) in changed.items())
        message = f"Of a list a fifth or more has gone or come: {'; '.join(told)}."
        words = " ".join(f"--confirm {audience}" for audience in changed)
        raise PublishingFailed(message, f"Look whether it is whole. If it is: pressroom publish --live {words}")


def require_first_day(view: View | None, publication: Publication, now: datetime) -> None:
    """Make sure that somebody has said what had gone out before there was a ledger.

    Nothing is to be said where one thing is due, and nothing else was ever published.

    Raises:
        PublishingFailed: there is more, and the ledger is new.

    """
    if view and (first_day(view) or items_of(view)):
        return
    waiting = due(publication, now, ())
    alone = [one.item.id for one in waiting if isinstance(one.thing, Issue) or not belongs(one.thing, waiting)]
    if len(alone) > 1:
        newest = next((one.item.id for one in reversed(waiting) if isinstance(one.thing, Issue)), alone[-1])
        message = f"The ledger is new, and {len(alone)} things would go out at once, {alone[0]} to {alone[-1]}."
        hint = (
            f"Mark what has gone out before: pressroom ledger import --except {newest} "
            "(without --except where all of it has), then publish."
        )
        raise PublishingFailed(message, hint)
