"""Pages and messages that open from disk: what is there is led to, and nothing else is asked for."""

import pytest
from lxml import html
from lxml.html import HtmlElement

from pressroom.preview.proof.offline import Ground, settle

_FILES = {
    "issues/2026-11/index.html",
    "issues/2026-11/fog/index.html",
    "assets/pictures/quay-480.webp",
    "assets/pictures/quay-1600.webp",
    "assets/pictures/quay-480.jpg",
    "assets/site.css",
    "assets/player.js",
}


def ground() -> Ground:
    return Ground(
        base_url="https://gangway.example/news/",
        has=lambda path: path in _FILES or "secret" in path,
        missing="No sound.",
    )


def settled(body: str, *, address: str = "issues/2026-11/fog/", at: str = "", head: str = "") -> HtmlElement:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return html.document_fromstring(settle(page, address, ground(), at=at))


@pytest.mark.parametrize(
    ("href", "told"),
    [
        ("../", "../index.html"),
        ("../#letter", "../index.html#letter"),
        ("https://gangway.example/news/issues/2026-11/?utm=1#letter", "../index.html#letter"),
        ("../../2026-10/", None),
        ("https://gangway.example/news/podcast/", None),
        ("#top", "#top"),
        ("https://elsewhere.example/", "https://elsewhere.example/"),
        ("mailto:ada@example.com", "mailto:ada@example.com"),
        ("https://gangway.example/other/", "https://gangway.example/other/"),
        ("https://gangway.example/news/%2e%2e/%2e%2e/secret", None),
        ("http://[", "http://["),
    ],
)
def test_a_link_leads_to_what_is_there(href: str, told: str | None) -> None:
    [link] = settled(f'<a href="{href}">there</a>').iter("a")
    assert link.get("href") == told


def test_a_link_to_another_site_leaves_the_proof_alone() -> None:
    [link] = settled('<a href="https://elsewhere.example/">there</a>').iter("a")
    assert (link.get("target"), link.get("rel")) == ("_blank", "noopener noreferrer")


def test_a_messages_pictures_are_those_of_the_proof() -> None:
    base = "https://gangway.example/news/assets/pictures"
    [image] = settled(f'<img src="{base}/quay-480.jpg" alt="">', address="", at="email/en.html").iter("img")
    assert image.get("src") == "../site/assets/pictures/quay-480.jpg"


def test_of_a_pictures_widths_the_narrow_ones_come_along() -> None:
    way = "../../../assets/pictures"
    picture = f'<img src="{way}/quay-480.webp" srcset="{way}/quay-480.webp 480w, {way}/quay-1600.webp 1600w" alt="">'
    found = ground()
    [image] = html.document_fromstring(settle(picture, "issues/2026-11/fog/", found)).iter("img")
    assert image.get("srcset") == f"{way}/quay-480.webp 480w"
    assert found.wanted == {"assets/pictures/quay-480.webp"}


def test_densities_are_choices_as_well() -> None:
    way = "../../../assets/pictures"
    [image] = settled(f'<img src="{way}/quay-480.webp" srcset="{way}/none.webp 1x, {way}/quay-480.webp 2x">').iter(
        "img"
    )
    assert image.get("srcset") == f"{way}/quay-480.webp 2x"


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://elsewhere.example/pixel.gif" alt="">',
        '<img src="//elsewhere.example/pixel.gif" alt="">',
        '<img src="../missing.webp" srcset="../missing.webp 480w" alt="">',
        '<audio src="https://elsewhere.example/talk.mp3"></audio>',
        '<script src="https://elsewhere.example/spy.js"></script>',
        '<!--[if mso]><v:fill src="https://gangway.example/news/assets/pictures/quay-480.jpg"><![endif]-->',
        '<table background="https://elsewhere.example/ground.png"><tr><td>News</td></tr></table>',
        '<video poster="https://elsewhere.example/still.jpg"></video>',
    ],
)
def test_what_is_not_there_is_not_asked_for(body: str) -> None:
    told = html.tostring(settled(body), encoding="unicode")
    assert "https:" not in told
    assert "missing" not in told
    assert "//elsewhere" not in told


def test_a_sound_that_is_left_out_is_told() -> None:
    root = settled('<div class="press-sound" data-cover="x.jpg"><audio src="talk.mp3" controls></audio></div>')
    assert "No sound." in root.text_content()
    assert not list(root.iter("audio"))


def test_what_only_machines_read_stays_behind() -> None:
    head = (
        '<link rel="canonical" href="https://gangway.example/news/issues/2026-11/fog/">'
        '<link rel="alternate" hreflang="nl" href="https://gangway.example/news/nl/">'
        '<link rel="stylesheet" href="../../../assets/site.css"><link rel="stylesheet" href="../../../assets/gone.css">'
        '<link rel="icon" href="data:,">'
        '<meta property="og:url" content="https://gangway.example/news/"><meta name="description" content="Fog">'
        '<meta name="twitter:card" content="summary"><script type="application/ld+json">{}</script>'
        '<script src="../../../assets/player.js"></script>'
    )
    root = settled("<p>Fog</p>", head=head)
    assert [link.get("href") for link in root.iter("link")] == ["../../../assets/site.css", "data:,"]
    assert [meta.get("name") for meta in root.iter("meta") if not meta.get("http-equiv")] == ["description"]
    assert [script.get("src") for script in root.iter("script")] == ["../../../assets/player.js"]


def test_what_was_escaped_stays_escaped() -> None:
    told = settle("<p>&lt;script&gt;alert(1)&lt;/script&gt; שלום</p>", "", ground())
    assert "&lt;script&gt;alert(1)&lt;/script&gt; שלום" in told
    assert told.startswith("<!DOCTYPE html>")


def test_what_a_theme_would_ask_anybody_for_is_not_asked() -> None:
    head = (
        '<meta http-equiv="Refresh" content="0;url=https://evil.example/"><meta charset="utf-8">'
        '<link rel="stylesheet" href="https://evil.example/a.css"><link rel="icon" href="//evil.example/a.png">'
    )
    root = settled("<p>Fog</p>", head=head)
    assert "evil" not in html.tostring(root, encoding="unicode")
    policy, *others = root.iter("meta")
    assert policy.get("http-equiv") == "Content-Security-Policy"
    assert policy.get("content", "").startswith("default-src 'self' file: data: blob: 'unsafe-inline' 'unsafe-eval'; ")
    assert "http" not in policy.get("content", "")
    assert [one.get("charset") for one in others] == ["utf-8"]
