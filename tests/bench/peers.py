"""The peers: what else could make a site of the same Markdown."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.bench.archive import pages

_STOCK = """site_name: The Gangway
site_url: https://gangway.example.com/
docs_dir: docs
theme: {name: material, font: false}
plugins: [search]
"""

_ONE_ENTRY = "nav: [index.md]\n"
"""Navigation of one entry, which is kind to it: the automatic one grows with the square of the pages."""

_SAME_MARKDOWN = """markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - sane_lists
  - tables
  - pymdownx.blocks.caption
  - pymdownx.caret
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:pymdownx.emoji.gemoji
      emoji_generator: !!python/name:pymdownx.emoji.to_alt
  - pymdownx.highlight: {use_pygments: false}
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.superfences
  - pymdownx.tasklist
  - pymdownx.tilde
"""
"""The Markdown that Pressroom reads, so that any of its texts would come out as it was meant."""

_LEAST_MARKDOWN = "markdown_extensions: [tables, footnotes, def_list, admonition, attr_list]\n"
"""Only what the archive's own texts happen to use."""

STOCK = "mkdocs + Material, search, pages alone"
"""The peer to be measured by."""

_AUTOMATIC = "  with its automatic navigation"
_MANY = 500
"""Pages from which on that is not waited for: over 1,561 pages it takes three minutes."""

_VARIANTS: Mapping[str, str] = {
    STOCK: _STOCK + _SAME_MARKDOWN + _ONE_ENTRY,
    "  with the fewest extensions": _STOCK + _LEAST_MARKDOWN + _ONE_ENTRY,
    _AUTOMATIC: _STOCK + _LEAST_MARKDOWN,
}


def write_stock_mkdocs(archive: Path, folder: Path) -> dict[str, Path]:
    """Lay out an archive's pages as stock MkDocs and Material sites with search; by what is told of each."""
    many = sum(1 for _ in pages(archive)) > _MANY
    names = [name for name in _VARIANTS if not (many and name == _AUTOMATIC)]
    folders = {name: folder / str(number) for number, name in enumerate(names)}
    for name, site in folders.items():
        _write_site(archive, site, _VARIANTS[name])
    return folders


def _write_site(archive: Path, folder: Path, config: str) -> None:
    for page in pages(archive):
        copy = folder / "docs" / page.relative_to(archive)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)
    for picture in archive.rglob("content/issues/*/*.png"):
        shutil.copyfile(picture, folder / "docs" / picture.relative_to(archive))
    (folder / "docs" / "index.md").write_text("# The Gangway\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
