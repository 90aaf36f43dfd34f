"""An episode's chapters as apps read them: JSON chapters 1.2.0 of the podcast namespace."""

import json
from typing import Any

from pressroom.model import addresses as paths
from pressroom.model.podcast import Chapter, Episode, Show
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.characters import legal, one_line

VERSION = "1.2.0"


def chapters(episode: Episode, show: Show, release: Release) -> bytes:
    """Return the file that `podcast:chapters` points to: in order of time, with absolute addresses."""
    ordered = sorted(episode.chapters, key=lambda chapter: chapter.start)
    document = {
        "version": VERSION,
        "title": one_line(episode.title),
        "podcastName": one_line(show.title),
        "chapters": [_chapter(chapter, episode, release) for chapter in ordered],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _chapter(chapter: Chapter, episode: Episode, release: Release) -> dict[str, Any]:
    start = round(chapter.start, 3)
    image = paths.episode_artwork(episode.id, chapter.image) if chapter.image else ""
    said: dict[str, Any] = {
        "startTime": int(start) if start == int(start) else start,
        "title": one_line(chapter.title),
        "url": legal(chapter.url or "").strip(),
        "img": addresses.absolute(release.publication.base_url, image) if image else "",
    }
    return {name: value for name, value in said.items() if value != ""}
