"""The proof: how an issue will reach its readers, as one folder that opens from disk, for a pull request to carry."""

from pressroom.preview.proof import camera, summary
from pressroom.preview.proof.making import shots
from pressroom.preview.proof.matter import Matter, gather, since, touched
from pressroom.preview.proof.writing import default_folder, weigh, write

__all__ = ["Matter", "camera", "default_folder", "gather", "shots", "since", "summary", "touched", "weigh", "write"]
