"""The list of subscribers, as the commands write it."""

import os
from pathlib import Path

import pytest

from pressroom.desk import subscribers
from pressroom.errors import Unreadable, Unwritable, UsageWrong
from pressroom.load.subscribers import PATH
from pressroom.model.subscriber import ID, Subscribers

KEYED = {"PRESSROOM_FEED_KEY": "k" * 32}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "podcast").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/publication.yml").write_text("base_url: https://gangway.example/news\n")
    return tmp_path


def test_a_list_begins_with_whoever_is_added_first(root: Path) -> None:
    assert subscribers.add(root, ["bram", "ada"]) == ("bram", "ada")
    assert (root / PATH).read_text() == "id,generation\n*,1\nada,1\nbram,1\n"


def test_ids_are_made_that_say_nothing_and_that_nobody_has(root: Path) -> None:
    made = subscribers.add(root, ["ada"], 300)
    assert len(set(made)) == 301
    assert all(ID.fullmatch(one) for one in made)
    assert set(subscribers.listed(root).ids) == set(made)


def test_ids_that_were_made_are_not_made_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = iter("a" * 16 + "b" * 8)
    monkeypatch.setattr("secrets.choice", lambda _: next(letters))
    assert subscribers.add(root, [], 2) == ("aaaaaaaa", "bbbbbbbb")


def test_who_is_removed_leaves_no_trace_and_gets_another_address_when_they_come_back(root: Path) -> None:
    subscribers.add(root, ["ada", "bram"])
    before = dict(subscribers.links(root, KEYED))
    subscribers.remove(root, ["ada"])
    assert (root / PATH).read_text() == "id,generation\n*,2\nbram,1\n"
    subscribers.add(root, ["ada"])
    after = dict(subscribers.links(root, KEYED))
    assert after["ada"] != before["ada"]
    assert after["bram"] == before["bram"]


def test_a_rotation_changes_one_address_alone(root: Path) -> None:
    subscribers.add(root, ["ada", "bram"])
    before = dict(subscribers.links(root, KEYED))
    subscribers.rotate(root, ["ada"])
    after = dict(subscribers.links(root, KEYED))
    assert (after["ada"] == before["ada"], after["bram"] == before["bram"]) == (False, True)


@pytest.mark.parametrize(
    ("one", "says"),
    [
        ("ada@example.com", "An email address is no id"),
        ("Ada", "cannot be an id"),
        ("-ada", "cannot be an id"),
        ("*", "cannot be an id"),
        ("=cmd", "cannot be an id"),
        ("a" * 65, "cannot be an id"),
        ("bram", "is in the list already"),
    ],
)
def test_what_cannot_be_added(root: Path, one: str, says: str) -> None:
    subscribers.add(root, ["bram"])
    before = (root / PATH).read_bytes()
    with pytest.raises(UsageWrong, match=says) as told:
        subscribers.add(root, ["cleo", one])
    assert "pressroom subscribers" in told.value.hint
    assert (root / PATH).read_bytes() == before


def test_who_is_not_in_the_list_is_told_with_who_was_meant(root: Path) -> None:
    subscribers.add(root, ["k7ma2qxp"])
    for command in (subscribers.remove, subscribers.rotate):
        with pytest.raises(UsageWrong, match="k7ma2qxq is not in the list") as told:
            command(root, ["k7ma2qxq"])
        assert told.value.hint == "Did you mean k7ma2qxp?"
    with pytest.raises(UsageWrong) as told:
        subscribers.links(root, KEYED, ["somebody-else"])
    assert "subscribers list" in told.value.hint


def test_a_link_is_made_of_the_key_and_is_below_the_site_or_at_an_address_of_its_own(root: Path) -> None:
    subscribers.add(root, ["ada", "bram"])
    [(one, link)] = subscribers.links(root, KEYED, ["bram"])
    assert one == "bram"
    assert link.startswith("https://gangway.example/news/private_podcast/")
    assert link.endswith("/feed.xml")
    facts = root / "content/publication.yml"
    facts.write_text("base_url: https://gangway.example\ndeploy: {private: {base_url: https://listen.example}}\n")
    assert subscribers.links(root, KEYED)[0][1].startswith("https://listen.example/")


def test_without_a_key_there_are_no_links(root: Path) -> None:
    subscribers.add(root, ["ada"])
    with pytest.raises(Unreadable, match="PRESSROOM_FEED_KEY is not set") as told:
        subscribers.links(root, {})
    assert "openssl rand" in told.value.hint


def test_without_an_address_of_the_site_there_are_none_either(root: Path) -> None:
    (root / "content/publication.yml").write_text("name: The Gangway\n")
    with pytest.raises(Unreadable, match="no base_url"):
        subscribers.links(root, KEYED)


def test_a_list_with_a_fault_is_not_written_over(root: Path) -> None:
    (root / PATH).write_text("id,generation\nada\n")
    with pytest.raises(Unreadable, match=r"podcast/subscribers\.csv:2: "):
        subscribers.add(root, ["bram"])
    assert (root / PATH).read_text() == "id,generation\nada\n"


def test_a_list_that_leads_elsewhere_is_neither_read_nor_written(root: Path) -> None:
    elsewhere = root / "elsewhere.csv"
    elsewhere.write_text("id,generation\n")
    (root / PATH).symlink_to(elsewhere)
    with pytest.raises(Unreadable, match="no plain file"):
        subscribers.add(root, ["ada"])


def test_without_a_show_there_is_no_list(tmp_path: Path) -> None:
    assert subscribers.listed(tmp_path) == Subscribers()
    with pytest.raises(UsageWrong, match="There is no show yet"):
        subscribers.add(tmp_path, ["ada"])


def test_a_disk_that_is_full_leaves_the_list_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    subscribers.add(root, ["ada"])
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Unwritable, match="No space left"):
        subscribers.add(root, ["bram"])
    assert (root / PATH).read_text() == "id,generation\n*,1\nada,1\n"
    assert [path.name for path in (root / "podcast").iterdir()] == ["subscribers.csv"]
