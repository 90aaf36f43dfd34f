"""Where a publication's content lies, relative to its root."""

ROOTS = ("content", "podcast")
PUBLICATION = "content/publication.yml"
ISSUES = "content/issues"
PAGES = "content/pages"
SHOW = "podcast/show.yml"
EPISODES = "podcast/episodes"
