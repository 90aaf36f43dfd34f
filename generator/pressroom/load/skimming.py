"""Skimming: which folders need not be rendered, where somebody asks for others alone."""

import html
import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from pressroom.load.content import Content
from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.model.references import Text, texts
from pressroom.model.roots import EPISODES, ISSUES, PAGES

_NAME = re.compile(r"[\w.-]+")


def unnamed(content: Content, asked: Collection[str]) -> frozenset[str]:
    """Return the folders of issues and episodes that are not asked for, and that no text that is asked for names.

    Whatever links to a text or picture in another folder, or has an episode, has that folder's name in it. Standing
    pages, of which there are few, are always asked for.
    """
    folders = [*content.tree.folders_in(ISSUES), *content.tree.folders_in(EPISODES)]
    paths = [path for folder in (*asked, PAGES) for path in content.tree.below(folder) if path.endswith(".md")]
    named = {name for path in paths for name in _names(content.peek(path) or "")}
    return frozenset(one for one in folders if one not in asked and _is_unnamed(posixpath.basename(one), named))


def misses(publication: Publication, asked: Collection[str], skimmed: Collection[str]) -> bool:
    """Tell whether what is asked for leads to something that was skimmed, since its name was written in an odd way."""
    wanted = (text for text in texts(publication) if posixpath.dirname(text.source.path) in (*asked, PAGES))
    return any("/".join(path.split("/")[:3]) in skimmed for text in wanted for path in _led_to(text))


def _is_unnamed(name: str, named: Collection[str]) -> bool:
    return name not in named and _NAME.fullmatch(name) is not None


def _names(text: str) -> Iterator[str]:
    """Give whatever may be a folder's name in a text, however its signs are written."""
    plain = unquote(html.unescape(text.replace("\\", "")))
    return (name for written in (text, plain) for name in _NAME.findall(written))


def _led_to(text: Text) -> Iterator[str]:
    """Give the path of whatever a text leads to."""
    targets = [link.target for link in text.prose.links]
    if isinstance(text, Issue):
        targets += [event.target for event in text.events]
        yield f"{EPISODES}/{text.episode}"
    for target in targets:
        written = unquote(target.partition("#")[0].partition("?")[0])
        yield posixpath.normpath(posixpath.join(posixpath.dirname(text.source.path), written))
