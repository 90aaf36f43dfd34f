"""Scaffolds: what a new issue, story, show or episode begins with, as values."""
