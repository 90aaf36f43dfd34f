"""The feed declares a namespace under an address that apps do not know.

Why: apps go by the address and not by the prefix, so that every tag of it is as if it were not there. Validators
pass over what they do not know. Source: podcast namespace 1.0, Apple's requirements.

Bad:
    xmlns:podcast="https://github.com/Podcastindex-org/podcast-namespace"

Good:
    xmlns:podcast="https://podcastindex.org/namespace/1.0"
"""

from collections.abc import Iterator

from pressroom.check.feed import ATOM, ITUNES, PODCAST, Feed
from pressroom.model.finding import Finding, Severity

NAME = "feed-namespace"
SEVERITY = Severity.ERROR

_RIGHT = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM}


def find(feed: Feed) -> Iterator[Finding]:
    """Compare what is declared with what it has to be."""
    declared = {prefix: address for prefix, address in feed.channel.nsmap.items() if prefix}
    for prefix, right in _RIGHT.items():
        if prefix in declared and declared[prefix] != right:
            message = f"{prefix}: is declared as “{declared[prefix]}”, which no app knows."
            yield feed.error(NAME, feed.channel, message, f'Write xmlns:{prefix}="{right}".')
