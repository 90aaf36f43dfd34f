"""`pressroom preview`: what was built, on this machine or on a phone beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli.finding import places_of
from pressroom.cli.judging import telling_unreadable

if TYPE_CHECKING:
    from pressroom.preview.addressing import Spot
    from pressroom.preview.trial import Trial


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--network", is_flag=True, help="Let others on the same network in, such as your phone.")
@click.option("--drafts", is_flag=True, help="Let episodes be heard that are drafts, too.")
@click.pass_obj
def preview(root: Path | None, port: int, network: bool, drafts: bool) -> None:
    """Serve the site that was built, and the show for a podcast app to subscribe to, until Ctrl-C."""
    from contextlib import closing

    from pressroom.build.examination import read
    from pressroom.preview.addressing import spot
    from pressroom.preview.running import listen, serve
    from pressroom.preview.trial import trying

    places = places_of(root)
    with telling_unreadable(err=True):
        loaded = read(places)
    with closing(listen(port, network=network)) as taken:
        here = spot(loaded.publication.base_url, taken.getsockname()[1], network=network)
        with trying(places, loaded, here, drafts=drafts) as trial:
            folders = (trial.folder, places.site)
            serve(taken, here, folders, lambda: _tell(here, trial, network=network))


def _tell(here: "Spot", trial: "Trial", *, network: bool) -> None:
    from pressroom.desk import codes

    click.echo(f"The site: {here.base_url}")
    if trial.feed:
        click.echo(f"The show, for a podcast app: {trial.feed}")
    if network:
        if trial.feed:
            click.echo(codes.drawn(trial.feed))
        click.echo("Everybody on this network can read it meanwhile.")
    click.echo("Stop with Ctrl-C.")
