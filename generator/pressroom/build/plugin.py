"""The MkDocs plugin: it hands finished pages over, and holds no logic of its own.

Run by our engine it takes what is given to it (`take`). Run by `mkdocs build` or `mkdocs serve`
themselves it asks `examine`, as `pressroom build` does, and brings the other files too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from pressroom.build.pictures import make_variants
from pressroom.build.places import Places
from pressroom.check.reporters import text
from pressroom.errors import PressroomError
from pressroom.model.artifact import Output, WebPage
from pressroom.store import Store

_SITE = "site/"
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/images/favicon.png", "phrases/", "sitemap.xml")
"""What nobody asks for here: Material's own search, its icon, MkDocs' template, and what only our renderer reads."""


@dataclass(frozen=True)
class Handover:
    """What MkDocs is to write; of a build's output, only what is in it."""

    output: Output
    places: Places
    done: Callable[[], None]
    """Called after each page."""


class Options(Config):
    """The plugin has none: all is said in content/publication.yml."""


class PressroomPlugin(BasePlugin[Options]):
    """Makes MkDocs write pages that are finished already."""

    _handover: Handover
    _pages: dict[str, WebPage]
    """By the file that MkDocs believes each was written in."""

    def __init__(self) -> None:
        self._given: Handover | None = None

    def take(self, handover: Handover) -> None:
        """Take what is to be written, before the build begins."""
        self._given = handover

    def on_config(self, config: MkDocsConfig) -> None:
        """Put the theme's folders first, and switch off what MkDocs would do of its own accord."""
        self._handover = self._given or _examine(Path(config.config_file_path).parent)
        self._pages = {_file_of(page): page for page in self._handover.output.pages if not _is_static(page)}
        own = [str(folder) for folder in self._handover.places.themes("website")]
        config.theme.dirs = [*own, *(folder for folder in config.theme.dirs if folder not in own)]
        config.theme.static_templates = set()
        config.markdown_extensions = []
        config.nav = []
        for page in filter(_is_static, self._handover.output.pages):
            config.theme.static_templates.add(page.template)
            config.extra["missing"] = page.meta

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Replace what lies in docs_dir by ours; a page is an empty file until its HTML is asked for."""
        theme = (file for file in files if file.src_dir in config.theme.dirs)
        pages = (_generate(config, name) for name in self._pages)
        return Files([*filter(_is_used, theme), *pages, *_others(config, self._handover)])

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  the event's signature
        """Escape what our templates write; those of Material and MkDocs expect to be left alone."""
        folders = self._handover.places.themes("website")
        ours = {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html")}
        env.autoescape = ours.__contains__

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  the event's signature
        """Give a page its template, and what that reads."""
        finished = self._pages[page.file.src_uri]
        page.meta = {**finished.meta, "template": finished.template}

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  the event's signature
        """Give a page its HTML."""
        return self._pages[page.file.src_uri].content

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> None:  # noqa: ARG002  the event's signature
        """Tell that a page is done."""
        self._handover.done()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the pictures' variants."""
        handover = self._handover
        for picture in handover.output.pictures:
            store = Store(handover.places.cache / "pressroom")
            make_variants(handover.places.root, picture, Path(config.site_dir), store)


def _examine(root: Path) -> Handover:
    """Ask for a publication's pages, as `pressroom build` does."""
    from pressroom.build.examination import examine  # noqa: PLC0415  the engine is used by builds that have examined already

    try:
        examination = examine(Places(root=root))
    except PressroomError as fault:
        raise PluginError(f"{fault.message} {fault.hint}") from fault
    if examination.has_errors():
        raise PluginError(text.write(examination.findings))
    return Handover(output=examination.output, places=Places(root=root), done=lambda: None)


def _is_static(page: WebPage) -> bool:
    """Tell whether a page is shown at any address, so that the theme's links have to start at the root."""
    return page.address == page.template


def _is_used(file: File) -> bool:
    return not file.src_uri.startswith(_UNUSED) and not file.src_uri.endswith(".map")


def _file_of(page: WebPage) -> str:
    return f"{page.address}index.md"


def _generate(config: MkDocsConfig, name: str) -> File:
    return File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)


def _others(config: MkDocsConfig, handover: Handover) -> Iterator[File]:
    for artifact in handover.output.files:
        if artifact.path.startswith(_SITE):
            yield File.generated(config, artifact.path.removeprefix(_SITE), content=artifact.data)
    for copy in handover.output.copies:
        source = str(handover.places.root / copy.source)
        yield File.generated(config, copy.path.removeprefix(_SITE), abs_src_path=source)
