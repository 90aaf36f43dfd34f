"""Values of every type: what is accepted, as what, and what is not."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from pressroom.load import plain_yaml
from pressroom.load.fields.addresses import BaseUrl, Email, Link, ListId, Sender, Unsubscribe, Url
from pressroom.load.fields.base import Fields, optional
from pressroom.load.fields.choices import Category
from pressroom.load.fields.locales import Language, Timezone
from pressroom.load.fields.moments import DayOrMoment
from pressroom.load.fields.numbers import Flag, Size, Whole
from pressroom.load.fields.reading import read
from pressroom.load.fields.refusing import told
from pressroom.load.fields.texts import Colour, Guid, Line, Paragraphs, Words


class Everything(Fields):
    """A field of each type."""

    line: Line | None = optional("", "")
    words: Words | None = optional("", "")
    paragraphs: Paragraphs | None = optional("", "")
    guid: Guid | None = optional("", "")
    colour: Colour | None = optional("", "")
    whole: Whole | None = optional("", "")
    size: Size | None = optional("", "")
    flag: Flag | None = optional("", "")
    language: Language | None = optional("", "")
    timezone: Timezone | None = optional("", "")
    category: Category | None = optional("", "")
    email: Email | None = optional("", "")
    sender: Sender | None = optional("", "")
    base_url: BaseUrl | None = optional("", "")
    url: Url | None = optional("", "")
    link: Link | None = optional("", "")
    day_or_moment: DayOrMoment | None = optional("", "")
    unsubscribe: Unsubscribe | None = optional("", "")
    list_id: ListId | None = optional("", "")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("line:  'Fog '", "Fog"),
        ("line: '=?utf-8?q?Fog?='", "=?utf-8?q?Fog?="),
        ('line: "{{ x }}"', "{{ x }}"),
        ('words: "Thick\\n and cold "', "Thick and cold"),
        ('paragraphs: "One\\r\\n\\r\\ntwo\\n"', "One\n\ntwo"),
        ("guid: 2026-11/ask-the-captain", "2026-11/ask-the-captain"),
        ("colour: '#0F3d56'", "#0f3d56"),
        ("whole: 1", 1),
        ("whole: ' 999999999 '", 999_999_999),
        ("size: 18250112000", 18_250_112_000),
        ("flag: true", True),
        ("flag: Yes", True),
        ("flag: no", False),
        ("flag: 'OFF'", False),
        ("language: en", "en"),
        ("language: pt-BR", "pt-br"),
        ("timezone: Europe/Amsterdam", "Europe/Amsterdam"),
        ("timezone: UTC", "UTC"),
        ("category: Business", "Business"),
        ("category: Society & Culture > Places & Travel", "Society & Culture > Places & Travel"),
        ("category: Business>Careers", "Business > Careers"),
        ("email: ada.l+news@mail.example.com", "ada.l+news@mail.example.com"),
        ("email: info@bücher.example", "info@bücher.example"),
        ("email: संपर्क@डाटामेल.भारत", "संपर्क@डाटामेल.भारत"),
        ("email: bu\u0308ro@x.example", "büro@x.example"),
        ("sender: The Bench <news@example.com>", "The Bench <news@example.com>"),
        ("sender: '\"Bench, The\" <news@example.com>'", '"Bench, The" <news@example.com>'),
        ("sender: news@example.com", "news@example.com"),
        ("base_url: https://news.example.com", "https://news.example.com/"),
        ("base_url: https://News.example.com:8443/a/b/", "https://news.example.com:8443/a/b/"),
        ("base_url: http://localhost", "http://localhost/"),
        ("base_url: http://localhost:8000/a", "http://localhost:8000/a/"),
        ("base_url: http://192.0.2.7:80", "http://192.0.2.7:80/"),
        ("base_url: 'http://[2001:DB8::1]:80/'", "http://[2001:db8::1]:80/"),
        ("base_url: https://Bücher.example:8443/a", "https://xn--bcher-kva.example:8443/a/"),
        (f"base_url: https://{'a' * 63}.example", f"https://{'a' * 63}.example/"),
        (f"email: {'a' * 64}@x.example", f"{'a' * 64}@x.example"),
        (f"email: a@{'b.' * 125}ex", f"a@{'b.' * 125}ex"),
        (f"sender: {'N' * 200} <a@x.example>", f"{'N' * 200} <a@x.example>"),
        (f"list_id: {'b.' * 126}b", f"{'b.' * 126}b"),
        (f"unsubscribe: https://x.example/{'a' * 882}", f"https://x.example/{'a' * 882}"),
        ("url: https://x.example/a?b=c#d", "https://x.example/a?b=c#d"),
        ("link: https://x.example/a?b=c#d", "https://x.example/a?b=c#d"),
        ("link: 'mailto:a@x.example?subject=party'", "mailto:a@x.example?subject=party"),
        ("link: ../2026-10/issue.md#bells", "../2026-10/issue.md#bells"),
        ("link: '#bells'", "#bells"),
        ("day_or_moment: 2026-11-24", date(2026, 11, 24)),
        ("day_or_moment: 2026-11-24T00:00", datetime(2026, 11, 24, tzinfo=UTC)),
        ('unsubscribe: "mailto:a@x.example?subject=stop"', "mailto:a@x.example?subject=stop"),
        ("unsubscribe: https://x.example/stop", "https://x.example/stop"),
        ("list_id: bench.example.com", "bench.example.com"),
        ("email:", None),
        ("email: ''", None),
    ],
)
def test_what_is_accepted(written: str, value: object) -> None:
    name = written.partition(":")[0]
    result = read(Everything, plain_yaml.read(written, 1), UTC)

    assert result.faults == ()
    assert getattr(result.fields, name) == value


@pytest.mark.parametrize(
    ("written", "rule", "says"),
    [
        ('line: "a\\nb"', "line-break-in-header", "line: a b"),
        ('line: "a: b\\nc"', "line-break-in-header", 'line: "a: b c"'),
        ('line: "a\\rb"', "line-break-in-header", "line: a b"),
        ('guid: "a\\nb"', "line-break-in-header", "guid: a b"),
        ("guid: a b", "guid", "no spaces"),
        ("colour: '#abc'", "colour", 'colour: "#aabbcc"'),
        ("colour: ABCDEF", "colour", 'colour: "#abcdef"'),
        ("colour: '#12345g'", "colour", 'colour: "#1d3557"'),
        ("whole: 010", "whole-number", "it begins with 0. Write whole: 10"),
        ("whole: 0", "whole-number", "0 is not"),
        ("whole: -1", "whole-number", "-1 is not"),
        ("whole: +1", "whole-number", "+1 is not"),
        ("whole: 1.5", "whole-number", "1.5 is not"),
        ("whole: .inf", "whole-number", ".inf is not"),
        ("whole: 1,000", "whole-number", "Write whole: 1000"),
        ("whole: 1_000_000", "whole-number", "Write whole: 1000000"),
        ("whole: １２", "whole-number", "digits only"),
        ("whole: 1000000000", "whole-number", "beyond 999,999,999"),
        ("size: 99999999999999999999", "whole-number", "digits only"),
        ("flag: 1", "yes-or-no", "1 is neither"),
        ("language: Dutch", "language", ": nl"),
        ("language: en_GB", "language", ": en-gb"),
        ("language: Klingon", "language", "two or three letters"),
        ("timezone: europe/amsterdam", "timezone", "Did you mean Europe/Amsterdam?"),
        ("timezone: ../../etc/passwd", "timezone", "there is none called ../../etc/passwd"),
        ("timezone: localtime", "timezone", "localtime"),
        ("category: Management", "category", "Did you mean Business > Management?"),
        ("category: Carers", "category", "Did you mean Business > Careers?"),
        ("category: Society &amp; Culture", "category", "Did you mean Society & Culture?"),
        ("category: Knitting", "category", "Take one of Apple's"),
        ("email: ada", "email-address", "ada is none"),
        ("email: ada@localhost", "email-address", "ada@localhost is none"),
        ("email: a@x.example, b@x.example", "email-address", "Write it alone"),
        ("email: Ada <ada@x.example>", "email-address", "Write it alone"),
        ('email: "ada@x.example\\r\\nBcc: b@x.example"', "line-break-in-header", "line break"),
        ("email: ada..l@x.example", "email-address", "is none"),
        ("email: ada@x..example", "email-address", "is none"),
        ("sender: The Bench", "email-address", "The Bench <news@example.com>"),
        ("sender: The Bench <news>", "email-address", "The Bench <news> is none"),
        ("sender: a@x.example <b@x.example> c", "email-address", "is none"),
        ("base_url: news.example.com", "base-url", "does not begin with https://"),
        ("base_url: //news.example.com", "base-url", "does not begin with https://"),
        ("base_url: ftp://news.example.com", "base-url", "does not begin with https://"),
        ("base_url: https://", "base-url", "does not begin with https://"),
        ("base_url: https://x.example/?a", "base-url", "goes on after a ? or #"),
        ("base_url: 'https://x.example/#a'", "base-url", "goes on after a ? or #"),
        ("base_url: https://a:b@x.example", "base-url", "a name or a password"),
        ("base_url: https://@x.example", "base-url", "a name or a password"),
        ("base_url: https://a<b.example", "base-url", "no name of letters"),
        ("base_url: https://a'b.example", "base-url", "no name of letters"),
        ("base_url: 'https://a\"b.example'", "base-url", "no name of letters"),
        ("base_url: https://a\\b.example", "base-url", "no name of letters"),
        ("base_url: 'https://{{a}}.example'", "base-url", "no name of letters"),
        ("base_url: https://a%00.example", "base-url", "no name of letters"),
        ("base_url: https://a_b.example", "base-url", "no name of letters"),
        ("base_url: https://-a.example", "base-url", "no name of letters"),
        ("base_url: https://a-.example", "base-url", "no name of letters"),
        ("base_url: https://bü_cher.example", "base-url", "no name of letters"),
        ("base_url: https://300.0.2.7", "base-url", "no name of letters"),
        ("base_url: 'https://[fe80::1%eth0]'", "base-url", "no name of letters"),
        (f"base_url: https://{'a' * 64}.example", "base-url", "is not written as one"),
        (f"base_url: https://{'a.' * 200}example", "base-url", "no name of letters"),
        (f"email: {'a' * 65}@x.example", "email-address", "65 characters before the @; 64 are the most"),
        (f"email: a@{'b.' * 124}example", "email-address", "255 characters behind the @; 253 are the most"),
        (f"email: abc@{'b.' * 125}xy", "email-address", "256 characters in all; 254 are the most"),
        (f"email: a@{'ü' * 60}.example", "email-address", "a domain that cannot be"),
        (f"email: {'ü' * 33}@x.example", "email-address", "66 characters before the @; 64 are the most"),
        ("email: a\u202eb@x.example", "email-address", "is none"),
        ("email: a\u00a0b@x.example", "email-address", "is none"),
        (f"email: a@{'b' * 64}.example", "email-address", "a domain that cannot be"),
        (f"sender: A <{'a' * 65}@x.example>", "email-address", "before the @"),
        (f"sender: {'a' * 65}@x.example", "email-address", "before the @"),
        (f"sender: {'N' * 201} <a@x.example>", "email-address", "has 201 characters; 200 are the most"),
        (f"list_id: {'b.' * 126}bb", "list-id", "has 254 characters; 253 are the most"),
        (f"unsubscribe: https://x.example/{'a' * 883}", "url", "has 901 characters; 900 are the most"),
        (f"unsubscribe: 'mailto:{'a' * 65}@x.example'", "email-address", "before the @"),
        ("base_url: https://x.example/a/../b", "base-url", "a path that cannot stand"),
        ("base_url: https://x.example/ü", "base-url", "a path that cannot stand"),
        ("base_url: https://x.example:99999", "base-url", "is not written as one"),
        ("base_url: https://[::1", "base-url", "is not written as one"),
        ("base_url: https://x y.example", "base-url", "is not written as one"),
        ("url: javascript:alert(1)", "url", "is none"),
        ("url: https://", "url", "is none"),
        ("url: https://x.example/ü", "url", "is none"),
        ("link: javascript:alert(1)", "url", "javascript:alert(1) is none"),
        ("link: ' java\tscript:alert(1)'", "url", "is none"),
        ("link: tel:+31201234567", "url", "is none"),
        ("link: mailto:nobody", "url", "is none"),
        ("link: 'mailto:a@x.example?subject=a b'", "url", "is none"),
        ("link: https://", "url", "Write link: https://intranet.example.com/party, or link: a-story.md"),
        ("day_or_moment: 24/11/2026 19:00", "date", "day_or_moment: 2026-11-24T19:00 (24 November)"),
        ("day_or_moment: 2026-11-31", "date", "November 2026 has 30 days"),
        ("unsubscribe: http://x.example", "url", "is none"),
        ("unsubscribe: mailto:nobody", "url", "is none"),
        ("unsubscribe: 'mailto:a@x.example?subject=a b'", "url", "is none"),
        ("list_id: bench", "list-id", "no such name"),
        ("list_id: The Bench <bench.example.com>", "list-id", "no such name"),
        ("list_id: a..b", "list-id", "no such name"),
    ],
)
def test_what_is_refused(written: str, rule: str, says: str) -> None:
    name = written.partition(":")[0]
    result = read(Everything, plain_yaml.read(written, 7), UTC)

    (fault,) = result.faults
    assert (fault.rule, fault.line) == (rule, 7)
    assert says in f"{fault.message} {fault.hint}"
    assert getattr(result.fields, name) is None
    assert result.is_faulty(name)
    assert name not in result.lines


def test_a_long_value_is_not_repeated_whole() -> None:
    result = read(Everything, plain_yaml.read(f"category: {'x' * 10_000}", 1), UTC)

    assert len(result.faults[0].message) < 200


def test_a_value_is_shortened_beyond_sixty_characters() -> None:
    assert told("x" * 60) == "x" * 60
    assert told("x" * 61) == "x" * 59 + "…"
    assert told(" a\n b\0c ") == "a b c"


def _schema() -> dict[str, Any]:
    properties: dict[str, Any] = Everything.model_json_schema()["properties"]
    return properties


def test_every_type_has_a_schema_for_editors() -> None:
    kinds = {name: prop["anyOf"][0].get("type") for name, prop in _schema().items()}

    assert kinds["whole"] == kinds["size"] == ["integer", "string"]
    assert _schema()["whole"]["anyOf"][0]["minimum"] == 1
    assert kinds["flag"] == ["boolean", "string"]
    texts = ("email", "base_url", "language", "colour", "category", "day_or_moment")
    assert {kinds[name] for name in texts} == {"string"}
    assert kinds["line"] == kinds["link"] == ["string", "number", "boolean"]
