"""The MkDocs plugin: it hands finished pages over, and holds no logic of its own.

Run by our engine it takes what is given to it (`take`). Run by `mkdocs build` or `mkdocs serve`
themselves it asks `standalone`, and brings the other files too.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from pressroom.build import lookups, material, sheets
from pressroom.build.compiled import Compiled
from pressroom.build.handover import Handover
from pressroom.build.listing import ListedTheme
from pressroom.build.settings import is_plain
from pressroom.model.web_page import WebPage
from pressroom.store import Store

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_UNUSED = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/images/favicon.png",
    "phrases/",
    "sitemap.xml",
)
"""What nobody asks for here: Material's own search, its icon, MkDocs' template, and what only our renderer reads."""


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The plugin has none: all is said in content/publication.yml."""


class PressroomPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
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
        self._handover = self._given or _everything(Path(config.config_file_path).parent)
        self._given = None  # MkDocs may keep this plugin for the next build of the process
        self._pages = {_file_of(page): page for page in self._handover.pages if not _is_static(page)}
        own = [str(folder) for folder in self._handover.places.themes("website")]
        config.theme.dirs = [*own, *(folder for folder in config.theme.dirs if folder not in own)]
        config.theme = ListedTheme(config.theme)
        config.theme.static_templates = set()
        config.markdown_extensions = []
        config.nav = []
        for page in filter(_is_static, self._handover.pages):
            config.theme.static_templates.add(page.template)
            config.extra["missing"] = {**page.meta, **self._handover.instead}

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Replace what lies in docs_dir by ours; a page is an empty file until its HTML is asked for."""
        theme = (file for file in files if file.src_dir in config.theme.dirs)
        pages = (_generate(config, name) for name in self._pages)
        return Files([*filter(_is_used, theme), *pages, *self._others(config)])

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        """Escape what our templates write, not what Material's do, and offer ours what they ask of Material."""
        folders = self._handover.places.themes("website")
        ours = {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html")}
        env.autoescape = ours.__contains__
        if is_plain(self._handover.places.config(), Store(None)):  # else anybody may have changed how it compiles
            env.bytecode_cache = Compiled()
        lookups.quicken(env)
        material.offer(env, files)
        sheets.join(env, files, config)

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  the event's signature
        """Give a page its template, and what that reads."""
        finished = self._pages[page.file.src_uri]
        page.meta = {**finished.meta, **self._handover.instead, "template": finished.template}

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  the event's signature
        """Give a page its HTML."""
        return self._pages[page.file.src_uri].content

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> None:  # noqa: ARG002  the event's signature
        """Tell that a page is done."""
        self._handover.done()

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> None:  # noqa: ARG002  the event's signature
        """Tell that a page which is shown at any address is done."""
        self._handover.done()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the pictures' variants, the share cards, and the search index, where nobody else does."""
        if self._handover.output:
            from pressroom.build import standalone  # noqa: PLC0415  as in _everything

            standalone.furnish(Path(config.site_dir), self._handover.output, self._handover.places)

    def on_serve(
        self,
        server: "LiveReloadServer",
        /,
        *,
        config: MkDocsConfig,  # noqa: ARG002  the event's signature
        builder: Callable[..., None],  # noqa: ARG002  the event's signature
    ) -> None:
        """Have `mkdocs serve` look at all that an editor or a designer may save; content/ it looks at anyway."""
        for folder in (self._handover.places.root / name for name in ("podcast", "themes")):
            if folder.is_dir():
                server.watch(str(folder))

    def _others(self, config: MkDocsConfig) -> Iterator[File]:
        """Give the files beside the pages, where nobody else writes them."""
        if self._handover.output:
            from pressroom.build import standalone  # noqa: PLC0415  as in _everything

            yield from standalone.files(config, self._handover.output, self._handover.places)


def _everything(root: Path) -> Handover:
    """Ask for all that a publication becomes."""
    from pressroom.build import standalone  # noqa: PLC0415  a press is set up sooner without all that it brings

    return standalone.handover(root)


def _is_static(page: WebPage) -> bool:
    """Tell whether a page is shown at any address, so that the theme's links have to start at the root."""
    return page.address == page.template


def _is_used(file: File) -> bool:
    return not file.src_uri.startswith(_UNUSED) and not file.src_uri.endswith(".map")


def _file_of(page: WebPage) -> str:
    return f"{page.address}index.md"


def _generate(config: MkDocsConfig, name: str) -> File:
    return File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
