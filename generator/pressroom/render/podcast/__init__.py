"""The show as apps fetch it: the feed, transcripts, chapters, and the files that are published as they lie."""

from pressroom.render.podcast.files import copies, render

__all__ = ["copies", "render"]
