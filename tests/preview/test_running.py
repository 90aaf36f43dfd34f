"""Ports, and a server that runs until it is told to stop."""

import os
import signal
import subprocess
from contextlib import ExitStack, closing
from functools import partial
from http.client import HTTPConnection

import pytest
import uvicorn
from starlette.applications import Starlette
from tests.whole.running import PROGRAM

from pressroom.build.places import Places
from pressroom.errors import UsageWrong
from pressroom.preview.addressing import HERE
from pressroom.preview.running import listen, serve


def test_a_port_that_is_taken_is_told_with_another() -> None:
    with closing(listen(0, network=False)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageWrong, match=f"Port {port} cannot be used") as told:
            listen(port, network=False)
    assert "--port" in told.value.hint


@pytest.mark.parametrize(("network", "host"), [(False, "127.0.0.1"), (True, "0.0.0.0")])  # noqa: S104  it is meant here
def test_others_get_in_only_where_somebody_asked_for_it(network: bool, host: str) -> None:
    with closing(listen(0, network=network)) as taken:
        assert taken.getsockname()[0] == host


def test_whoever_waits_is_told_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: told.append("runs"))
    before = signal.getsignal(signal.SIGTERM)
    with closing(listen(0, network=False)) as taken:
        serve(taken, Starlette(), lambda: told.append("begun"))
    ended = signal.signal(signal.SIGTERM, before)
    assert told == ["begun", "runs"]
    assert callable(ended)
    with pytest.raises(SystemExit) as end:
        ended(signal.SIGTERM, None)
    assert end.value.code == 143


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_command_serves_site_and_show_until_it_is_stopped_and_leaves_nothing(
    places: Places, sign: signal.Signals, code: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    left = tmp_path_factory.mktemp("temporary")
    command = [*PROGRAM, "--root", str(places.root), "preview", "--port", "0"]
    with (
        subprocess.Popen(  # as on a terminal: whoever began the tests in the background ignores SIGINT, and so would it
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "TMPDIR": str(left)},
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  this process has no threads
        ) as program,
        ExitStack() as stack,
    ):
        stack.callback(program.kill)
        assert program.stdout
        lines = [program.stdout.readline() for _ in range(3)]
        feed = next(line for line in lines if "podcast app" in line).rpartition(" ")[2].strip()
        connection = HTTPConnection(HERE, int(feed.split("/")[2].partition(":")[2]), timeout=10)
        connection.request("GET", "/podcast/feed.xml")
        assert connection.getresponse().headers["content-type"] == "application/rss+xml"
        connection.close()
        program.send_signal(sign)
        _, complaints = program.communicate(timeout=30)
    assert (program.returncode, "Traceback" in complaints) == (code, False)
    assert not places.build.exists()
    assert {path.name for path in places.site.iterdir()} == {"index.html", "404.html", "feed.xml"}
    assert not list(left.iterdir())
