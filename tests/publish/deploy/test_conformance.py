"""What holds for every kind of target: a folder here, one on another machine, object storage, a branch."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publish.deploy.grounds import Ground
from tests.publish.deploy.sites import broken, built, newsletter

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.deploying import deploy
from pressroom.publish.deploy.target import Silence

_SWITCHES = 50


class Steps:
    """Remembers which groups were begun."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def step(self, name: str, _total: int) -> Callable[[], None]:
        self.names.append(name)
        return lambda: None


def _is(ground: Ground, files: dict[str, str]) -> bool:
    """Tell whether visitors see these files, byte for byte; what is named by its digest may stay beside them."""
    wanted = {path: data.encode() for path, data in files.items()}
    same = all(ground.view.see(path) == data for path, data in wanted.items())
    return same and all("assets/" in path for path in ground.view.paths() - wanted.keys())


def test_nothing_is_live_at_first(ground: Ground) -> None:
    with ground.target() as target:
        target.probe()
        assert (target.live(), target.releases(), target.read("index.html")) == (None, (), None)


def test_a_probe_shows_readers_nothing_and_leaves_nothing(ground: Ground, tmp_path: Path) -> None:
    site = newsletter("2026-10")
    ground.deploy(built(tmp_path / "site", site))
    before = ground.view.paths()
    with ground.target() as target:
        target.probe()
    assert ground.view.paths() == before


def test_the_first_deploy_brings_everything(ground: Ground, tmp_path: Path) -> None:
    site = newsletter("2026-10", "2026-11")
    done = ground.deploy(built(tmp_path / "site", site))
    assert (done.files, done.new) == (len(site), True)
    assert done.bytes == sum(len(data) for data in site.values())
    assert ground.view.paths() == set(site)
    assert _is(ground, site)


def test_what_is_live_says_who_published_it_and_when(ground: Ground, tmp_path: Path) -> None:
    given = built(tmp_path / "site", newsletter("2026-10"), run="run-7", identity="this-ledger")
    ground.deploy(given)
    with ground.target() as target:
        live = target.live()
    assert live
    assert (live.run, live.identity, live.instant) == ("run-7", "this-ledger", given.stamp.instant)
    assert live.files == given.files


def test_where_nothing_changed_nothing_is_brought(ground: Ground, tmp_path: Path) -> None:
    site = newsletter("2026-10")
    first = ground.deploy(built(tmp_path / "site", site, run="run-1"))
    again = ground.deploy(built(tmp_path / "site", site, run="run-2"))
    assert (again.files, again.bytes, again.new, again.release) == (0, 0, False, first.release)


@pytest.mark.parametrize("words", ["changed", " and them"], ids=["other size", "same size"])
def test_one_changed_file_is_the_one_that_is_brought(ground: Ground, tmp_path: Path, words: str) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10", about=" and you.")))
    site = newsletter("2026-10", about=words)
    assert ground.deploy(built(tmp_path / "site", site, run="run-2")).files == 1
    assert _is(ground, site)


def test_what_is_gone_is_gone(ground: Ground, tmp_path: Path) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10", "2026-11")))
    site = newsletter("2026-11")
    ground.deploy(built(tmp_path / "site", site, run="run-2"))
    assert _is(ground, site)
    assert ground.view.see("issues/2026-10/index.html") is None


def test_what_is_named_by_its_digest_stays_for_one_release(ground: Ground, tmp_path: Path) -> None:
    sites = [newsletter("2026-10", style=style) for style in ("one", "two", "three")]
    sheet = next(path for path in sites[0] if path.endswith(".css"))
    seen = []
    for number, site in enumerate(sites):
        ground.deploy(built(tmp_path / "site", site, run=f"run-{number}"))
        seen.append(ground.view.see(sheet) is not None)
    assert seen == [True, True, False]


def test_names_with_spaces_and_of_other_scripts_arrive(ground: Ground, tmp_path: Path) -> None:
    site = newsletter("2026-10") | {"a b/ünï 'quote\" $x.txt": "words", "日本/%20+&#.html": "page"}
    ground.deploy(built(tmp_path / "site", site))
    assert _is(ground, site)
    site["日本/%20+&#.html"] = "another"
    assert ground.deploy(built(tmp_path / "site", site, run="run-2")).files == 1
    assert _is(ground, site)
    with ground.target() as target:
        assert target.read("日本/%20+&#.html") == b"another"


def test_a_past_release_comes_back(ground: Ground, tmp_path: Path) -> None:
    sites = [newsletter("2026-10", home=home) for home in ("first", "second")] + [newsletter("2026-11", home="third")]
    done = [ground.deploy(built(tmp_path / "site", site, run=f"run-{n}")) for n, site in enumerate(sites)]
    for number in (0, 2, 1):
        with ground.target() as target:
            target.rollback(done[number].release)
            live = target.live()
        assert live
        assert live.id == done[number].release
        assert _is(ground, sites[number])
        assert broken(ground.view.see) == ""


def test_after_going_back_the_next_release_is_the_newest(ground: Ground, tmp_path: Path) -> None:
    sites = [newsletter("2026-10", home=home) for home in ("first", "second", "third")]
    done = [ground.deploy(built(tmp_path / "site", site, run=f"run-{n}")) for n, site in enumerate(sites[:2])]
    with ground.target() as target:
        target.rollback(done[0].release)
    last = ground.deploy(built(tmp_path / "site", sites[2], run="run-2"))
    with ground.target() as target:
        notes = target.releases()
    assert [note.id for note in notes] == [last.release, done[1].release, done[0].release]
    assert [note.live for note in notes] == [True, False, False]
    assert _is(ground, sites[2])


def test_as_many_releases_are_kept_as_are_wanted(ground: Ground, tmp_path: Path) -> None:
    done = [
        ground.deploy(built(tmp_path / "site", newsletter("2026-10", home=str(n)), run=f"run-{n}")) for n in range(5)
    ]
    with ground.target() as target:
        assert [note.id for note in target.releases()] == [deployed.release for deployed in done[:1:-1]]
        with pytest.raises(PublishingFailed, match="no release"):
            target.rollback(done[0].release)


def test_somebody_else_who_published_meanwhile_is_not_overwritten(ground: Ground, tmp_path: Path) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    with ground.target() as ours, ground.target() as theirs:
        slow = ours.put(built(tmp_path / "ours", newsletter("2026-10", home="ours"), run="ours"), Silence())
        site = newsletter("2026-10", home="theirs")
        theirs.point(theirs.put(built(tmp_path / "theirs", site, run="theirs"), Silence()))
        with pytest.raises(PublishingFailed, match="Somebody else"):
            ours.point(slow)
        live, notes = ours.live(), ours.releases()
    assert live
    assert live.run == "theirs"
    assert [note.run for note in notes] == ["theirs", "run-1"]


def test_the_first_group_that_fails_ends_it(ground: Ground, tmp_path: Path) -> None:
    old = newsletter("2026-10")
    ground.deploy(built(tmp_path / "site", old))
    given = built(tmp_path / "site", newsletter("2026-10", "2026-11"), run="run-2")
    for picture in (tmp_path / "site/assets/pictures").iterdir():
        picture.write_text("other")
    steps = Steps()
    with ground.target() as target:
        with pytest.raises(PublishingFailed, match="has changed"):
            target.put(given, steps)
        live = target.live()
    assert live
    assert live.run == "run-1"
    assert "pages" not in steps.names
    assert broken(ground.view.see) == ""
    assert ground.view.see("index.html") == old["index.html"].encode()
    site = newsletter("2026-10", "2026-11")
    ground.deploy(built(tmp_path / "site", site, run="run-3"))
    assert _is(ground, site)


def test_groups_come_in_order(ground: Ground, tmp_path: Path) -> None:
    steps = Steps()
    with ground.target() as target:
        target.put(built(tmp_path / "site", newsletter("2026-10")), steps)
    order = ["audio", "hashed assets", "pictures", "pages", "sitemap and search", "feeds"]
    assert list(dict.fromkeys(steps.names)) == order


def test_a_visitor_never_misses_anything_while_it_is_switched(ground: Ground, tmp_path: Path) -> None:
    """Each release has another style sheet and one issue more, to which its front page leads."""
    months = [f"2026-{month:02}" for month in range(1, 13)]
    ground.deploy(built(tmp_path / "site", newsletter(months[0], style="0")))
    switched, faults, visits, over = list[int](), list[str](), list[int](), threading.Event()

    def visit() -> None:
        while not over.is_set():
            before = len(switched)
            missed = broken(ground.view.see)
            if missed and len(switched) - before < 2:  # whoever reads one page during two releases is very slow
                faults.append(missed)
            visits.append(before)

    visitor = threading.Thread(target=visit)
    visitor.start()
    try:
        with ground.target() as target:
            for number in range(1, 1 + _SWITCHES):
                site = newsletter(*months[: number // 10 + 1], style=str(number))
                deploy(target, built(tmp_path / "site", site, run=f"run-{number}"), Silence())
                switched.append(number)
    finally:
        over.set()
        visitor.join()
    assert faults == []
    assert len(set(visits)) > 1
