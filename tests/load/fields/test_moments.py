from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from pressroom.load.fields.newsletter import IssueFields
from pressroom.load.fields.podcast import EpisodeFields
from pressroom.load.fields.reading import Read, read
from pressroom.load.plain_yaml import Document, Value

_HERE = ZoneInfo("Europe/Amsterdam")


def read_date(text: str) -> Read[IssueFields]:
    return read(IssueFields, Document({"title": "x", "date": text}, {"title": 2, "date": 3}), _HERE)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-19", datetime(2026, 11, 19, tzinfo=_HERE)),
        ("2026-11-19T08:30", datetime(2026, 11, 19, 8, 30, tzinfo=_HERE)),
        ("2026-11-19 08:30:15", datetime(2026, 11, 19, 8, 30, 15, tzinfo=_HERE)),
        ("2026-11-19t08:30:15.25", datetime(2026, 11, 19, 8, 30, 15, tzinfo=_HERE)),
        ("2026-11-19T08:30Z", datetime(2026, 11, 19, 8, 30, tzinfo=UTC)),
        ("2026-11-19T08:30 +05:30", datetime(2026, 11, 19, 8, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))),
        ("2026-11-19T08:30-0500", datetime(2026, 11, 19, 8, 30, tzinfo=timezone(timedelta(hours=-5)))),
        ("2024-02-29", datetime(2024, 2, 29, tzinfo=_HERE)),
    ],
)
def test_moments(text: str, moment: datetime) -> None:
    fields = read_date(text).fields

    assert fields.date == moment
    assert fields.date is not None
    assert fields.date.utcoffset() == moment.utcoffset()


def test_a_time_that_comes_twice_in_autumn_is_the_first() -> None:
    date = read_date("2026-10-25T02:30").fields.date

    assert date is not None
    assert date.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_time_that_is_left_out_in_spring_is_an_hour_later() -> None:
    date = read_date("2026-03-29T02:30").fields.date

    assert date is not None
    assert date.isoformat() == "2026-03-29T03:30:00+02:00"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-02-30", "February 2026 has 28 days. Write date: 2026-02-28"),
        ("2026-01-00", "January 2026 has 31 days"),
        ("2026-00-10", "months go from 01 to 12"),
        ("19/11/2026", "Write year, month, day: date: 2026-11-19 (19 November)"),
        ("19.11.2026", "date: 2026-11-19 (19 November)"),
        ("11-19-2026", "date: 2026-11-19 (19 November)"),
        ("2026-19-11", "date: 2026-11-19 (19 November)"),
        ("2026-1-5", "date: 2026-01-05 (5 January)"),
        ("01/02/2026", "date: 2026-01-02 (2 January) or date: 2026-02-01 (1 February)"),
        ("05/05/2026", "date: 2026-05-05 (5 May)"),
        ("40/40/2026", "Write year, month, day: date: 2026-11-19, or date: 2026-11-19T08:30"),
        ("19 November 2026", "Write year, month, day: date: 2026-11-19 (19 November)"),
        ("November 19th, 2026", "date: 2026-11-19 (19 November)"),
        ("Thursday 19 November 2026", "date: 2026-11-19 (19 November)"),
        ("19 nov. 2026 om 19.30 uur", "date: 2026-11-19T19:30 (19 November)"),
        ("2026-11-24T7pm", "date: 2026-11-24T19:00 (24 November)"),
        ("24/11/2026, 12 a.m.", "date: 2026-11-24T00:00 (24 November)"),
        ("2026-11-24 at 13pm", "date: 2026-11-24 (24 November)"),
        ("1/11/26", "date: 2001-11-26 (26 November) or date: 2026-01-11 (11 January) or date: 2026-11-01"),
        ("20261119", "date: 2026-11-19 (19 November)"),
        ("31 February 2026", "date: 2026-11-19, or date: 2026-11-19T08:30"),
        ("19 Smarch 2026", "date: 2026-11-19, or date: 2026-11-19T08:30"),
        ("12:30:45", "12:30:45 is a time without its day. Write the day before it: date: 2026-11-19T12:30:45"),
        ("7pm", "date: 2026-11-19T19:00"),
        ("２０２６-11-19", "is not written as one"),
        ("tomorrow" * 20, "… is not written as one"),
        ("0026-11-19", "The year 26 is not one that a newsletter has"),
        ("2026-11-19T24:00", "There is no time 24:00"),
        ("2026-11-19T08:60", "There is no time 08:60"),
        ("2026-11-19T08:30:60", "There is no time 08:30:60"),
        ("2026-11-19T08:30+15:00", "There is no offset +15:00"),
        ("2026-11-19T08:30+01:60", "There is no offset +01:60"),
    ],
)
def test_what_is_no_moment(text: str, says: str) -> None:
    wrong = read_date(text)

    (fault,) = wrong.faults
    assert (fault.rule, fault.line) == ("date", 3)
    assert says in f"{fault.message} {fault.hint}"
    assert wrong.fields.date is None
    assert wrong.is_faulty("date")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("1 November 2026", "2026-11-01"),
        ("1. marraskuuta 2026", "2026-11-01"),
        ("1 november 2026 19:00", "2026-11-01T19:00"),
        ("Nov 1, 2026", "2026-11-01"),
        ("2026-11-1", "2026-11-01"),
        ("2026/11/01", "2026-11-01"),
        ("19-11-2026 7.30 pm", "2026-11-19T19:30"),
        ("19.11.2026", "2026-11-19"),
        ("1/11/2026", None),
        ("1/11/26", None),
        ("2026-19-11", None),
        ("Sunday 1 November 2026", None),
        ("1 novembre 2026", None),
        ("1 listopad 2026", None),
        ("1 November 2026 or so", None),
        ("2026-11-31", None),
        ("tomorrow", None),
    ],
)
def test_a_date_is_mended_only_where_it_can_mean_nothing_else(written: str, right: str | None) -> None:
    lines = ("title: x", f"date: {written}  # sic")
    document = Document({"title": "x", "date": written}, {"title": 2, "date": 3}, text=lines, first_line=2)
    (fault,) = read(IssueFields, document, _HERE, ("nl", "fi", "cs", "hr", "xx")).faults

    assert (fault.fix.after if fault.fix else None) == (right and f"date: {right}  # sic")


@pytest.mark.parametrize(
    ("start", "end", "says", "fixed"),
    [
        ("2026-11-24T19:00", "21:00", "Write the day before it: end: 2026-11-24T21:00", "    end: 2026-11-24T21:00"),
        ("2026-11-24T19:00", "9pm", "end: 2026-11-24T21:00", "    end: 2026-11-24T21:00"),
        ("2026-11-24T19:00", "18:00", "end: 2026-11-24T18:00", None),
        ("2026-11-24", "21:00", "end: 2026-11-24T21:00", None),
        ("nonsense", "21:00", "end: 2026-11-19T21:00", None),
    ],
)
def test_what_ends_at_a_time_ends_on_the_day_on_which_it_starts(
    start: str, end: str, says: str, fixed: str | None
) -> None:
    event: Value = {"title": "x", "start": start, "end": end}
    places = ("title", "date", "events", "events.0", "events.0.title", "events.0.start", "events.0.end")
    values: dict[str, Value] = {"title": "x", "date": "2026-11-19", "events": [event]}
    lines = {place: number for number, place in enumerate(places, 1)}
    fault = read(IssueFields, Document(values, lines, text=(*([""] * 6), f"    end: {end}")), _HERE).faults[-1]

    assert fault.line == 7
    assert says in fault.hint
    assert (fault.fix.after if fault.fix else None) == fixed


def read_start(text: str) -> Read[EpisodeFields]:
    lines = {"title": 2, "chapters": 3, "chapters.0": 4, "chapters.0.start": 4, "chapters.0.title": 5}
    values = {"title": "x", "guid": "g", "date": "2026-11-19", "chapters": [{"start": text, "title": "A"}]}
    return read(EpisodeFields, Document(values, {**lines, "guid": 1, "date": 1}), UTC)  # type: ignore[arg-type]  # invariant


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("83", 83),
        ("83.5", 83.5),
        ("1:23", 83),
        ("0:05", 5),
        ("75:00", 4500),
        ("00:00:05", 5),
        ("1:02:03.500", 3723.5),
        (" 7 ", 7),
    ],
)
def test_times_inside_an_episode(text: str, seconds: float) -> None:
    (chapter,) = read_start(text).fields.chapters or ()

    assert chapter.start == seconds


@pytest.mark.parametrize("text", ["1:2", "1:60", "1:60:00", "abc", "1.2345", "1:23:45:67", "1e3", "-5", "٣"])
def test_what_is_no_time(text: str) -> None:
    wrong = read_start(text)

    assert [(fault.rule, fault.line) for fault in wrong.faults] == [("time", 4)]
    assert wrong.fields.chapters == ()
