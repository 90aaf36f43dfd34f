"""The website's engine: MkDocs, run in-process over finished pages.

This, and `hand_press`, is the seam to it. What goes in are pages whose every address is final, so MkDocs
has no work but the theme; what comes out are files. Material for MkDocs, which the theme
stands on, is kept until 5 May 2027: to replace both, write another `build_pages` and `HandPress`.
(Its banner about that is printed only where the program that runs is called mkdocs.)
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from pressroom.build.handover import Handover
from pressroom.build.places import Places
from pressroom.build.plugin import PressroomPlugin
from pressroom.errors import Unreadable
from pressroom.model.imprint import Imprint
from pressroom.model.web_page import WebPage

_NAME = "pressroom"


def build_pages(
    pages: Sequence[WebPage],
    places: Places,
    imprint: Imprint,
    site_dir: Path,
    done: Callable[[], None] = lambda: None,
) -> None:
    """Write pages, and the theme's files that they use, into a folder, which is emptied first.

    The same page gives the same bytes, whatever other pages are written with it. `done` is
    called after each page.

    Raises:
        Unreadable: mkdocs.yml or a template of the theme is faulty; the message says which.
        OSError: the folder cannot be written.

    """
    with TemporaryDirectory() as nothing, telling_faults(places):
        config = configure(places, imprint, Path(nothing), site_dir)
        plugin(config, places).take(Handover(pages, places, done))
        build(config)


@contextmanager
def telling_faults(places: Places) -> Iterator[None]:
    """Say in plain words what MkDocs or a template complains of.

    Raises:
        Unreadable: there was a complaint.

    """
    with _listening() as complaints:
        try:
            yield
        except TemplateError as fault:
            raise _faulty_template(fault, complaints) from fault
        except MkDocsException as fault:
            raise _faulty_engine(places, [*complaints, str(fault)]) from fault
        if complaints:
            raise _faulty_engine(places, complaints)


def configure(places: Places, imprint: Imprint, docs_dir: Path, site_dir: Path) -> MkDocsConfig:
    """Return MkDocs' configuration for a publication.

    Raises:
        MkDocsException: mkdocs.yml is faulty.

    """
    return load_config(
        str(places.config()),
        docs_dir=str(docs_dir),
        site_dir=str(site_dir),
        site_name=imprint.name,
        site_url=imprint.address,
    )


def plugin(config: MkDocsConfig, places: Places) -> PressroomPlugin:
    """Return our plugin, as mkdocs.yml names it.

    Raises:
        Unreadable: it does not.

    """
    named = config.plugins.get(_NAME)
    if not isinstance(named, PressroomPlugin):
        message = f"{places.config()} does not name the plugin that hands the pages over."
        raise Unreadable(message, f"Add these two lines to it:\nplugins:\n  - {_NAME}")
    return named


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Keep what MkDocs would print; give the warnings and errors among it."""
    complaints: list[str] = []
    logger, ear = logging.getLogger("mkdocs"), _Ear(complaints)
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(ear)
    try:
        yield complaints
    finally:
        logger.removeHandler(ear)
        logger.propagate = before


class _Ear(logging.Handler):
    def __init__(self, complaints: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._complaints = complaints

    def emit(self, record: logging.LogRecord) -> None:
        self._complaints.append(record.getMessage())


def _faulty_template(fault: TemplateError, complaints: Sequence[str]) -> Unreadable:
    if isinstance(fault, TemplateSyntaxError):
        message = f"The theme's template {fault.name}, line {fault.lineno}: {fault.message}"
    else:
        message = " ".join(complaints or [str(fault)])
    return Unreadable(message, "Mend the template in your themes/website/, or remove it: the built-in one then serves.")


def _faulty_engine(places: Places, complaints: Sequence[str]) -> Unreadable:
    return Unreadable(f"MkDocs, run with {places.config()}, says: {' '.join(complaints)}", "Mend it there.")
