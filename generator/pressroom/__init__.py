"""Pressroom: a company's newsletter and podcast, published from Markdown in git."""
