"""A message's addresses lead to the site as it stands here, and nothing else of it changes."""

import pytest

from pressroom.preview.readdressing import readdress

BASE = "https://gangway.example/"


@pytest.mark.parametrize(
    ("written", "here"),
    [
        (f'<a href="{BASE}issues/">Issues at {BASE}</a>', f'<a href="/news/issues/">Issues at {BASE}</a>'),
        (f'<a href="{BASE}a/?b=1&amp;c=&quot;2">x</a>', '<a href="/news/a/?b=1&amp;c=&quot;2">x</a>'),
        (f'<img alt="{BASE}" src="{BASE}a.jpg"/>', f'<img alt="{BASE}" src="/news/a.jpg"/>'),
        (f'<img srcset="{BASE}a.jpg 1x, {BASE}b.jpg 2x">', '<img srcset="/news/a.jpg 1x, /news/b.jpg 2x">'),
        ('<a href="https://elsewhere.example/">x</a>', '<a href="https://elsewhere.example/">x</a>'),
        (
            f'<a href="https://elsewhere.example/?at={BASE}">x</a>',
            f'<a href="https://elsewhere.example/?at={BASE}">x</a>',
        ),
        (
            f'<p title="{BASE}">é\n<!-- <a href="{BASE}"> --></p>',
            f'<p title="{BASE}">é\n<!-- <a href="{BASE}"> --></p>',
        ),
    ],
)
def test_what_leads_to_the_site_leads_here(written: str, here: str) -> None:
    html = f"<!DOCTYPE html>\n<p>Wörds &#8199;</p>\n{written}\n"
    assert readdress(html, BASE, lambda address: f"/news/{address}") == html.replace(written, here)
