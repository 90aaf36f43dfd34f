"""A real nginx is asked for what was published, as a reader and as a stranger would."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.publish.verify.letters import ISSUE, NEWS, SITE, SOUND, publication, published
from tests.publish.verify.serving import HEADER, WALL, Server

from pressroom.errors import PublishingFailed, Unreadable
from pressroom.publish.deploy.choosing import target_of
from pressroom.publish.deploy.deploying import deploy
from pressroom.publish.deploy.target import Silence
from pressroom.publish.verify.verifying import Patience, Published, Verified, verify
from pressroom.publish.verify.wanted import News, of_every_kind

_PAST = {"PRESSROOM_VERIFY_HEADER": HEADER}


_SIGN_ON = (
    'set $stranger "$http_authorization:$uri"; if ($stranger ~ "^:/(?!sign-on)") { return 302 /sign-on/; } '
    'location /sign-on/ { default_type text/html; return 200 "Who are you?"; }'
)
_WELCOME = (
    'set $stranger "$http_authorization:$uri"; if ($stranger ~ "^:/(?!welcome)") { return 302 /welcome; } '
    "location = /welcome { try_files /about/index.html =404; }"
)


class Waits:
    """Does what a test wants while the program waits, instead of waiting."""

    def __init__(self, *meanwhile: Callable[[], object]) -> None:
        self.pauses: list[float] = []
        self._meanwhile = iter(meanwhile)

    def __call__(self, seconds: float) -> None:
        self.pauses.append(seconds)
        next(self._meanwhile, lambda: None)()


class Case:
    """A site that was built, a copy of it that is served, and a server."""

    def __init__(self, folder: Path, path: str = "/") -> None:
        self.folder = folder
        self.live = folder / "live"
        self.server = Server(folder, path)

    def ask(
        self,
        rules: str = "",
        environment: Mapping[str, str] | None = None,
        news: News = NEWS,
        patience: Patience | None = None,
        **deploy: str,
    ) -> Verified:
        given = self.publish(news, **deploy)
        with self.server.serving(self.live, given.publication, rules):
            return self.verify(given, environment, patience)

    def publish(self, news: News = NEWS, **deploy: str) -> Published:
        given = published(self.folder / "site", publication(self.server.base_url, **deploy), news)
        if not self.live.exists():
            shutil.copytree(self.folder / "site", self.live)
        return given

    def verify(
        self, given: Published, environment: Mapping[str, str] | None = None, patience: Patience | None = None
    ) -> Verified:
        with target_of(given.publication.deploy, self.folder, {}) as target:
            return verify(given, target, environment or {}, patience or Patience((), Waits()))

    def change(self, path: str, data: bytes) -> None:
        if not self.live.exists():
            self.publish()
        (self.live / path).write_bytes(data)


@pytest.fixture(params=["/", "/news/"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    return Case(tmp_path, request.param)


@pytest.fixture
def plain(tmp_path: Path) -> Case:
    return Case(tmp_path)


def test_what_is_live_is_what_was_published(case: Case) -> None:
    done = case.ask(access="network")
    assert (done.pages, done.sounds, done.altered, done.refused, done.looked_inside) == (9, 1, (), 0, True)
    assert done.told() == "9 pages and feeds and 1 sound file are live."


def test_without_news_the_front_page_and_the_feed_are_looked_at(plain: Case) -> None:
    assert plain.ask(news=News(), access="network").pages == 2


def test_behind_a_wall_strangers_are_refused_and_the_content_is_looked_at(case: Case) -> None:
    done = case.ask(WALL, _PAST, access="wall")
    assert (done.refused, done.pages, done.sounds) == (23, 9, 1)
    assert done.told().startswith("Strangers are refused on all 23 kinds of paths. 9 pages")


def test_without_a_way_past_the_wall_that_is_said(plain: Case) -> None:
    done = plain.ask(WALL, access="wall")
    assert (done.refused, done.pages, done.looked_inside) == (23, 0, False)
    assert "PRESSROOM_VERIFY_HEADER is not set" in done.told()


def test_every_kind_of_path_is_tried_once(plain: Case) -> None:
    files = plain.publish().built.files
    assert set(of_every_kind(files, ())) == set(SITE) - {"_headers"}
    more = {**files, "issues/2026-10/index.html": files[ISSUE], "assets/pictures/x.webp": files[ISSUE]}
    assert len(of_every_kind(more, ())) == len(SITE) - 1


@pytest.mark.parametrize("path", sorted(set(SITE) - {"_headers"}))
def test_one_open_path_fails_it_loudly(plain: Case, path: str) -> None:
    hole = f'location = "/{path.removesuffix("index.html")}" {{ auth_basic off; try_files /{path} =404; }}'
    with pytest.raises(PublishingFailed, match="Strangers can read") as fault:
        plain.ask(f"{WALL} {hole}", _PAST, access="wall")
    assert path.removesuffix("index.html") in fault.value.message
    assert "No email has left" in fault.value.hint


def test_a_site_without_its_wall_is_told_with_some_of_its_paths(plain: Case) -> None:
    with pytest.raises(PublishingFailed, match="and 20 more can be had"):
        plain.ask(access="wall")


@pytest.mark.parametrize(
    "rules",
    [
        'if ($http_authorization = "") { return 302 https://login.example/?rd=$request_uri; }',
        'if ($http_authorization = "") { return 403; }',
        _SIGN_ON,
    ],
    ids=["to another host", "403", "to a page of this host"],
)
def test_a_sign_on_refuses_in_one_of_three_ways(plain: Case, rules: str) -> None:
    done = plain.ask(rules, _PAST, access="wall")
    assert (done.refused, done.pages) == (23, 9)


@pytest.mark.parametrize("status", [404, 503])
def test_an_answer_that_neither_gives_nor_refuses_is_no_wall(plain: Case, status: int) -> None:
    with pytest.raises(PublishingFailed, match=f"answered {status} to a stranger"):
        plain.ask(f"return {status};", access="wall")


def test_a_page_of_ours_at_the_end_of_a_redirection_is_open(plain: Case) -> None:
    with pytest.raises(PublishingFailed, match="Strangers can read"):
        plain.ask(_WELCOME, _PAST, access="wall")


def test_what_another_host_gives_to_anybody_is_open(plain: Case, tmp_path: Path) -> None:
    (tmp_path / "cdn").mkdir()
    given, cdn = plain.publish(access="wall"), Server(tmp_path / "cdn")
    (tmp_path / "open").mkdir()
    (tmp_path / "open/feed.xml").write_bytes(SITE["feed.xml"].replace(b"><", b">\n<"))
    away = f'if ($http_authorization = "") {{ return 302 {cdn.base_url}$request_uri; }}'
    with (
        cdn.serving(tmp_path / "open", given.publication),
        plain.server.serving(plain.live, given.publication, away),
    ):
        with pytest.raises(PublishingFailed, match="Strangers can read") as fault:
            plain.verify(given, _PAST)
        assert f"{plain.server.base_url}feed.xml can be had" in fault.value.message
        (tmp_path / "open/feed.xml").write_bytes(b"<feed>Who are you?</feed>")
        assert plain.verify(given, _PAST).refused == 23
        shutil.copytree(plain.live / "assets", tmp_path / "open/assets")
        with pytest.raises(PublishingFailed, match=r"quay-0123456789ab-320\.webp"):
            plain.verify(given, _PAST)


def test_a_page_that_is_open_by_its_other_name_alone_is_open(plain: Case) -> None:
    hole = f"location = /{ISSUE} {{ auth_basic off; }}"
    closed = f"location = /{ISSUE.removesuffix('index.html')} {{ return 401; }}"
    with pytest.raises(PublishingFailed, match=r"Strangers can read .*index\.html"):
        plain.ask(f"{WALL} {hole} {closed}", _PAST, access="wall")


def test_another_host_that_is_silent_gives_nothing(plain: Case) -> None:
    away = 'if ($http_authorization = "") { return 302 http://127.0.0.1:9/$request_uri; }'
    assert plain.ask(away, _PAST, access="wall").refused == 23


def test_who_is_sent_from_host_to_host_for_want_of_a_cookie_is_refused(plain: Case) -> None:
    other = plain.server.base_url.replace("127.0.0.1", "localhost")
    rules = f'set $who "$http_authorization$host"; if ($who = "127.0.0.1") {{ return 302 {other}; }}'
    back = f'if ($who = "localhost") {{ return 302 {plain.server.base_url}; }}'
    assert plain.ask(f"{rules} {back}", _PAST, access="wall").refused == 23


def test_a_page_beside_a_refusal_is_open(plain: Case) -> None:
    about = "location = /about/ { auth_basic off; error_page 418 =403 /about/index.html; return 418; }"
    rules = f"{WALL} {about} location = /about/index.html {{ auth_basic off; }}"
    with pytest.raises(PublishingFailed, match=r"Strangers can read .*/about/"):
        plain.ask(rules, _PAST, access="wall")


def test_a_header_that_does_not_get_past_the_wall_is_told_and_not_shown(plain: Case) -> None:
    with pytest.raises(PublishingFailed, match="answered 401") as fault:
        plain.ask(WALL, {"PRESSROOM_VERIFY_HEADER": "Authorization: Basic c2VjcmV0"}, access="wall")
    assert "PRESSROOM_VERIFY_HEADER" in fault.value.hint
    assert "c2VjcmV0" not in f"{fault.value.message}{fault.value.hint}"


@pytest.mark.parametrize("header", ["no colon", "Name:", ": value", "Two words: value", "A: b\nC: d", "Ä: b"])
def test_what_is_no_header_is_told_and_not_shown(plain: Case, header: str) -> None:
    with pytest.raises(Unreadable, match="is no header") as fault:
        plain.ask(WALL, {"PRESSROOM_VERIFY_HEADER": header}, access="wall")
    assert header not in fault.value.message


def test_a_secret_does_not_follow_to_another_host(plain: Case) -> None:
    with pytest.raises(PublishingFailed, match=r"leads to login\.example, so"):
        plain.ask("return 302 https://login.example/;", _PAST, access="wall")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("index.html", b"<title>The Gangway</title> as it was"),
        ("feed.xml", b"<feed/>"),
        ("feed.xml", b"no feed"),
        (ISSUE, b""),
        ("podcast/captain/transcript.vtt", b"WEBVTT older"),
    ],
)
def test_what_is_older_is_told(plain: Case, path: str, data: bytes) -> None:
    plain.change(path, data)
    with pytest.raises(PublishingFailed, match="is not what was published") as fault:
        plain.ask(access="network")
    assert "cache" in fault.value.hint


def test_a_page_that_says_the_same_in_other_bytes_is_noted(plain: Case) -> None:
    squeezed = SITE[ISSUE].replace(b"\n", b"").replace(b"</body>", b"<script>x</script></body>")
    plain.change(ISSUE, squeezed)
    done = plain.ask(access="network")
    assert done.altered == (ISSUE,)
    assert "1 changed on the way" in done.told()


def test_what_is_missing_is_told(plain: Case) -> None:
    plain.publish()
    shutil.rmtree((plain.live / ISSUE).parent)
    with pytest.raises(PublishingFailed, match=r"issues/2026-11/ answered 404, and it was published"):
        plain.ask(access="network")


def test_a_wall_that_nobody_told_of_is_told(plain: Case) -> None:
    with pytest.raises(PublishingFailed, match="answered 401, so") as fault:
        plain.ask(WALL, access="network")
    assert "access: wall" in fault.value.hint


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ("max_ranges 0;", "cannot be played from the middle"),
        (
            f"location = /{SOUND} {{ default_type application/octet-stream; types {{}} }}",
            "is sent as application/octet",
        ),
        (f'location = /{SOUND} {{ default_type audio/mpeg; return 200 "short"; }}', "has 5 bytes, and 10240 were"),
        ("location = / { default_type text/plain; types {} try_files /index.html =404; }", "is sent as text/plain"),
    ],
)
def test_sound_and_pages_are_sent_as_players_and_browsers_need_it(plain: Case, rules: str, says: str) -> None:
    with pytest.raises(PublishingFailed, match=says):
        plain.ask(rules, access="network")


def test_sound_of_other_bytes_is_told(plain: Case) -> None:
    plain.change(SOUND, bytes(reversed(SITE[SOUND])))
    with pytest.raises(PublishingFailed, match="is not the sound that was published"):
        plain.ask(access="network")


def test_while_it_spreads_it_is_asked_again(plain: Case) -> None:
    plain.change("index.html", b"old")
    waits = Waits(lambda: None, lambda: plain.change("index.html", SITE["index.html"]))
    assert plain.ask(access="network", patience=Patience((1, 2, 4), waits)).pages == 9
    assert waits.pauses == [1, 2]


def test_patience_has_an_end(plain: Case) -> None:
    plain.change("index.html", b"old")
    waits = Waits()
    with pytest.raises(PublishingFailed, match="is not what was published"):
        plain.ask(access="network", patience=Patience((1, 2, 4), waits))
    assert waits.pauses == [1, 2, 4]


def test_an_open_site_is_not_asked_again(plain: Case) -> None:
    waits = Waits()
    with pytest.raises(PublishingFailed, match="Strangers can read"):
        plain.ask(access="wall", patience=Patience((1, 2, 4), waits))
    assert waits.pauses == []


def test_a_server_that_is_down_is_told(plain: Case) -> None:
    given = plain.publish(access="network")
    with pytest.raises(PublishingFailed, match=r"does not answer \(no connection\)") as fault:
        plain.verify(given)
    assert "base_url" in fault.value.hint


def test_an_address_without_a_certificate_is_told(plain: Case) -> None:
    given = plain.publish(access="network")
    https = given.publication.but(base_url=plain.server.base_url.replace("http:", "https:"))
    with (
        plain.server.serving(plain.live, given.publication),
        pytest.raises(PublishingFailed, match="no certificate that can be trusted"),
    ):
        plain.verify(given.but(publication=https))


def test_redirections_in_a_circle_are_told(plain: Case) -> None:
    with pytest.raises(PublishingFailed, match="leads in a circle"):
        plain.ask("rewrite ^/(.*)$ /again/$1 redirect;", access="network")


def test_where_no_server_is_named_the_files_are_read(tmp_path: Path) -> None:
    given = published(tmp_path / "site", publication("https://gangway.example/", to=""))
    with target_of(given.publication.deploy, tmp_path, {}) as target:
        deploy(target, given.built, Silence())
        done = verify(given, target, {}, Patience((), Waits()))
        assert (done.pages, done.sounds) == (9, 1)
        (tmp_path / ".pressroom/live/current/index.html").write_text("Damaged")
        with pytest.raises(PublishingFailed, match=r"index\.html in folder:\.pressroom/live is not"):
            verify(given, target, {}, Patience((), Waits()))
        (tmp_path / ".pressroom/live/current" / SOUND).unlink()
        (tmp_path / ".pressroom/live/current/index.html").write_bytes(SITE["index.html"])
        with pytest.raises(PublishingFailed, match=r"captain\.mp3 in folder:\.pressroom/live answered 404"):
            verify(given, target, {}, Patience((), Waits()))
