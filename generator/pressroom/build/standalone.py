"""Standing alone: what `mkdocs build` and `mkdocs serve` write where no build of ours has begun: all of it."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from pressroom.build import share_cards
from pressroom.build.examination import examine
from pressroom.build.handover import Handover
from pressroom.build.pictures import clean_picture, make_variants
from pressroom.build.places import Places
from pressroom.build.search import indexing
from pressroom.build.sounds import Sounds
from pressroom.check.reporters import text
from pressroom.errors import PressroomError
from pressroom.model.artifact import Artifact, Derived, Output
from pressroom.store import Store

_SITE = "site/"


def handover(root: Path) -> Handover:
    """Ask for all that a publication becomes, as `pressroom build` does.

    Raises:
        PluginError: it is faulty, or cannot be read.

    """
    places = Places(root=root)
    try:
        examination = examine(places)
    except PressroomError as fault:
        raise PluginError(f"{fault.message} {fault.hint}") from fault
    if examination.has_errors():
        raise PluginError(text.write(examination.findings))
    unrestricted = {"policy": ""}  # `mkdocs serve` puts a script of its own into each page
    output = examination.output
    return Handover(output.pages, places, done=lambda: None, output=output, instead=unrestricted)


def files(config: MkDocsConfig, output: Output, places: Places) -> Iterator[File]:
    """Give the files beside the pages that are known before these are printed."""
    store = _store(places)
    for artifact in (file for file in output.files if file.path.startswith(_SITE)):
        yield File.generated(config, artifact.path.removeprefix(_SITE), content=artifact.data)
    for artwork in output.artworks:
        data = clean_picture(places.root, artwork, store)
        yield File.generated(config, artwork.path.removeprefix(_SITE), content=data)
    for copy in output.copies:
        sounds = Sounds(places.root, places.sounds, store)
        source = sounds.keep(copy, copy.label) if copy.label else places.root / copy.source
        yield File.generated(config, copy.path.removeprefix(_SITE), abs_src_path=str(source))


def furnish(site: Path, output: Output, places: Places) -> None:
    """Write the pictures' variants, the share cards and the search index into a site whose pages are printed.

    Raises:
        PluginError: the search index cannot be made.

    """
    store = _store(places)
    for picture in output.pictures:
        make_variants(places.root, picture, site, store)
    for artifact in (*_index(output, store), *_shared(output, places, store)):
        path = Path(site, artifact.path.removeprefix(_SITE))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)


def _index(output: Output, store: Store) -> tuple[Artifact | Derived, ...]:
    try:
        with indexing(output.documents, store) as index:
            return index()
    except PressroomError as fault:
        raise PluginError(f"{fault.message} {fault.hint}") from fault


def _shared(output: Output, places: Places, store: Store) -> Iterator[Artifact]:
    drawings = share_cards.drawings(places.root, output, store)
    return (Artifact(path=f"{_SITE}{address}", data=draw()) for address, draw in drawings.items())


def _store(places: Places) -> Store:
    return Store(places.cache / "pressroom")
