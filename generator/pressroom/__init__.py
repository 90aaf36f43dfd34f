"""Pressroom: a company's newsletter and podcast, published from Markdown in git."""

from importlib.metadata import version

__version__ = version("pressroom")
