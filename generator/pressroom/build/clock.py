"""What time it is: one value, the same for the same content."""

import os
from datetime import UTC, datetime
from pathlib import Path

from pressroom.build import git
from pressroom.errors import Unreadable
from pressroom.model.publication import Publication
from pressroom.model.references import texts


def now(root: Path, publication: Publication) -> datetime:
    """Return the build's instant: SOURCE_DATE_EPOCH, else the commit's date, else the newest date in content.

    Source: https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        Unreadable: SOURCE_DATE_EPOCH is set to something that is no number of seconds.

    """
    return _told() or git.commit_date(root) or _newest(publication)


def _told() -> datetime | None:
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as fault:
        message = f"SOURCE_DATE_EPOCH is set to {seconds!r}, which is no number of seconds since 1970."
        raise Unreadable(message, "Unset it, or set it to such a number.") from fault


def _newest(publication: Publication) -> datetime:
    dates = [text.updated for text in texts(publication) if text.updated]
    return max(dates, default=datetime.fromtimestamp(0, UTC))
