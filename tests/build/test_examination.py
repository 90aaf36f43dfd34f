"""What the site would hold of a show: its pictures follow its pages."""

from pathlib import Path

import pytest
from tests.load import building

from pressroom.build.examination import Examination, examine
from pressroom.build.places import Places

_SHOW = building.podcast()
_PUBLICATION = str(building.NEWSLETTER[building.PUBLICATION])
_PRIVATE = {building.SHOW: f"{_SHOW[building.SHOW]!s}access: private\n"}
_WALL = {building.PUBLICATION: f"{_PUBLICATION}deploy: {{access: wall}}\n"}
_NOTES: building.Files = {
    building.EPISODE: f"{_SHOW[building.EPISODE]!s}\n![The mill](mill.png)\n",
    "podcast/episodes/talk/mill.png": building.picture(400, 300),
}
_NAMED = {building.ISSUE: "---\ntitle: November\ndate: 2026-11-19\nepisode: talk\n---\nDear all.\n"}
_FACE: building.Files = {
    building.EPISODE: str(_SHOW[building.EPISODE]).replace("audio:", "image: face.png\naudio:"),
    "podcast/episodes/talk/face.png": building.picture(1500, 1500),
}

ARTWORK, FACE, MILL = "podcast/artwork.png", "podcast/episodes/talk/face.png", "podcast/episodes/talk/mill.png"


def examined(root: Path, *changes: building.Files) -> Examination:
    files: dict[str, str | bytes | building.Make | None] = {**building.NEWSLETTER, **_SHOW}
    for change in changes:
        files |= change
    building.write(root, files)
    found = examine(Places(root=root))
    assert not found.has_errors(), found.findings
    return found


def pictures(root: Path, *changes: building.Files) -> set[str]:
    return {picture.path for picture in examined(root, *changes).output.pictures}


@pytest.mark.parametrize("changes", [(), (_PRIVATE, _WALL)])
def test_the_pictures_of_a_show_with_pages_are_in_the_site(tmp_path: Path, changes: tuple[building.Files, ...]) -> None:
    assert pictures(tmp_path, _NOTES, *changes) == {ARTWORK, MILL}


def test_those_of_a_private_show_are_not(tmp_path: Path) -> None:
    assert pictures(tmp_path, _NOTES, _PRIVATE) == set()


def test_but_a_message_can_show_the_artwork_beside_its_issue_s_episode(tmp_path: Path) -> None:
    found = examined(tmp_path, _NOTES, _PRIVATE, _NAMED)
    assert [picture.path for picture in found.output.pictures] == [ARTWORK]
    [artwork] = found.output.pictures
    assert any(variant.address in found.messages[0].html for variant in artwork.plain())


def test_of_an_episode_with_artwork_of_its_own_it_shows_that_alone(tmp_path: Path) -> None:
    assert pictures(tmp_path, _FACE, _PRIVATE, _NAMED) == {FACE}


def test_an_episode_that_is_held_back_shows_nothing(tmp_path: Path) -> None:
    draft = {building.EPISODE: str(_SHOW[building.EPISODE]).replace("audio:", "draft: true\naudio:")}
    assert pictures(tmp_path, draft, _PRIVATE, _NAMED) == set()
