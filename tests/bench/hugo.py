"""The same stories as a Hugo site, with small layouts of its own: what the fastest of the peers makes of them."""

import shutil
from pathlib import Path
from typing import Final

from tests.parts import Part

HUGO: Final = Part(name="Hugo", places=("hugo",), debian=("hugo",))

_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>'
    '<header><a href="/">{{ .Site.Title }}</a></header><main>'
)
_TAIL = "</main></body></html>"
_CARDS = (
    '{{ range .Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>'
    "{{ .Params.summary }}</article>{{ end }}"
)
_LAYOUTS = {
    "_default/single.html": "<h1>{{ .Title }}</h1>{{ .Content }}",
    "_default/list.html": "<h1>{{ .Title }}</h1>{{ .Content }}" + _CARDS,
    "index.html": '{{ range (where .Site.Sections "Section" "issues") }}' + _CARDS + "{{ end }}",
}
_CONFIG = 'baseURL = "https://gangway.example.com/"\ntitle = "The Gangway"\ndisableKinds = ["taxonomy", "term"]\n'


def write_hugo(archive: Path, folder: Path) -> Path:
    """Lay out an archive's issues and stories for Hugo, with their pictures."""
    _write(folder / "config.toml", _CONFIG)
    for name, body in _LAYOUTS.items():
        _write(folder / "layouts" / name, _HEAD + body + _TAIL)
    _write(folder / "content" / "issues" / "_index.md", "---\ntitle: Issues\n---\n")
    for text in sorted((archive / "content" / "issues").glob("*/*.md")):
        name = "_index.md" if text.name == "issue.md" else text.name
        words = text.read_text(encoding="utf-8").replace(".md)", "/)").replace("](", "](../")
        _write(folder / "content" / "issues" / text.parent.name / name, words.replace("](../http", "](http"))
    for picture in (archive / "content" / "issues").glob("*/*.png"):
        copy = folder / "static" / "issues" / picture.parent.name / picture.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, copy)
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
