"""What listeners have: real apps against a real server, from an open show and from a private one."""

import pytest
from tests.listening.clients import Client
from tests.listening.ground import Ground, addresses
from tests.listening.serving import ask, status


@pytest.mark.parametrize("access", ["opened", "private", "static"])
def test_an_app_subscribes_downloads_and_has_a_corrected_title_in_its_place(
    client: Client, access: str, request: pytest.FixtureRequest
) -> None:
    ground: Ground = request.getfixturevalue(access)
    client.subscribe(ground.open_feed if access == "opened" else ground.link("bram"))
    client.refresh()
    heard, before = client.sounds(), client.titles()
    assert heard == ground.sounds()

    corrected = f"Corrected for {type(client).__name__}"
    ground.retitle(corrected)
    ground.publish()
    client.refresh()
    assert client.sounds() == heard
    if before:  # podget keeps no titles
        assert len(before) == len(client.titles()) == 2
        assert len(set(before) & set(client.titles())) == 1
        assert corrected in client.titles()


def test_every_address_of_a_subscriber_is_there_and_none_is_of_another(private: Ground) -> None:
    ada, bram = addresses(private.link("ada")), addresses(private.link("bram"))
    kinds = {address.rpartition("/")[2].partition("-")[0] for address in ada}
    assert kinds >= {"feed.xml", "artwork", "talk", "transcript.vtt", "chapters.json"}
    assert not set(ada) & set(bram)
    assert {status(address) for address in (*ada, *bram)} == {200}


def test_the_site_has_nothing_of_a_private_show(private: Ground) -> None:
    assert status(private.open_feed) == 404
    assert not (private.root / "site/podcast").exists()


def test_what_an_answer_says_of_itself(private: Ground) -> None:
    feed = private.link("bram")
    code, headers, body = ask(feed)
    assert (code, headers["Content-Type"]) == (200, "application/rss+xml")
    assert headers["Cache-Control"] == "private, no-cache"
    assert (headers["X-Robots-Tag"], headers["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert b"<itunes:block>Yes</itunes:block>" in body
    assert b"<podcast:block>yes</podcast:block>" in body
    assert ask(feed, If_None_Match=headers["ETag"])[0] == 304
    assert ask(feed, If_Modified_Since=headers["Last-Modified"])[0] == 304

    by_kind = {address.rpartition(".")[2]: address for address in addresses(feed)}
    assert ask(by_kind["json"])[1]["Content-Type"] == "application/json+chapters"
    assert ask(by_kind["vtt"])[1]["Content-Type"] == "text/vtt; charset=utf-8"
    assert ask(by_kind["mp3"], "HEAD")[1]["Content-Type"] == "audio/mpeg"
    code, headers, body = ask(by_kind["mp3"], Range="bytes=100-199")
    assert (code, headers["Content-Range"].partition("/")[0], len(body)) == (206, "bytes 100-199", 100)


def test_no_guid_holds_a_token(private: Ground) -> None:
    feed = private.link("bram")
    token = feed.split("/")[-2]
    guids = [line for line in ask(feed)[2].decode().splitlines() if "guid" in line]
    assert len(guids) == 3
    assert token not in "".join(guids)


@pytest.mark.parametrize(
    "path", ["feed.xml", "", "nginx/subscribers.conf", "../feed.xml", "..%2fnginx/subscribers.conf"]
)
def test_without_a_token_there_is_nothing(private: Ground, path: str) -> None:
    base, _, token = private.link("bram").removesuffix("/feed.xml").rpartition("/")
    assert status(f"{base}/{'A' * 43}/{path}") == 404
    assert status(f"{base}/{token}/{path}") == (200 if path == "feed.xml" else 404)


def test_no_token_is_written_into_a_log(private: Ground) -> None:
    feed = private.link("bram")
    for address in (feed, f"{feed}.gone.mp3", feed.replace("feed.xml", "")):
        ask(address, Range="bytes=999999999-")
    assert feed.split("/")[-2] not in private.server.logs()
