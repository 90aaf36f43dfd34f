"""The rules for a publication: one file, one rule."""
