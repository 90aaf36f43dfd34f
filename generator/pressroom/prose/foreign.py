"""Tags that readers never get, and references to control characters: told of, unless they stood in code."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pressroom.model.finding import Fault
from pressroom.model.near import nearest
from pressroom.prose import policy, rules
from pressroom.prose.stamps import Kind, Stamp

_HANDLER = re.compile(r"[\s/](on\w+)\s*=", re.IGNORECASE)

_ALIKE = 0.8
"""How alike two tags are at least, from 0 to 1; short names are soon alike."""


def faults(stamps: Sequence[Stamp]) -> Iterator[Fault]:
    """Give what is wrong with the tags whose marks stood in running text, in order.

    What stands inside an unsafe tag goes with it, and is not told of by itself.
    """
    ends: dict[str, list[int]] = defaultdict(list)
    for place, stamp in enumerate(stamps):
        if stamp.kind is Kind.FOREIGN_END:
            ends[stamp.name].append(place)
    behind = 0
    for place, stamp in enumerate(stamps):
        if place < behind:
            continue
        if stamp.kind is Kind.CONTROL:
            yield _control(stamp)
        elif stamp.kind is Kind.FOREIGN:
            yield from _tag(stamp)
            behind = _next(ends[stamp.name], place) if stamp.name in policy.UNSAFE else 0


def _next(places: list[int], place: int) -> int:
    """Return the first of the places behind one; 0 where there is none."""
    number = bisect(places, place)
    return places[number] if number < len(places) else 0


def _control(stamp: Stamp) -> Fault:
    message = f"{stamp.name} stands for an invisible character that no text may have."
    return rules.error("control-character", stamp.line, message, "Delete it.")


def _tag(stamp: Stamp) -> Iterator[Fault]:
    handler = _HANDLER.search(stamp.rest or "")
    if stamp.name in policy.UNSAFE:
        message = f"<{stamp.name}> may not stand in a text."
        yield rules.error("unsafe-html", stamp.line, message, policy.UNSAFE[stamp.name])
    elif handler:
        yield handler_fault(stamp.line, handler.group(1).lower(), stamp.name)
    elif stamp.name.startswith(("!", "?")):
        yield _declaration(stamp)
    elif stamp.rest is not None:
        message = f"<{stamp.name}> is no tag that readers get; it is shown as it stands."
        yield rules.warning("unknown-html", stamp.line, message, _unknown_hint(stamp.name))
    elif stamp.name in policy.TAGS:
        message = f"<{stamp.name} begins a tag that is never finished; it is shown as it stands."
        yield rules.warning(
            "unknown-html", stamp.line, message, "Finish it with >, or write \\< where you mean the sign."
        )


def handler_fault(line: int, name: str, tag: str) -> Fault:
    """Return what is wrong with an attribute that runs a program when something happens."""
    message = f"{name} on <{tag}> would run a program in the reader's browser."
    return rules.error("unsafe-html", line, message, f"Take {name} out.")


def _declaration(stamp: Stamp) -> Fault:
    if stamp.name == "!--":
        message = "A note begins here with <!-- and is never finished; it is shown as it stands."
        return rules.warning("unknown-html", stamp.line, message, "Write --> at its end.")
    message = f"<{stamp.name} has no meaning in a text; it is shown as it stands."
    return rules.warning("unknown-html", stamp.line, message, "Take it out, or write it as code between `backticks`.")


@lru_cache(maxsize=256)
def _unknown_hint(name: str) -> str:
    if ":" in name:
        return "It came along with text from Word. Take it out; next time, paste without formatting (Ctrl+Shift+V)."
    near = nearest(name, sorted(policy.TAGS), _ALIKE)
    code = f"To show it, write it as code: `<{name}>`."
    return f"Did you mean <{near}>? {code}" if near else code
