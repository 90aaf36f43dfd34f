"""An email, as rules look at it: opened from what was built or from a file, each part of it read once."""

from pressroom.check.email.email import Email
from pressroom.check.email.opening import ENDINGS, open_file, open_message

__all__ = ["ENDINGS", "Email", "open_file", "open_message"]
