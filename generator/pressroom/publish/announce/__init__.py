"""The chat hears of what is new: a title, three lines at most, and where it stands; once."""

from pressroom.publish.announce.chat import announce, is_channel
from pressroom.publish.announce.notices import Notice, notice_of

__all__ = ["Notice", "announce", "is_channel", "notice_of"]
