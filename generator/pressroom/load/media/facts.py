"""What is known of a picture once it was measured."""

from pressroom.model.base import Model
from pressroom.model.finding import Fault
from pressroom.model.picture import CENTRE


class Facts(Model):
    """What was measured of a picture; a fault, which begins behind its name, where it cannot be shown."""

    width: int = 0
    height: int = 0
    transparent: bool = False
    mode: str = ""
    focus: tuple[int, int] = CENTRE
    fault: Fault | None = None
