"""Renderers: pure functions from a release to what each channel shows."""
