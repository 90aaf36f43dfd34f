"""From what publication.yml says to a target."""

from pathlib import Path

import pytest

from pressroom.errors import PublishingFailed, Unreadable
from pressroom.model.outlets import Deploy
from pressroom.publish.deploy.choosing import target_of
from pressroom.publish.deploy.folder import Folder
from pressroom.publish.deploy.git.branch import Branch
from pressroom.publish.deploy.handover import Handover
from pressroom.publish.deploy.objects.storage import Storage
from pressroom.publish.deploy.ssh.place import Place, place_of
from pressroom.publish.deploy.ssh.server import Server

_AZURE = {"AZURE_STORAGE_ACCOUNT_NAME": "news", "AZURE_STORAGE_ACCOUNT_KEY": "a2V5"}


@pytest.mark.parametrize(
    ("to", "kind", "handed_over"),
    [
        ("", Folder, False),
        ("folder:../www", Folder, False),
        ("ssh://web.example/srv/www", Server, False),
        ("s3://news/letter", Storage, False),
        ("gs://news", Storage, False),
        ("az://news/letter", Storage, False),
        ("git:pages", Branch, False),
        ("handover:public", Handover, True),
    ],
)
def test_each_kind_has_its_target(
    tmp_path: Path, to: str, kind: type, handed_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in _AZURE.items():
        monkeypatch.setenv(name, value)
    with target_of(Deploy(to=to), tmp_path, {}) as target:
        assert isinstance(target, kind)
        assert target.handed_over is handed_over
        assert target.name == (to or "folder:.pressroom/live")


_IN_THE_WAY = (
    *("handover:site", "folder:.", "folder:content/www", "handover:/", "folder:.git", "folder:www/../content"),
    *("handover:.pressroom", "folder:.pressroom", "folder:.pressroom/recipients", "folder:.pressroom/live/more"),
    *("handover:.pressroom/live", "folder:.Pressroom", "handover:link", "folder:link/www"),
)


@pytest.mark.parametrize("to", _IN_THE_WAY)
def test_a_folder_of_the_publication_itself_is_refused(tmp_path: Path, to: str) -> None:
    (tmp_path / "link").symlink_to("content")
    with pytest.raises(Unreadable, match="where the publication itself lies"), target_of(Deploy(to=to), tmp_path, {}):
        pass


def test_a_storage_without_an_account_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AZURE_STORAGE_ACCOUNT_NAME", raising=False)
    with pytest.raises(PublishingFailed) as fault, target_of(Deploy(to="az://news"), tmp_path, {}):
        pass
    assert "AZURE_STORAGE_ACCOUNT_NAME" in fault.value.hint


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("ssh://web/srv/www/", Place(host="web", user="", port=None, path="/srv/www")),
        ("ssh://me@web:2222/~/www", Place(host="web", user="me", port=2222, path="~/www")),
        ("ssh://[::1]/srv", Place(host="::1", user="", port=None, path="/srv")),
    ],
)
def test_an_address_names_a_machine_and_a_folder(address: str, place: Place) -> None:
    assert place_of(address) == place
