"""Checking: what `pressroom check` does with a publication; as in `building`, what it needs is brought in meanwhile."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.cli.judging import telling_unreadable
from pressroom.cli.quoting import lines_below

if TYPE_CHECKING:
    from pressroom.build.inspection import Judgement
    from pressroom.build.places import Places
    from pressroom.load import Loaded


def inspect(root: Path | None, places: "Places", wanted: Sequence[str], form: str) -> "tuple[Loaded, Judgement]":
    """Return what is wrong with a publication, or with these paths of it; say so and end where it cannot be read."""
    with telling_unreadable(form=form, lines=lines_below(root)):
        if wanted:
            from pressroom.build import inspection

            return inspection.inspect(places, wanted)
        return _inspect_all(places)


def _inspect_all(places: "Places") -> "tuple[Loaded, Judgement]":
    """Inspect all of a publication, while another process composes what changed."""
    from pressroom.build.opening import begin_reading, composing, was_judged

    with composing(warm=was_judged(places)) as compose:
        reading = begin_reading(places, compose)

        from pressroom.build.inspection import inspect_read

        loaded = reading()
    return loaded, inspect_read(places, loaded)
