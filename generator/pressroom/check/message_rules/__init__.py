"""The rules for a finished message: one file, one rule."""
