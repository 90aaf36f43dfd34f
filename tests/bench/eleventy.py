"""The same stories as an Eleventy site, with small layouts of its own, as Hugo's."""

import json
import shutil
from pathlib import Path

from tests.bench.parts import ELEVENTY
from tests.parts import NODE

_CONFIG = """export default config => {
  config.addPassthroughCopy("issues/**/*.png")
  return { markdownTemplateEngine: false, dir: { output: "public" } }
}
"""
_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>'
    '<header><a href="/">The Gangway</a></header><main><h1>{{ title }}</h1>{{ content | safe }}'
)
_CARDS = (
    '{% for one in collections[listed] %}<article><h2><a href="{{ one.url }}">{{ one.data.title }}</a></h2>'
    "{{ one.data.summary }}</article>{% endfor %}"
)
_TAIL = "</main></body></html>"
_PAGES = {
    "eleventy.config.mjs": _CONFIG,
    "_includes/story.njk": _HEAD + _TAIL,
    "_includes/list.njk": _HEAD + _CARDS + _TAIL,
    "index.md": "---\ntitle: The Gangway\nlayout: list.njk\nlisted: issues\n---\n",
}


def command() -> list[str]:
    """Return what builds the site in the folder that it is called in."""
    return [str(NODE.need()), str(ELEVENTY.need()), "--quiet"]


def write_eleventy(archive: Path, folder: Path) -> Path:
    """Lay out an archive's issues and stories for Eleventy, with their pictures."""
    for name, page in _PAGES.items():
        _write(folder / name, page)
    for issue in sorted((archive / "content" / "issues").iterdir()):
        target = folder / "issues" / issue.name
        for text in issue.glob("*.md"):
            _write(target / text.name.replace("issue.md", "index.md"), _adapted(text))
        for picture in issue.glob("*.png"):
            shutil.copyfile(picture, target / picture.name)
        _write(target / f"{issue.name}.json", json.dumps({"layout": "story.njk", "tags": f"in {issue.name}"}))
    return folder


def _adapted(text: Path) -> str:
    """Return a text with its links as addresses; an issue's lists its stories."""
    words = text.read_text(encoding="utf-8").replace(".md)", "/)").replace("](", "](../").replace("](../http", "](http")
    listing = f"layout: list.njk\ntags: issues\nlisted: in {text.parent.name}\n"
    return words.replace("---\n", f"---\n{listing}", 1) if text.name == "issue.md" else words


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
