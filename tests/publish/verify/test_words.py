"""What says the same, whatever happened to it on the way, and what does not."""

import pytest

from pressroom.publish.verify.words import says_the_same

_BUILT = b"""<!doctype html><html><head><title>News</title><style>a{}</style></head>
<body><h1>News</h1> <ul><li>One</li> <li>Two</li></ul>
<p>Write to <a href="mailto:us@example.com">us@example.com</a>, please.</p></body></html>"""


@pytest.mark.parametrize(
    ("came", "same"),
    [
        (_BUILT, True),
        (_BUILT.replace(b"\n", b"").replace(b"</li> <li>", b"</li><li>"), True),
        (_BUILT.replace(b"</body>", b"<script>track()</script><!-- seen --></body>"), True),
        (
            _BUILT.replace(
                b'<a href="mailto:us@example.com">us@example.com</a>',
                b'<a href="/cdn-cgi/l/email-protection" class="__cf_email__">[email&#160;protected]</a>',
            ),
            True,
        ),
        (_BUILT.replace(b"Two", b"Three"), False),
        (_BUILT.replace(b"please", b"now"), False),
        (b"", False),
        (b"<html></html>", False),
    ],
)
def test_a_page(came: bytes, same: bool) -> None:
    assert says_the_same(_BUILT, came, "text/html") is same


@pytest.mark.parametrize(
    ("came", "same"),
    [
        (b"<feed>\n<title>News</title></feed>", True),
        (b"<feed><title>Old</title></feed>", False),
        (b"<feed>", False),
        (b'<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/hostname">]><feed><title>&x;</title></feed>', False),
    ],
)
def test_a_feed(came: bytes, same: bool) -> None:
    assert says_the_same(b"<feed><title>News</title></feed>", came, "application/atom+xml") is same


def test_of_other_files_the_bytes_count() -> None:
    assert not says_the_same(b"WEBVTT", b"WEBVTT\n", "text/vtt")
