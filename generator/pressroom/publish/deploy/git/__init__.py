"""A branch of the publication's own remote, for hosts that serve a branch."""
