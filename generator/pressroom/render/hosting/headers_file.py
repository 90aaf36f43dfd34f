"""`_headers`: the rules for Netlify and Cloudflare Pages (and others that read the same file).

Whatever several rules say of one header is joined, so that each but the policy stands in one rule only; of
policies a browser keeps all, which is what is wanted. What is not said here these hosts do well by
themselves: types, compression, 404.html, and asking again for whatever has no rule.
"""

from collections.abc import Iterator
from urllib.parse import quote

from pressroom.model import addresses
from pressroom.model.publication import Publication
from pressroom.render.hosting import policy, rules

_POLICY = "Content-Security-Policy"
_TYPE = "Content-Type"
_CACHE = "Cache-Control"

_NAMED_BY_DIGEST = (
    "assets/brand/*",
    "assets/javascripts/*",
    "assets/pictures/*",
    "assets/press/site.*",
    "pagefind/fragment/*",
    "pagefind/index/*",
)


def write(publication: Publication) -> str:
    """Return the file; its paths are those of the site's address."""
    blocks = "\n".join(_block(path, headers) for path, headers in _rules(publication))
    return f"# What the site's files are sent with: read by Netlify and by Cloudflare Pages.\n\n{blocks}"


def _rules(publication: Publication) -> Iterator[tuple[str, rules.Headers]]:
    root = quote(rules.path(publication))
    either = policy.in_header(policy.of_either(publication))
    yield f"{root}*", {_POLICY: either, **rules.common(publication)}
    for prefix in map(publication.prefix, publication.languages_in_use()):
        yield root + addresses.email(prefix, ":issue"), {_POLICY: policy.in_header(policy.of_messages())}
        yield root + addresses.feed(prefix), {_TYPE: "application/atom+xml"}
        yield root + addresses.calendar(prefix), {_TYPE: "text/calendar; charset=utf-8"}
    yield from ((f"{root}{name}", {_CACHE: rules.kept(publication)}) for name in _NAMED_BY_DIGEST)
    if show := publication.show_in_site():
        yield from _podcast(root, len(show.episodes), rules.shared(publication))


def _podcast(root: str, episodes: int, shared: rules.Headers) -> Iterator[tuple[str, rules.Headers]]:
    for page in addresses.feed_pages(episodes):
        yield root + page, {_TYPE: "application/rss+xml", **shared}
    yield root + addresses.transcript(":episode"), {_TYPE: "text/vtt; charset=utf-8", **shared}
    yield root + addresses.subtitles(":episode"), {_TYPE: "application/x-subrip; charset=utf-8", **shared}
    yield root + addresses.chapters(":episode"), {_TYPE: "application/json+chapters", **shared}


def _block(path: str, headers: rules.Headers) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
