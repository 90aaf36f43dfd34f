"""From a folder of Markdown to `site/` and `build/`: examine, make, swap."""
