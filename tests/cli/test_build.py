"""`pressroom build`: everything, or nothing."""

import errno
import os
import subprocess
from pathlib import Path

import pytest
from tests.cli.calling import Caller
from tests.whole.running import tree

from pressroom.build import lock, swap
from pressroom.build.places import Places
from pressroom.model.finding import error

STORY = "content/issues/2026-11/story-01.md"
EPISODE = "podcast/episodes/2026-11-talk/episode.md"


def spoil(root: Path, before: str, after: str, path: str = STORY) -> None:
    text = (root / path).read_text()
    assert before in text
    (root / path).write_text(text.replace(before, after))


def test_its_closing_line_says_what_was_made_and_how_long_it_took(pressroom: Caller) -> None:
    called = pressroom("build")
    assert called.code == 0
    assert called.out.startswith("Built ")
    assert "1 message" in called.out
    assert called.out.rstrip().endswith("s: site/ and build/email/")
    assert "Making " in called.err


def test_a_fault_leaves_the_last_site_as_it_was(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    before = tree(pressroom.root / "site"), tree(pressroom.root / "build/email")
    spoil(pressroom.root, "image_alt: A ferry at the quay\n", "")
    called = pressroom("build")
    assert called.code == 1
    assert called.out == ""
    assert "error[missing-alt]" in called.err
    assert "the last build is as it was" in called.err
    assert (tree(pressroom.root / "site"), tree(pressroom.root / "build/email")) == before


def test_a_fault_in_a_message_throws_away_the_pages_made_meanwhile(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pressroom("build").code == 0
    before = tree(pressroom.root / "site"), tree(pressroom.root / "build/email")
    spoil(pressroom.root, "What happened", "What really happened")
    fault = error("message-size", STORY, 1, "The message is too large.")
    monkeypatch.setattr("pressroom.check.examining.message", lambda _message: (fault,))
    called = pressroom("build")
    assert called.code == 1
    assert f"{STORY}:1: error[message-size]: The message is too large." in called.err
    assert (tree(pressroom.root / "site"), tree(pressroom.root / "build/email")) == before
    assert not (pressroom.root / "build/.next").exists()


def test_warnings_do_not_stop_it_unless_they_are_taken_for_errors(pressroom: Caller) -> None:
    (pressroom.root / "content/issues/2026-11/notes.txt").write_text("to do")
    lenient = pressroom("build")
    assert lenient.code == 0
    assert "notes.txt:1: warning[" in lenient.err
    assert pressroom("build", "--strict").code == 1


def test_the_tracked_ignore_file_survives(pressroom: Caller) -> None:
    kept = pressroom.root / "site/.gitignore"
    kept.parent.mkdir()
    kept.write_text("# ours\n*\n")
    assert pressroom("build").code == 0
    assert kept.read_text() == "# ours\n*\n"
    assert pressroom("build", "--clean").code == 0
    assert kept.read_text() == "# ours\n*\n"


def test_a_site_without_one_gets_one(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    assert (pressroom.root / "site/.gitignore").read_text() == "*\n!.gitignore\n"


def test_clean_removes_what_was_made_and_nothing_else(pressroom: Caller) -> None:
    made = [pressroom.root / name for name in ("site/old.html", "build/old.txt", ".cache/pressroom/old")]
    kept = [pressroom.root / name for name in (".pressroom/ledger.sqlite", "notes.md")]
    for path in (*made, *kept):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    content = tree(pressroom.root / "content")
    assert pressroom("build", "--clean").code == 0
    assert not any(path.exists() for path in made)
    assert all(path.exists() for path in kept)
    assert tree(pressroom.root / "content") == content


def test_clean_leaves_nothing_behind_that_another_left_half_removed(pressroom: Caller) -> None:
    left = pressroom.root / "build/.gone-by-one-that-was-killed/0/entry"
    left.parent.mkdir(parents=True)
    left.write_text("x")
    assert pressroom("build", "--clean").code == 0
    assert not list((pressroom.root / "build").glob(".gone-*"))


def test_clean_empties_a_disk_that_is_mounted_there(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Path.rename

    def elsewhere(path: Path, target: Path) -> Path:
        if path.name == ".cache":
            raise OSError(errno.EXDEV, "Invalid cross-device link", str(path))
        return usual(path, target)

    assert pressroom("build").code == 0
    old = [pressroom.root / ".cache/old/entry", pressroom.root / ".cache/entry"]
    for path in old:
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    monkeypatch.setattr(Path, "rename", elsewhere)
    assert pressroom("build", "--clean").code == 0
    assert not any(path.exists() for path in old)


def test_clean_leaves_the_last_build_until_there_is_a_next(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    before = tree(pressroom.root / "site"), tree(pressroom.root / "build/email")
    spoil(pressroom.root, "image_alt: A ferry at the quay\n", "")
    called = pressroom("build", "--clean")
    assert called.code == 1
    assert "the last build is as it was" in called.err
    assert (tree(pressroom.root / "site"), tree(pressroom.root / "build/email")) == before


def test_clean_does_not_forget_the_guids_that_were_published(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    spoil(pressroom.root, _guid(pressroom.root), "guid: another", EPISODE)
    called = pressroom("build", "--clean")
    assert called.code == 1
    assert "error[guid-changed]" in called.err


def test_clean_removes_nothing_while_another_build_is_running(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    (pressroom.root / "build/.next").mkdir(exist_ok=True)
    with lock.hold(Places(root=pressroom.root)):
        before = tree(pressroom.root)
        called = pressroom("build", "--clean")
        assert tree(pressroom.root) == before
    assert called.code == 3
    assert "Another build of this publication is running" in called.err
    assert (pressroom.root / "build/.next").exists()


def test_what_cannot_be_removed_is_told_in_plain_words(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    assert pressroom("build").code == 0
    before = tree(pressroom.root / "site")
    monkeypatch.setattr(Path, "rename", refuse)
    called = pressroom("build", "--clean")
    assert called.code == 3
    assert f"Permission denied ({pressroom.root / '.cache'})" in called.err
    assert tree(pressroom.root / "site") == before


@pytest.mark.parametrize(
    "name", ["site", "build", "build/.next", "build/email", ".cache", ".cache/pressroom", ".pressroom"]
)
@pytest.mark.parametrize("clean", [[], ["--clean"]])
def test_nothing_is_written_or_removed_through_a_link(
    pressroom: Caller, tmp_path_factory: pytest.TempPathFactory, name: str, clean: list[str]
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "precious").write_text("x")
    link = pressroom.root / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(outside)
    called = pressroom("build", *clean)
    assert called.code == 3
    assert f"{name} is a symbolic link" in called.err
    assert tree(outside).keys() == {"precious"}


def test_the_lock_is_no_way_to_empty_a_file(pressroom: Caller, tmp_path_factory: pytest.TempPathFactory) -> None:
    precious = tmp_path_factory.mktemp("outside") / "precious"
    precious.write_text("x")
    (pressroom.root / ".pressroom").mkdir()
    (pressroom.root / ".pressroom/build.lock").symlink_to(precious)
    assert pressroom("build").code == 3
    assert precious.read_text() == "x"


@pytest.mark.parametrize("secret", ["/proc/self/environ", "../.git/config", "/dev/zero"])
def test_the_ignore_file_is_no_way_to_publish_a_secret(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    monkeypatch.setenv("CI_SECRET", "hunter2")
    (pressroom.root / "site").mkdir()
    (pressroom.root / "site/.gitignore").symlink_to(secret)
    assert pressroom("build").code == 0
    assert (pressroom.root / "site/.gitignore").read_bytes() == b"*\n!.gitignore\n"


def test_an_ignore_file_of_any_bytes_is_kept(pressroom: Caller) -> None:
    (pressroom.root / "site").mkdir()
    (pressroom.root / "site/.gitignore").write_bytes(b"caf\xe9\n")
    assert pressroom("build").code == 0
    assert (pressroom.root / "site/.gitignore").read_bytes() == b"caf\xe9\n"


@pytest.mark.parametrize("feed", ["pipe", "/dev/zero"])
def test_a_feed_that_never_ends_does_not_hang_the_check(pressroom: Caller, feed: str) -> None:
    path = pressroom.root / "site/podcast/feed.xml"
    path.parent.mkdir(parents=True)
    os.mkfifo(path) if feed == "pipe" else path.symlink_to(feed)
    assert pressroom("check").code == 0


def test_a_cache_that_came_with_the_content_is_not_believed(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    for command in (["init", "-q"], ["add", "-f", ".cache"]):
        subprocess.run(["git", "-C", pressroom.root, *command], check=True)
    called = pressroom("build")
    assert called.code == 3
    assert "git rm -r --cached .cache" in called.err


def test_what_is_told_cannot_act_on_a_terminal(pressroom: Caller, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("odd") / "\x1b[2J\u202e"
    called = pressroom.bare("--root", str(root), "check")
    assert called.code == 3
    assert "\x1b" not in called.err
    assert "\u202e" not in called.err


def test_drafts_are_left_out_unless_they_are_asked_for(pressroom: Caller) -> None:
    spoil(pressroom.root, "number: 1\n", "number: 1\ndraft: true\n", "content/issues/2026-11/issue.md")
    page = pressroom.root / "site/issues/2026-11/index.html"
    assert pressroom("build").code == 0
    assert not page.exists()
    assert not (pressroom.root / "build/email/2026-11").exists()
    for feed in ("feed.xml", "sitemap.xml", "index.html"):
        assert "2026-11/story" not in (pressroom.root / "site" / feed).read_text()
    assert pressroom("build", "--drafts").code == 0
    assert "Draft" in page.read_text()


def test_what_is_not_due_yet_is_left_out_too(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    later = "number: 1\npublish_at: 2026-12-01 09:00\n"
    spoil(pressroom.root, "number: 1\n", later, "content/issues/2026-11/issue.md")
    page = pressroom.root / "site/issues/2026-11/index.html"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")
    assert pressroom("build").code == 0
    assert not page.exists()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1797000000")
    assert pressroom("build").code == 0
    assert page.exists()


def test_sound_gets_a_label_once_and_is_linked_after_that(pressroom: Caller) -> None:
    published = pressroom.root / "site/podcast/2026-11-talk/talk.mp3"
    assert pressroom("build").code == 0
    first = published.stat()
    assert pressroom("build").code == 0
    again = published.stat()
    assert again.st_ino == first.st_ino
    assert again.st_nlink == 3, "one in the cache, one in the site, one where the next build will grow"
    source = (pressroom.root / "podcast/episodes/2026-11-talk/talk.mp3").read_bytes()
    assert published.read_bytes().endswith(source)
    feed = (pressroom.root / "site/podcast/feed.xml").read_text()
    assert f'length="{again.st_size}"' in feed


def test_sound_is_copied_where_it_cannot_be_linked(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    assert pressroom("build").code == 0
    source = pressroom.root / "podcast/episodes/2026-11-talk/talk.mp3"
    copy = pressroom.root / "site/podcast/2026-11-talk/talk.mp3"
    assert copy.read_bytes().endswith(source.read_bytes())


def test_a_full_disk_is_told_and_the_last_site_stays(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pressroom("build").code == 0
    before = tree(pressroom.root / "site")

    def fill(*_args: object) -> None:
        raise OSError(28, "No space left on device", "site/feed.xml")

    monkeypatch.setattr("pressroom.build.making._write", fill)
    called = pressroom("build")
    assert called.code == 3
    assert "No space left on device" in called.err
    assert "Traceback" not in called.err
    assert tree(pressroom.root / "site") == before


def test_site_and_messages_change_together_or_not_at_all(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pressroom("build").code == 0
    before = tree(pressroom.root / "site"), tree(pressroom.root / "build/email")
    spoil(pressroom.root, "What happened", "What really happened")
    exchange, exchanged = swap._exchange, []

    def fail(new: Path, old: Path) -> bool:
        exchanged.append(old)
        if len(exchanged) == 2:
            raise OSError(5, "Input/output error", str(old))
        return exchange(new, old)

    monkeypatch.setattr(swap, "_exchange", fail)
    called = pressroom("build")
    assert called.code == 3
    assert "The last build is as it was" in called.err
    assert (tree(pressroom.root / "site"), tree(pressroom.root / "build/email")) == before


def test_a_changed_guid_is_noticed_against_the_last_feed(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    before = tree(pressroom.root / "site")
    spoil(pressroom.root, _guid(pressroom.root), "guid: another", EPISODE)
    called = pressroom("build")
    assert called.code == 1
    assert f"{EPISODE}:3: error[guid-changed]" in called.err
    assert tree(pressroom.root / "site") == before


def test_the_guid_of_a_draft_may_change(pressroom: Caller) -> None:
    spoil(pressroom.root, "guid:", "draft: true\nguid:", EPISODE)
    assert pressroom("build", "--drafts").code == 0
    assert _guid(pressroom.root).removeprefix("guid: ") in (pressroom.root / "site/podcast/feed.xml").read_text()
    spoil(pressroom.root, _guid(pressroom.root), "guid: another", EPISODE)
    assert pressroom("build").code == 0


def _guid(root: Path) -> str:
    return next(line for line in (root / EPISODE).read_text().splitlines() if line.startswith("guid"))


def test_an_edited_issue_updates_the_site(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    spoil(pressroom.root, "What happened", "What really happened")
    assert pressroom("build").code == 0
    assert "What really happened" in (pressroom.root / "site/issues/2026-11/story-01/index.html").read_text()


@pytest.mark.parametrize("theme", ["website/story.html", "newsletter/message.html"])
def test_a_faulty_template_is_told_with_its_name(pressroom: Caller, theme: str) -> None:
    template = pressroom.root / "themes" / theme
    template.parent.mkdir(parents=True)
    template.write_text("{% if %}")
    called = pressroom("build")
    assert called.code == 3
    assert template.name in called.err
    assert "Traceback" not in called.err
