"""A manifest is read back as it was written, or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.publish.deploy.sites import INSTANT, built, newsletter

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy import manifest
from pressroom.publish.deploy.changes import following
from pressroom.publish.deploy.manifest import Manifest


@pytest.fixture
def release(tmp_path: Path) -> Manifest:
    return following(built(tmp_path / "site", newsletter("2026-10")), None, 7)


def _changed(release: Manifest, **fields: Any) -> bytes:
    return json.dumps({**json.loads(manifest.write(release)), **fields}).encode()


def test_what_is_written_is_read(release: Manifest) -> None:
    assert manifest.read(manifest.write(release), "here") == release
    assert release.id == "000007-run-1"
    assert release.instant == INSTANT


def test_the_same_manifest_is_the_same_bytes(release: Manifest) -> None:
    turned = release.but(files=dict(reversed(list(release.files.items()))))
    assert manifest.write(turned) == manifest.write(release)


def test_one_of_a_newer_version_is_left_alone(release: Manifest) -> None:
    with pytest.raises(PublishingFailed, match="newer Pressroom") as fault:
        manifest.read(_changed(release, version=2), "s3://news")
    assert "nothing was touched" in fault.value.hint


@pytest.mark.parametrize(
    "fields",
    [
        {"version": "1st"},
        {"format": "another"},
        {"sequence": 0},
        {"identity": "not ours/at all"},
        {"instant": "2026-11-22T13:00:00"},
        {"unknown": 1},
        {"files": {"../../etc/passwd": {}}},
    ],
    ids=str,
)
def test_a_damaged_one_is_refused(release: Manifest, fields: dict[str, Any]) -> None:
    with pytest.raises(PublishingFailed, match=r"what lies at s3://news is damaged"):
        manifest.read(_changed(release, **fields), "s3://news")


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[]"])
def test_what_is_no_manifest_is_refused(data: bytes) -> None:
    with pytest.raises(PublishingFailed, match="damaged"):
        manifest.read(data, "here")


@pytest.mark.parametrize(
    ("path", "fit"),
    [
        ("index.html", True),
        ("a b/日本.html", True),
        ("", False),
        ("/etc/passwd", False),
        ("a//b", False),
        ("a/../b", False),
        ("./a", False),
        ("a/", False),
        ("a\nb", False),
        ("a\\b", False),
    ],
)
def test_a_path_stays_inside_the_site(path: str, fit: bool) -> None:
    assert manifest.is_fit(path) is fit
