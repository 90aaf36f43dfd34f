"""Trying out what was made, on this machine and on a phone beside it."""
