"""The files themselves lie beside this test, as an operator gets them; here is why they are so."""

from pathlib import Path
from typing import Any

import pytest
from tests.builders import NOW, audio, episode, issue, publication, show

from pressroom.model.outlets import Deploy
from pressroom.model.release import release
from pressroom.render import hosting
from pressroom.render.hosting import policy

GOLDEN = Path(__file__).parent / "golden"
HEADERS, NGINX = "site/_headers", "build/hosting/nginx.conf"


def made(**fields: Any) -> dict[str, str]:
    given: dict[str, Any] = {"show": show(episode(audio=audio()))}
    current = release(publication(issue(), issue(language="nl"), **{**given, **fields}), NOW, drafts=False)
    return {artifact.path: artifact.data.decode() for artifact in hosting.render(current)}


def values(text: str, header: str) -> set[str]:
    """Return every value that a header is given."""
    lines = (line.strip().removeprefix("add_header ").removesuffix(";") for line in text.splitlines())
    found = (line.partition(" ")[2] for line in lines if line.split(" ")[0].rstrip(":") == header)
    return {value.removesuffix(" always").strip('"') for value in found}


@pytest.mark.parametrize("name", [HEADERS, NGINX])
def test_what_an_internal_site_under_a_path_gets(name: str) -> None:
    assert made(base_url="https://pages.example.com/news/")[name] == (GOLDEN / Path(name).name).read_text()


@pytest.mark.parametrize("name", [HEADERS, NGINX])
def test_nothing_is_inline_and_nothing_is_foreign(name: str) -> None:
    for value in values(made()[name], "Content-Security-Policy"):
        assert value.startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in value
        assert "base-uri 'none'" in value
        assert "http" not in value
        assert "'unsafe-inline'" not in value.partition("script-src ")[2].partition(";")[0]


def test_nginx_lets_a_message_have_its_styles_and_nothing_else_have_any() -> None:
    page, message = sorted(
        values(made()[NGINX], "Content-Security-Policy"), key=lambda value: "'unsafe-inline'" in value
    )
    assert "style-src 'self';" in page
    assert "script-src 'self' 'wasm-unsafe-eval';" in page
    assert "script" not in message
    assert "style-src 'unsafe-inline'; img-src 'self';" in message


def test_where_pages_and_messages_have_one_rule_each_narrows_it() -> None:
    """A browser keeps all policies that it is told, so that what one of them forbids is forbidden."""
    text = made()[HEADERS]
    everywhere = text.partition("/*\n")[2].partition("\n\n")[0]
    assert "style-src 'self' 'unsafe-inline';" in everywhere
    assert "script-src" not in text.partition("email.html\n")[2].partition("\n")[0]


def test_no_header_but_the_policy_is_said_by_two_rules_for_one_file() -> None:
    everywhere, *rules = made()[HEADERS].removeprefix("#").split("\n\n")[1:]
    common = {line.split(":")[0].strip() for line in everywhere.splitlines()[1:]}
    for rule in rules:
        names = {line.split(":")[0].strip() for line in rule.splitlines()[1:]}
        assert common & names <= {"Content-Security-Policy"}


def test_sound_at_another_host_may_be_played_from_there() -> None:
    url = "https://Sound.example:8443/talks/captain.mp3"
    files = made(show=show(episode(audio=audio(path=None, url=url))))
    assert all("media-src 'self' https://sound.example:8443;" in files[name] for name in files)
    assert "media-src 'self';" in made()[NGINX]


def test_sound_that_is_not_in_the_site_opens_nothing() -> None:
    away = show(episode(audio=audio(path=None, url="https://sound.example/captain.mp3")), access="private")
    assert "sound.example" not in made(show=away)[HEADERS]
    assert "sound.example" in made(show=away, deploy=Deploy(access="wall"))[HEADERS]


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example; script-src *",
        "https://a.example,b/x.mp3",
        "https://[::1]/x.mp3",
        "https://[v1.x]/x.mp3",
        "javascript:x",
        "//x",
    ],
)
def test_no_address_ends_its_directive(url: str) -> None:
    files = made(show=show(episode(audio=audio(path=None, url=url))))
    assert all("media-src 'self';" in text for text in files.values())


@pytest.mark.parametrize(
    ("visibility", "referrer", "kept", "robots"),
    [
        ("internal", "no-referrer", "private", {"noindex"}),
        ("public", "strict-origin-when-cross-origin", "public", set()),
    ],
)
def test_what_is_internal_stays_inside(visibility: str, referrer: str, kept: str, robots: set[str]) -> None:
    for text in made(visibility=visibility).values():
        assert values(text, "Referrer-Policy") == {referrer}
        assert values(text, "X-Robots-Tag") == robots
        assert {value.split(",")[0] for value in values(text, "Cache-Control")} == {kept}


@pytest.mark.parametrize(
    ("visibility", "access", "answer"),
    [("public", "open", {"*"}), ("public", "private", set()), ("internal", "open", set())],
)
def test_only_a_public_show_can_be_read_by_players_elsewhere(visibility: str, access: str, answer: set[str]) -> None:
    opened = show(episode(audio=audio()), access=access)
    for text in made(visibility=visibility, show=opened, deploy=Deploy(access="wall")).values():
        assert values(text, "Access-Control-Allow-Origin") == answer


def test_without_a_show_nothing_is_said_of_one() -> None:
    assert "/podcast/" not in made(show=None)[HEADERS]


def test_a_site_at_the_top_of_its_host_has_no_folder() -> None:
    files = made(base_url="https://gangway.example/")
    assert "\n/*\n" in files[HEADERS]
    assert 'location "/" {' in files[NGINX]
    assert "return 301" not in files[NGINX]


def test_one_language_needs_no_choice() -> None:
    current = release(publication(issue()), NOW, drafts=False)
    text = next(file.data.decode() for file in hosting.render(current) if file.path == NGINX)
    assert '"^/issues/[^/]+/email\\.html$"' in text


@pytest.mark.parametrize(
    "path", ["/a$b/", '/a"b/', "/a;b/", "/a{b}/", "/a%0Ab/", "/a%22;b/", "/a%5Cb/", "/a'b/", "/a b/", "/a*b/", "/%24x/"]
)
def test_a_path_that_nginx_would_misread_gives_no_rules(path: str) -> None:
    lines = made(base_url=f"https://gangway.example{path}")[NGINX].splitlines()
    assert all(line.startswith("#") for line in lines)


def test_a_path_is_written_as_its_address_for_the_other_hosts() -> None:
    text = made(base_url="https://gangway.example/caf%C3%A9%0A:x*/")[HEADERS]
    assert "\n/caf%C3%A9%0A%3Ax%2A/feed.xml\n" in text


def test_a_dot_in_a_path_is_a_dot() -> None:
    assert 'location ~ "^/news\\.v2/' in made(base_url="https://gangway.example/news.v2/")[NGINX]


def test_a_name_stays_on_its_line() -> None:
    text = made(name="The\nGangway\r\u2028return 500;")[NGINX]
    assert text.splitlines()[0] == "# The Gangway return 500;"


def test_every_page_says_the_policy_itself_without_what_only_a_header_can_say() -> None:
    said = policy.in_page(policy.of_pages(publication()))
    assert "frame-ancestors" not in said
    assert f"{said}; frame-ancestors 'none'" == policy.in_header(policy.of_pages(publication()))
