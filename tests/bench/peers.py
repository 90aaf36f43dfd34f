"""The peers: what else could make a site of the same Markdown."""

import shutil
from pathlib import Path

from tests.bench.archive import pages

_STOCK = """site_name: The Gangway
site_url: https://gangway.example.com/
docs_dir: docs
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [tables, footnotes, def_list, admonition, attr_list]
nav: [index.md]
"""
"""One entry of navigation, which is kind to it: the automatic one grows with the square of the pages."""


def write_stock_mkdocs(archive: Path, folder: Path) -> None:
    """Lay out an archive's pages as a stock MkDocs and Material site with search."""
    for page in pages(archive):
        copy = folder / "docs" / page.relative_to(archive)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)
    for picture in archive.rglob("content/issues/*/*.png"):
        shutil.copyfile(picture, folder / "docs" / picture.relative_to(archive))
    (folder / "docs" / "index.md").write_text("# The Gangway\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_STOCK, encoding="utf-8")
