"""Markdown becomes prose: sanitised HTML and plain words, with headings, links and pictures. Pure.

`parser` is the one configured Markdown parser; everything around it keeps lines (`stamps`,
`unmarking`), keeps readers safe (`policy`, `attributes`, `references`, `schemes`), and keeps
what writers know from elsewhere working (`lists`, `headings`).
"""

from pressroom.prose.passages import CODE, Anchor, Kind, Passage, passages_of
from pressroom.prose.rendering import render, version

__all__ = ["CODE", "Anchor", "Kind", "Passage", "passages_of", "render", "version"]
