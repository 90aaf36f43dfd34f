"""A hand press: the engine, set up once, prints one page at a time.

What MkDocs does for each page beside filling its template takes as long as that: it sets up a Markdown parser, and
asks plugins. Here nobody is asked but ours, so that a build prints by hand where mkdocs.yml names no other. Setting up
takes fifty times as long as a page does: whoever prints few pages has it done beforehand by another process (`press`),
and whoever shows a page that is being written keeps it. The bytes are those that MkDocs would write.
"""

import logging
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import TemplateError
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from pressroom.build.engine import configure, plugin, telling_faults
from pressroom.build.handover import Handover
from pressroom.build.places import Places
from pressroom.model.imprint import Imprint
from pressroom.model.web_page import WebPage

_LOG = logging.getLogger("mkdocs.commands.build")
"""Where MkDocs says on which page a template failed."""


class HandPress:
    """An engine for one publication's imprint and theme; it is to be used by one thread at a time."""

    def __init__(self, places: Places, imprint: Imprint, folder: Path) -> None:
        """Set up the engine, and write the theme's files into `folder`/site.

        Raises:
            Unreadable: mkdocs.yml or a template of the theme is faulty; the message says which.
            OSError: the folder cannot be written.

        """
        self._places = places
        nothing = folder / "docs"
        nothing.mkdir(parents=True, exist_ok=True)
        with telling_faults(places):
            config = configure(places, imprint, nothing, folder / "site")
            plugin(config, places).take(Handover((), places, done=lambda: None))
            self._config = config.plugins.on_config(config)
            files, env = get_files(self._config), self._config.theme.get_env()
            files.add_files_from_theme(env, self._config)
            self._files = self._config.plugins.on_files(files, config=self._config)
            set_exclusions(self._files, self._config)
            self._nav = get_navigation(self._files, self._config)
            self._env = self._config.plugins.on_env(env, config=self._config, files=self._files) or env
            self._files.copy_static_files()

    def learn(self) -> None:
        """Compile the theme's templates, each of which the first page that uses it would have compiled otherwise.

        What is wrong with one is told by a page that uses it.
        """
        for folder in self._places.themes("website"):
            for template in folder.rglob("*.html"):
                with suppress(TemplateError, OSError, UnicodeDecodeError):
                    self._env.get_template(template.relative_to(folder).as_posix())

    def print(self, page: WebPage) -> bytes:
        """Return a page as a build writes it.

        Raises:
            Unreadable: a template of the theme is faulty; the message says which.

        """
        with telling_faults(self._places):
            text = self._missing(page) if page.address == page.template else self._page(page)
        return text.encode("utf-8", errors="xmlcharrefreplace")

    def _page(self, page: WebPage) -> str:
        file = File.generated(self._config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        printed = Page(None, file, self._config)
        printed.meta = {**page.meta, "template": page.template}
        printed.content = page.content
        context = get_context(self._nav, (), self._config, printed)
        try:
            return str(self._env.get_template(page.template).render(context))
        except TemplateError as fault:
            _LOG.log(logging.ERROR, "Error building page '%s': %s", file.src_uri, fault)
            raise

    def _missing(self, page: WebPage) -> str:
        """Print the page that is shown at any address, whose own links start at the root."""
        self._config.extra["missing"] = page.meta
        path = urlsplit(self._config.site_url or "/").path
        context = get_context(self._nav, (), self._config, base_url=path)
        return str(self._env.get_template(page.template).render(context))
