"""Load: from files to a publication, with every fault as a finding at its line.

The public face is `load`; all else here is its own affair.
"""

from pressroom.load.loading import Loaded, begin, composer, load
from pressroom.load.rules import RULES
from pressroom.load.unreadable import PublicationUnreadable

__all__ = ["RULES", "Loaded", "PublicationUnreadable", "begin", "composer", "load"]
