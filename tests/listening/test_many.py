"""A hundred thousand subscribers: nginx takes their list, and lets each of them in."""

import resource
from pathlib import Path

from pydantic import SecretBytes
from tests.listening.serving import Server, ask
from tests.render.private.houses import at_now, publication

from pressroom.model.subscriber import FeedKeys, Subscribers
from pressroom.render.private import nginx, tokens

MANY = 100_000
KEY = SecretBytes(b"k" * 40)


def test_nginx_looks_through_the_list_of_a_hundred_thousand_in_less_than_a_second(tmp_path: Path) -> None:
    subscribers = Subscribers().adding(f"subscriber-{number}" for number in range(MANY))
    server = Server(tmp_path / "nginx", tmp_path)
    base_url = f"http://127.0.0.1:{server.port}/"
    shelf = nginx.render(at_now(publication(base_url=base_url)), FeedKeys(current=KEY), subscribers)
    for artifact in shelf.files:
        path = tmp_path / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    (tmp_path / "build/hosting").mkdir()
    (tmp_path / "build/hosting/nginx.conf").touch()

    before = _seconds()
    tried = server.nginx("-t")
    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr
    assert _seconds() - before < 1

    with server.running():
        for number in (0, MANY // 2, MANY - 1):
            own = tokens.of_subscriber(KEY, f"subscriber-{number}", 1)
            status, _, body = ask(f"{base_url}{own}/feed.xml")
            assert (status, own in body.decode(), nginx.BLANK in body.decode()) == (200, True, False)
        assert ask(f"{base_url}{tokens.of_subscriber(KEY, 'subscriber-0', 2)}/feed.xml")[0] == 404


def _seconds() -> float:
    """Return how much of a processor the programs took that ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
