"""`pressroom preview`: the light table, and the show on this machine or on a phone beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli.finding import places_of
from pressroom.cli.judging import telling_unreadable

if TYPE_CHECKING:
    from pressroom.preview.addressing import Spot


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--network", is_flag=True, help="Let others on the same network in, such as your phone.")
@click.option("--drafts", is_flag=True, help="Let a podcast app hear episodes that are drafts, too.")
@click.pass_obj
def preview(root: Path | None, port: int, network: bool, drafts: bool) -> None:
    """Show site, email and episode as you write, drafts too, until Ctrl-C; each time that you save."""
    from contextlib import closing
    from tempfile import TemporaryDirectory

    from pressroom.build.opening import read
    from pressroom.preview.addressing import spot
    from pressroom.preview.running import listen, serve, settle
    from pressroom.preview.serving import application
    from pressroom.preview.table import Table
    from pressroom.preview.trial import Trial

    places = places_of(root)
    with telling_unreadable(err=True):
        publication = read(places).publication
    with closing(listen(port, network=network)) as taken, TemporaryDirectory(prefix="pressroom-preview-") as folder:
        here = spot(publication.base_url, taken.getsockname()[1], network=network)
        trial = Trial(here, drafts=drafts)
        table = Table(places, trial, Path(folder))
        table.look()
        settle()
        serve(taken, application(here, table), lambda: _tell(here, trial.feed(publication), network=network))


def _tell(here: "Spot", feed: str, *, network: bool) -> None:
    from pressroom.desk import codes
    from pressroom.preview.views import FOLDER

    click.echo(f"The light table: {here.at_home}{FOLDER}")
    click.echo(f"The site: {here.base_url}")
    if feed:
        click.echo(f"The show, for a podcast app: {feed}")
    if network:
        if feed:
            click.echo(codes.drawn(feed))
        click.echo("Everybody on this network can read the site meanwhile, with its drafts.")
    click.echo("Stop with Ctrl-C.")
