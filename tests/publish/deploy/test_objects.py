"""Object storage: how files are sent, what is kept aside, and servers that cannot be relied on."""

import json
import os
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import uuid4

import obstore
import pytest
from tests.publish.deploy import servers
from tests.publish.deploy.grounds import SIGNED, Ground, Stored
from tests.publish.deploy.sites import built, newsletter

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.target import Silence


@pytest.fixture
def ground(keys: int, tmp_path: Path) -> Ground:
    prefix = uuid4().hex
    view = Stored(keys, servers.BUCKET, prefix, SIGNED)
    return Ground(f"s3://{servers.BUCKET}/{prefix}", tmp_path, view, dict(os.environ))


def _view(ground: Ground) -> Stored:
    assert isinstance(ground.view, Stored)
    return ground.view


def test_files_are_sent_with_their_type_and_caching(ground: Ground, tmp_path: Path) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    sheet = next(path for path in ground.view.paths() if path.endswith(".css"))
    for path, kind, cache in (
        ("index.html", "text/html; charset=utf-8", "private, no-cache"),
        ("feed.xml", "application/atom+xml", "private, no-cache"),
        (sheet, "text/css; charset=utf-8", "private, max-age=31536000, immutable"),
    ):
        _, headers, _ = _view(ground).ask(path)
        assert (headers["Content-Type"], headers["Cache-Control"]) == (kind, cache)


def test_going_back_brings_types_back_too(ground: Ground, tmp_path: Path) -> None:
    first = ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    ground.deploy(built(tmp_path / "site", newsletter("2026-10", home="new"), run="run-2"))
    with ground.target() as target:
        target.rollback(first.release)
    assert _view(ground).ask("index.html")[1]["Content-Type"] == "text/html; charset=utf-8"


def test_a_large_file_arrives(ground: Ground, tmp_path: Path) -> None:
    site = {"index.html": "Hello", "podcast/a/talk.mp3": "0123456789" * 900_000}
    ground.deploy(built(tmp_path / "site", site))
    assert ground.view.see("podcast/a/talk.mp3") == site["podcast/a/talk.mp3"].encode()
    again = built(tmp_path / "site", {**site, "podcast/a/talk.mp3": "1" * 9_000_000}, run="run-2")
    (tmp_path / "site/podcast/a/talk.mp3").write_text("2" * 9_000_000)
    with ground.target() as target, pytest.raises(PublishingFailed, match="has changed"):
        target.put(again, Silence())


def test_only_what_can_be_gone_back_to_is_kept_aside(ground: Ground, tmp_path: Path) -> None:
    for number in range(6):
        ground.deploy(built(tmp_path / "site", newsletter("2026-10", home=str(number)), run=f"run-{number}"))
    kept = [key for key in _view(ground).objects() if key.startswith("_pressroom/kept/")]
    assert len(kept) == 2
    assert not [key for key in _view(ground).objects() if "pending" in key or "probes" in key]


def test_what_a_run_that_was_ended_wrote_is_overwritten_even_if_it_is_as_it_was(ground: Ground, tmp_path: Path) -> None:
    """Half of a new site lies there when its change is taken back: nobody may trust the old manifest."""
    old = newsletter("2026-10")
    ground.deploy(built(tmp_path / "site", old))
    with ground.target() as target:
        target.put(built(tmp_path / "site", newsletter("2026-10", "2026-11", home="new"), run="run-2"), Silence())
    assert b"new" in (ground.view.see("index.html") or b"")
    ground.deploy(built(tmp_path / "site", old, run="run-3"))
    assert ground.view.see("index.html") == old["index.html"].encode()
    assert ground.view.paths() == set(old)


def test_going_back_after_a_run_that_was_ended(ground: Ground, tmp_path: Path) -> None:
    sites = [newsletter("2026-10", home=home) for home in ("one", "two")]
    first, _ = [ground.deploy(built(tmp_path / "site", site, run=f"run-{n}")) for n, site in enumerate(sites)]
    with ground.target() as target:
        target.put(built(tmp_path / "site", newsletter("2026-10", about="half"), run="run-3"), Silence())
        target.rollback(first.release)
    assert {path: (ground.view.see(path) or b"").decode() for path in sites[0]} == sites[0]


def test_a_pointer_whose_answer_was_lost_is_known_as_ours(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = obstore.put

    def put_twice(*arguments: object, **named: object) -> object:
        if named.get("mode") not in (None, "create"):
            put(*arguments, **named)  # type: ignore[arg-type]  # as they came
        return put(*arguments, **named)  # type: ignore[arg-type]  # as they came

    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    monkeypatch.setattr(obstore, "put", put_twice)
    ground.deploy(built(tmp_path / "site", newsletter("2026-10", home="new"), run="run-2"))
    assert b"new" in (ground.view.see("index.html") or b"")


def test_a_site_of_somebody_else_is_left_alone(ground: Ground, tmp_path: Path, keys: int) -> None:
    connection = HTTPConnection("127.0.0.1", keys)
    connection.request("PUT", f"/{servers.BUCKET}/{_view(ground).prefix}/index.html", b"theirs")
    connection.getresponse().read()
    connection.close()
    with pytest.raises(PublishingFailed, match="did not put there"):
        ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    assert ground.view.see("index.html") == b"theirs"


def test_a_damaged_note_of_what_was_begun_is_told(ground: Ground, tmp_path: Path, keys: int) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    connection = HTTPConnection("127.0.0.1", keys)
    key = f"/{servers.BUCKET}/{_view(ground).prefix}/_pressroom/pending/000009-x.json"
    connection.request("PUT", key, json.dumps({"release": 1}).encode())
    connection.getresponse().read()
    connection.close()
    with pytest.raises(PublishingFailed, match="was begun"):
        ground.deploy(built(tmp_path / "site", newsletter("2026-10", home="new"), run="run-2"))


def test_a_bucket_that_is_not_there_is_told(ground: Ground, tmp_path: Path) -> None:
    nowhere = Ground("s3://nowhere", tmp_path, ground.view, dict(os.environ))
    with nowhere.target() as target, pytest.raises(PublishingFailed, match="does not exist") as fault:
        target.live()
    assert "Make the bucket" in fault.value.hint


class _Forgetful(BaseHTTPRequestHandler):
    """Passes everything on to a server, but for one header; or answers by a status alone."""

    behind = 0
    forgets = ""
    status = 0

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.status:
            self._say(self.status, {}, b"<Error><Code>AccessDenied</Code></Error>")
            return
        headers = {name: value for name, value in self.headers.items() if name.lower() != self.forgets}
        connection = HTTPConnection("127.0.0.1", self.behind, timeout=20)
        connection.request(self.command, self.path, body, headers)
        answer = connection.getresponse()
        self._say(answer.status, dict(answer.headers), answer.read())
        connection.close()

    def _say(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        dropped = ("content-length", "transfer-encoding", "connection", "date", "server")
        for name, value in headers.items():
            if name.lower() not in dropped:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _pass_on  # noqa: N815  http.server finds its methods by these names

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def between(keys: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[_Forgetful]]:
    """Put a server between obstore and the real one."""
    handler = type("Between", (_Forgetful,), {"behind": keys})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
        yield handler
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("header", ["If-None-Match", "If-Match"])
def test_a_server_that_passes_over_conditions_is_refused(
    ground: Ground, between: type[_Forgetful], header: str
) -> None:
    between.forgets = header.lower()
    with ground.target() as target, pytest.raises(PublishingFailed, match=f"passes over {header}"):
        target.probe()
    assert _view(ground).objects() == set()


def test_keys_that_are_not_taken_are_told_and_not_shown(ground: Ground, between: type[_Forgetful]) -> None:
    between.status = 403
    with ground.target() as target, pytest.raises(PublishingFailed, match="does not let us in") as fault:
        target.live()
    assert "AWS_ACCESS_KEY_ID" in fault.value.hint
    assert "somebody" not in f"{fault.value.message}{fault.value.hint}"


def test_a_server_that_is_down_is_told(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{servers.free_port()}")
    with ground.target() as target, pytest.raises(PublishingFailed, match="does not answer") as fault:
        target.live()
    assert "can be reached" in fault.value.hint


def test_a_storage_that_misses_what_is_to_be_deleted_deletes_the_rest(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Google and Azure answer so; Amazon does not."""
    delete = obstore.delete

    def strictly(store: object, keys: object) -> None:
        if isinstance(keys, list) and len(keys) > 1:
            raise FileNotFoundError(keys[0])
        delete(store, keys)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(obstore, "delete", strictly)
    ground.deploy(built(tmp_path / "site", newsletter("2026-10", "2026-11")))
    site = newsletter("2026-11")
    ground.deploy(built(tmp_path / "site", site, run="run-2"))
    assert {path for path in ground.view.paths() if "assets/" not in path} == {p for p in site if "assets/" not in p}


def test_a_release_is_remembered_even_if_its_run_was_ended_just_after_it_was_live(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    with ground.target() as target:
        prepared = target.put(built(tmp_path / "site", newsletter("2026-11"), run="run-2"), Silence())
        with monkeypatch.context() as ended:
            ended.setattr(target, "_remember", lambda _: None)
            target.point(prepared)
    third = ground.deploy(built(tmp_path / "site", newsletter("2026-12"), run="run-3"))
    with ground.target() as target:
        assert [note.id for note in target.releases()] == [third.release, prepared.manifest.id, first.release]
        target.rollback(prepared.manifest.id)
    assert ground.view.see("issues/2026-11/index.html")
