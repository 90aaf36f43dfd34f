"""A publication that is changed, built and published to nginx as its people would."""

import csv
import io
from pathlib import Path

from lxml import etree
from tests.bench.archive import write_archive
from tests.listening.serving import Server, ask
from tests.load.building import mp3
from tests.whole.running import run


class Ground:
    """A publication, and the server that it is served by."""

    def __init__(self, root: Path, server_of_it: Server, *, access: str, server: str, key: str) -> None:
        self.root = root
        self.server = server_of_it
        self.key = {"PRESSROOM_FEED_KEY": key}
        write_archive(root, issues=2, stories=1)
        for number, episode in enumerate(sorted((root / "podcast/episodes").iterdir())):
            (episode / "talk.mp3").unlink()
            (episode / f"talk-{number}.mp3").write_bytes(mp3(10 + number))
            _change(episode / "episode.md", "audio: talk.mp3", f"audio: talk-{number}.mp3")
        _change(
            root / "content/publication.yml",
            "https://gangway.example.com",
            f"http://127.0.0.1:{server_of_it.port}/news",
        )
        _change(root / "podcast/show.yml", "language: en", f"language: en\naccess: {access}")
        if server == "static":
            where = f"deploy:\n  private: {{server: static, base_url: 'http://127.0.0.1:{server_of_it.plain}/'}}\n"
            _change(root / "content/publication.yml", "language: en\n", f"language: en\n{where}")
        if access == "private":
            self.run("subscribers", "add", "ada", "bram")

    def run(self, *words: str, **environment: str) -> str:
        """Run a command that has to go well, and return what it wrote."""
        done = run(self.root, *words, environment={**self.key, **environment})
        assert done.code == 0, done.err
        return done.out

    def build(self, **environment: str) -> None:
        """Build everything."""
        self.run("build", **environment)

    def publish(self, **environment: str) -> None:
        """Build everything, and have nginx take it up."""
        self.build(**environment)
        self.server.reload()

    def retitle(self, title: str) -> None:
        """Correct the title of the newest episode."""
        path = max((self.root / "podcast/episodes").iterdir()) / "episode.md"
        lines = [f"title: {title}" if line.startswith("title:") else line for line in path.read_text().splitlines()]
        path.write_text("\n".join(lines) + "\n")

    @property
    def open_feed(self) -> str:
        """The address of the open show."""
        return f"http://127.0.0.1:{self.server.port}/news/podcast/feed.xml"

    def link(self, subscriber: str) -> str:
        """The address that a subscriber was given."""
        rows = csv.DictReader(io.StringIO(self.run("subscribers", "export", subscriber)))
        return next(row["address"] for row in rows)

    def sounds(self) -> list[bytes]:
        """Return the sound of every episode, as it was published."""
        built = (self.root / "build/private", self.root / "site/podcast")
        return sorted({path.read_bytes() for folder in built for path in folder.rglob("*.mp3")})


def addresses(feed: str) -> list[str]:
    """Return a feed's own address, and every address of the same host that it names outside of its show notes."""
    status, _, data = ask(feed)
    assert status == 200
    root = etree.fromstring(data)
    said = [value for element in root.iter(etree.Element) for value in (*element.attrib.values(), element.text or "")]
    folder = feed.rpartition("/")[0].rpartition("/")[0]
    named = dict.fromkeys(str(value) for value in said if str(value).startswith(f"{folder}/"))
    return list(dict.fromkeys((feed, *named)))


def _change(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))
