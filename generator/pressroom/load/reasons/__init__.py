"""Why each rule of `load/rules.py` is there, with an example of bad and of good; a file for each subject."""

from collections.abc import Mapping

from pressroom.load.reasons import fields, files, front_matter, names, outlets, pictures, podcast
from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    **files.REASONS,
    **names.REASONS,
    **front_matter.REASONS,
    **fields.REASONS,
    **pictures.REASONS,
    **podcast.REASONS,
    **outlets.REASONS,
}
"""From a rule's name to why it is there."""
