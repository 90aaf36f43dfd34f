"""An event: something that an issue invites to, or announces."""

from datetime import datetime, timedelta

from pressroom.model.base import Model


class Event(Model):
    """What happens when and where, as one issue tells it in one language.

    Its moments are in the publication's time zone.
    """

    slug: str
    """What its file is called, made of its title; no two events of an issue share one."""

    language: str
    """The language of its words; in a translation that brings no events, the default one."""

    title: str
    start: datetime
    """The moment when it begins; of an event that lasts all day, the midnight before its first day."""

    end: datetime | None = None
    """The moment when it ends; of an event that lasts all day, the midnight before its last day."""

    all_day: bool = False
    place: str = ""
    url: str = ""
    """An address of the web or of mail, where its link is one."""

    target: str = ""
    """A file of the publication as it was written, where its link is one."""

    def over(self) -> datetime:
        """Return the moment from which it is past; where nobody says when it ends, that is the end of its day."""
        if self.end and not self.all_day:
            return self.end
        return midnight_after(self.end or self.start)

    def runs_forwards(self) -> bool:
        """Tell whether it ends after it began; a day may be the first and the last."""
        return self.end is None or (self.end >= self.start if self.all_day else self.end > self.start)


def midnight_after(moment: datetime) -> datetime:
    """Return the end of the day that a moment falls on, in its own time zone."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
