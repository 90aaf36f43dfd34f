"""The same content gives the same bytes: in another folder, time zone, locale and hash seed."""

import shutil
from pathlib import Path

from tests.whole.running import run, tree

_REPOSITORY = Path(__file__).resolve().parents[2]
_EPOCH = {"SOURCE_DATE_EPOCH": "1795000000"}
_HERE = {**_EPOCH, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
_THERE = {**_EPOCH, "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANGUAGE": "nl"}


def _copy(folder: Path) -> Path:
    for name in ("content", "podcast"):
        shutil.copytree(_REPOSITORY / name, folder / name)
    return folder


def test_two_builds_of_the_sample_are_byte_identical(tmp_path: Path) -> None:
    here, there = _copy(tmp_path / "here"), _copy(tmp_path / "some where/else")
    assert run(here, "build", environment=_HERE).code == 0
    assert run(there, "build", environment=_THERE).code == 0
    for made in ("site", "build/email"):
        first, second = tree(here / made), tree(there / made)
        assert len(first) > 20
        assert {name for name in first | second if first.get(name) != second.get(name)} == set()


def test_a_build_with_a_warm_cache_gives_what_one_without_gives(tmp_path: Path) -> None:
    root = _copy(tmp_path)
    assert run(root, "build", environment=_EPOCH).code == 0
    cold = tree(root / "site") | tree(root / "build/email")
    assert run(root, "build", environment=_EPOCH).code == 0
    assert tree(root / "site") | tree(root / "build/email") == cold
