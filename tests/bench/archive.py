"""A newsletter archive of any size, to measure with: the same arguments give the same bytes."""

import io
import random
import uuid
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from tests.recordings import master

_TEXT = (
    "anchor ferry quay island harbour crossing timetable crew deck bridge engine rope tide wind fog lamp "
    "buoy ticket counter passenger bicycle parcel galley coffee bread rota shift training drill safety "
    "workshop yard paint propeller battery charger schedule summer winter storm calm lighthouse map pilot "
    "mooring ramp cabin window "
)
WORDS = _TEXT.split()
_SECTIONS = ("bridge", "ships", "islands", "people", "changes", "dates")
_PEOPLE = ("ines", "jorn", "marit", "oskar", "pia", "wim")


def write_archive(root: Path, *, issues: int, stories: int = 12, episodes: int | None = None) -> None:
    """Write a publication of so many issues, with as many episodes unless told otherwise."""
    _write(root / "content" / "publication.yml", publication())
    quay = picture(640, 360)
    spoken = issues if episodes is None else episodes
    for number, name in enumerate(_months(issues), 1):
        folder = root / "content" / "issues" / name
        _write(folder / "quay.png", quay)
        episode = f"episode: {name}-talk\n" if number > issues - spoken else ""
        _write(folder / "issue.md", _issue(name, number, episode))
        for place in range(1, stories + 1):
            _write(folder / f"story-{place:02d}.md", _story(name, place, stories))
    if spoken:
        _write_show(root / "podcast", _months(spoken))


def _write_show(folder: Path, names: list[str]) -> None:
    _write(folder / "artwork.png", picture(1400, 1400))
    _write(folder / "show.yml", _show())
    for number, name in enumerate(names, 1):
        episode = folder / "episodes" / f"{name}-talk"
        _write(episode / "talk.mp3", master(12))
        _write(episode / "transcript.vtt", "WEBVTT\n\n00:00:00.000 --> 00:00:06.000\n<v Ines>Welcome aboard.\n")
        _write(episode / "episode.md", _episode(name, number))


def publication() -> str:
    people = "".join(f"  {who}: {{name: {who.title()} Lantern, role: Editor}}\n" for who in _PEOPLE)
    sections = "".join(f"  {section}: {section.title()}\n" for section in _SECTIONS)
    return (
        "name: The Gangway\norganization: Lantern Line\nbase_url: https://gangway.example.com\nlanguage: en\n"
        f"timezone: Europe/Amsterdam\npeople:\n{people}sections:\n{sections}"
    )


def _issue(name: str, number: int, episode: str) -> str:
    chance = random.Random(name)  # noqa: S311  the same words each time, nothing secret
    head = f"title: The Gangway {name}\ndate: {name}-01\nnumber: {number}\nsummary: {sentence(chance)}\n{episode}"
    return f"---\n{head}---\n\n{paragraph(chance, 3)}\n"


def _story(name: str, place: int, stories: int) -> str:
    chance = random.Random(f"{name} {place}")  # noqa: S311  the same words each time, nothing secret
    title, summary = " ".join(chance.sample(WORDS, 6)).capitalize(), sentence(chance)
    head = f"title: {title}\nsummary: {summary}\nsection: {_SECTIONS[place % 6]}\nauthors: [{_PEOPLE[place % 6]}]\n"
    picture = f"image: quay.png\nimage_alt: A ferry at the quay\norder: {place}\n"
    rows = "\n".join(f"| {chance.choice(WORDS)} | {chance.randint(1, 900)} |" for _ in range(4))
    items = "\n".join(f"- {sentence(chance)}" for _ in range(5))
    link = (
        f"See [the next story](story-{place % stories + 1:02d}.md) and [the handbook](https://handbook.example.com/)."
    )
    body = (
        f"{paragraph(chance, 8)}\n\n## What happened\n\n{paragraph(chance, 10)} {link}\n\n{items}\n\n"
        f"![A ferry at the quay](quay.png)\n\n## The numbers\n\n{paragraph(chance, 10)}\n\n"
        f"| What | How many |\n| --- | ---: |\n{rows}\n\n### Behind them\n\n{paragraph(chance, 10)}\n\n"
        f"> {sentence(chance)}\n\n{paragraph(chance, 8)}\n"
    )
    return f"---\n{head}{picture}---\n\n{body}"


def _show() -> str:
    return (
        "title: Between Harbours\ndescription: The people behind the month.\nauthor: Lantern Line\n"
        "category: Business > Management\nlanguage: en\nartwork: artwork.png\n"
        f"guid: {uuid.uuid5(uuid.NAMESPACE_URL, 'show')}\n"
    )


def _episode(name: str, number: int) -> str:
    chance = random.Random(f"{name} talk")  # noqa: S311  the same words each time, nothing secret
    head = f"title: {sentence(chance)}\nguid: {uuid.uuid5(uuid.NAMESPACE_URL, name)}\ndate: {name}-01\n"
    facts = "season: 1\n" + f"number: {number}\nsummary: {sentence(chance)}\naudio: talk.mp3\npeople: [ines, jorn]\n"
    chapters = 'chapters:\n  - {start: "0:00", title: Opening}\n  - {start: "0:05", title: The month}\n'
    return f"---\n{head}{facts}transcript: transcript.vtt\n{chapters}---\n\n{paragraph(chance, 4)}\n"


def _months(count: int) -> list[str]:
    """Return the names of so many months up to 2026-11, oldest first."""
    last = 2026 * 12 + 10
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in range(last - count + 1, last + 1)]


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(8, 16))).capitalize() + "."


def paragraph(chance: random.Random, sentences: int) -> str:
    return " ".join(sentence(chance) for _ in range(sentences))


def picture(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(buffer, "png")
    return buffer.getvalue()


def _write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def pages(root: Path) -> Iterator[Path]:
    """Give every Markdown file of an archive."""
    yield from sorted((root / "content").rglob("*.md"))
    yield from sorted((root / "podcast").rglob("*.md"))


def change_a_word(root: Path, word: str) -> None:
    """Change the first word of a story of the newest issue."""
    story = max((root / "content" / "issues").iterdir()) / "story-05.md"
    head, _, body = story.read_text(encoding="utf-8").partition("---\n\n")
    _, *words = body.split(" ")
    story.write_text(f"{head}---\n\n{' '.join([word, *words])}", encoding="utf-8")
