"""The show as apps fetch it: the feed, transcripts, chapters, artwork, and the sound as it lies."""

from pressroom.render.podcast.files import artworks, copies, render
from pressroom.render.podcast.labels import labelled

__all__ = ["artworks", "copies", "labelled", "render"]
