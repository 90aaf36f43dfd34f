"""Editions: every issue's messages, with what is wrong with them, kept by what they were made of.

Those that were not kept are printed by another process, while this one makes the site's pages.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from typing import NamedTuple

from pressroom import crew
from pressroom.build.places import Places
from pressroom.build.themes import digest, open_theme
from pressroom.errors import Unreadable
from pressroom.load import Loaded
from pressroom.model.artifact import Derived
from pressroom.model.base import Malformed, Model
from pressroom.model.edition import Edition, Kind
from pressroom.model.finding import Finding
from pressroom.model.issue import Issue
from pressroom.model.message import FORMS, Form, Message, Portion
from pressroom.model.release import Release
from pressroom.packs import Pack
from pressroom.render.message_files import paths
from pressroom.render.message_keys import keys
from pressroom.store import Store

_HEAD, _BODY = "editions", "letters"


class Kept(Model):
    """A message without its issue and its words, and what is wrong with it."""

    kind: Kind
    to: tuple[str, ...]
    portions: tuple[Portion, ...]
    findings: tuple[Finding, ...]
    sizes: Mapping[Form, int]
    """Bytes of each form, which lie one after another."""

    digests: Mapping[Form, str]
    """Of each form, in hex."""

    @classmethod
    def of(cls, message: Message, findings: tuple[Finding, ...]) -> "Kept":
        """Return what is kept of a message."""
        forms = message.forms()
        return cls(
            kind=message.edition.kind,
            to=message.edition.to,
            portions=message.portions,
            findings=findings,
            sizes={form: len(forms[form]) for form in FORMS},
            digests={form: sha256(forms[form]).hexdigest() for form in FORMS},
        )

    def edition(self, issue: Issue) -> Edition:
        """Return the edition that the message is of."""
        return Edition(issue=issue, kind=self.kind, to=self.to)


class _Head(Model):
    of_issue: tuple[Kept, ...]


class _Printed(NamedTuple):
    """The messages of one issue, as they travel and are kept."""

    head: bytes
    body: bytes


@dataclass(frozen=True)
class Editions:
    """The messages of one issue; their words are fetched where somebody asks for them."""

    issue: Issue
    of_issue: tuple[Kept, ...]
    body: Callable[[], bytes]

    def messages(self) -> Iterator[Message]:
        """Give the messages as they were printed."""
        forms = self._forms()
        for number, kept in enumerate(self.of_issue):
            html, text = (forms[number, form].decode() for form in ("html", "txt"))
            eml, edition = forms[number, "eml"], kept.edition(self.issue)
            yield Message(edition=edition, html=html, text=text, eml=eml, portions=kept.portions)

    def files(self) -> Iterator[Derived]:
        """Give the files that they become."""
        for number, kept in enumerate(self.of_issue):
            for path, form in paths(kept.edition(self.issue)):
                yield Derived(path=path, key=kept.digests[form], make=partial(self._form, number, form))

    def _form(self, number: int, form: Form) -> bytes:
        return self._forms()[number, form]

    def _forms(self) -> dict[tuple[int, Form], bytes]:
        """Return every form of every message, by the message's number."""
        found, body, begins = dict[tuple[int, Form], bytes](), self.body(), 0
        for number, kept in enumerate(self.of_issue):
            for form in FORMS:
                found[number, form] = body[begins : begins + kept.sizes[form]]
                begins += kept.sizes[form]
        return found


def plan_printing(
    places: Places, current: Release, loaded: Loaded, store: Store
) -> Callable[[], Callable[[], tuple[Editions, ...]]]:
    """Find out which messages were kept; what is returned has the others printed, and gives what waits for all.

    They are given in the issues' order.
    """
    names, heads = _names(places, current, loaded, store), Pack(store, _HEAD)
    found = [_kept(heads, name) for name in names]
    lacking = [at for at, head in enumerate(found) if head is None]
    printing = partial(_print, places, current, store)

    @lru_cache(1)  # each of its forms is asked for in turn
    def fetch(at: int) -> bytes:
        return store.get(_BODY, names[at]) or _again(heads, names[at], printing([at])[0], found[at])

    def whole(waiting: Callable[[], list[_Printed]]) -> Iterator[Editions]:
        printed = dict(zip(lacking, waiting(), strict=True))
        for at, issue in enumerate(current.publication.issues):
            head, body = found[at], partial(fetch, at)
            if head is None:
                head, is_kept = _keep(heads, names[at], printed[at])
                body = body if is_kept else partial(bytes, printed[at].body)
            found[at] = head
            yield Editions(issue, head.of_issue, body)
        heads.close()

    def begin() -> Callable[[], tuple[Editions, ...]]:
        waiting = crew.aside(partial(printing, lacking)) if lacking else list[_Printed]
        return lambda: tuple(whole(waiting))

    return begin


def _names(places: Places, current: Release, loaded: Loaded, store: Store) -> list[str]:
    """Return what each issue's messages are kept by; nothing where nothing is kept."""
    if not store.keeps:
        return ["" for _ in current.publication.issues]
    press = f"{loaded.program} {digest(places.themes('newsletter'), store)}"
    return [key and f"{press} {key}" for key in keys(current, loaded.digests)]


def _kept(heads: Pack, name: str) -> _Head | None:
    """Return what was kept of an issue's messages, if their words were, too."""
    data = heads.get(name) if name and not heads.store.lacks(_BODY, name) else None
    try:
        return _Head.from_json(data) if data else None
    except Malformed:
        return None


def _keep(heads: Pack, name: str, printed: _Printed) -> tuple[_Head, bool]:
    """Keep messages that were printed now, first their words, without which the head says nothing.

    What is returned is the head, and whether the words were kept.
    """
    if name:
        heads.store.put(_BODY, name, printed.body)
        heads.put(name, printed.head)
    return _Head.from_json(printed.head), bool(name) and not heads.store.lacks(_BODY, name)


def _again(heads: Pack, name: str, printed: _Printed, known: _Head | None) -> bytes:
    """Keep and return the words of messages that were printed again, since what was kept of them was damaged.

    Raises:
        Unreadable: they are others now, since the theme was changed meanwhile.

    """
    if _Head.from_json(printed.head) != known:
        raise Unreadable("The newsletter's theme was changed while the messages were printed.", "Build again.")
    _keep(heads, name, printed)
    return printed.body


def _print(places: Places, current: Release, store: Store, lacking: Sequence[int]) -> list[_Printed]:
    """Print the messages of some of the issues, and judge them."""
    # They bring much, and the process that prints has time for it.
    from pressroom.build.compiled import CompiledLetters  # noqa: PLC0415
    from pressroom.render import newsletter  # noqa: PLC0415

    theme = open_theme(places.themes("newsletter"), store)
    press = newsletter.set_up(theme, current.publication.brand, CompiledLetters())
    issues = current.publication.issues
    return [_judged(newsletter.of_issue(issues[at], current, press)) for at in lacking]


def _judged(messages: Sequence[Message]) -> _Printed:
    from pressroom.check import examining  # noqa: PLC0415  as in _print

    head = _Head(of_issue=tuple(Kept.of(message, examining.message(message)) for message in messages))
    body = b"".join(message.forms()[form] for message in messages for form in FORMS)
    return _Printed(head.to_json(), body)
