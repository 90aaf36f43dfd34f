"""What kind of address was written."""

import pytest

from pressroom.prose import schemes
from pressroom.prose.schemes import Kind


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", Kind.EMPTY),
        (" \t\n", Kind.EMPTY),
        ("story.md", Kind.INSIDE),
        ("../2026-10/issue.md#rota", Kind.INSIDE),
        ("#rota", Kind.INSIDE),
        ("/about/", Kind.INSIDE),
        ("data.md", Kind.INSIDE),
        ("a/b:c.md", Kind.INSIDE),
        ("https://example.com", Kind.OUTSIDE),
        ("HTTP://example.com", Kind.OUTSIDE),
        ("//example.com/x", Kind.OUTSIDE),
        ("mailto:a@example.com", Kind.OUTSIDE),
        ("tel:+31201234567", Kind.OUTSIDE),
        ("sms:+31201234567", Kind.OUTSIDE),
        ("javascript:x", Kind.RUNS),
        (" \x01JAVASCRIPT:x", Kind.RUNS),
        ("java\tscript\n:x", Kind.RUNS),
        ("java%73cript:x", Kind.RUNS),
        ("java\u200bscript:x", Kind.RUNS),
        ("vbscript:x", Kind.RUNS),
        ("data:text/html,x", Kind.RUNS),
        ("file:///etc/passwd", Kind.RUNS),
        ("irc://example.com", Kind.UNKNOWN),
        ("hhttps://example.com", Kind.UNKNOWN),
        ("https:example.com", Kind.UNKNOWN),
        ("http:///x", Kind.UNKNOWN),
        ("C:\\x", Kind.UNKNOWN),
    ],
)
def test_the_kind_of_an_address(written: str, kind: Kind) -> None:
    assert schemes.read(written).kind is kind


def test_an_address_is_what_a_browser_takes_it_for() -> None:
    assert schemes.read(" sto\nry.md ").value == "story.md"
    assert schemes.read("//example.com/x").value == "https://example.com/x"
    assert schemes.read("MAILTO:A@example.com") == (Kind.OUTSIDE, "MAILTO:A@example.com", "mailto")
