"""Safety: what strangers could read, what another ledger published, and what would be lost is refused."""

from pathlib import Path
from typing import Any

import pytest
from tests import builders
from tests.publish.deploy.sites import built, newsletter

from pressroom.errors import PublishingFailed
from pressroom.model.outlets import Deploy
from pressroom.publish.deploy.changes import following
from pressroom.publish.deploy.safety import Authority, require_safe

_ACTIONS = {"GITHUB_ACTIONS": "true"}
_OURS = "https://gangway.example/"
_PAGES = "https://lantern.github.io/gangway/"


def _ask(
    tmp_path: Path, deploy: Deploy, environment: dict[str, str] | None = None, **fields: Any
) -> PublishingFailed | None:
    given = built(tmp_path / "site", newsletter("2026-10"))
    try:
        authority = Authority(runs=frozenset(), confirmed=True)
        require_safe(builders.publication(deploy=deploy, **fields), given, None, environment or {}, authority)
    except PublishingFailed as fault:
        return fault
    return None


@pytest.mark.parametrize(
    ("deploy", "base_url", "environment"),
    [
        (Deploy(to="s3://news"), _OURS, {}),
        (Deploy(to="folder:/srv/www"), _OURS, {}),
        (Deploy(to="handover:public"), _OURS, {}),
        (Deploy(to="git:gh-pages", access="network"), _OURS, {}),
        (Deploy(to="handover:public", access="network"), _OURS, _ACTIONS),
        (Deploy(to="s3://news", access="network"), _PAGES, {}),
        (Deploy(to="s3://news", access="network"), "https://github.io/", {}),
    ],
)
def test_what_is_internal_is_not_laid_open(
    tmp_path: Path, deploy: Deploy, base_url: str, environment: dict[str, str]
) -> None:
    fault = _ask(tmp_path, deploy, environment, base_url=base_url)
    assert fault
    assert "internal" in fault.message
    assert "Nothing was published" in fault.hint
    assert "public: true" in fault.hint


@pytest.mark.parametrize(
    ("deploy", "base_url", "environment"),
    [
        (Deploy(), _OURS, _ACTIONS),
        (Deploy(to="s3://news", access="wall"), _OURS, {}),
        (Deploy(to="s3://news", access="network"), _OURS, {}),
        (Deploy(to="s3://news", access="network"), "https://notgithub.io/", {}),
        (Deploy(to="git:gh-pages", access="wall"), _PAGES, {}),
        (Deploy(to="git:gh-pages", public=True), _PAGES, {}),
        (Deploy(to="handover:public", access="network"), _OURS, {}),
        (Deploy(to="handover:public", access="wall"), _OURS, _ACTIONS),
    ],
)
def test_what_somebody_answers_for_goes_out(
    tmp_path: Path, deploy: Deploy, base_url: str, environment: dict[str, str]
) -> None:
    assert _ask(tmp_path, deploy, environment, base_url=base_url) is None


def test_what_is_public_may_lie_anywhere(tmp_path: Path) -> None:
    assert _ask(tmp_path, Deploy(to="git:gh-pages"), base_url=_PAGES, visibility="public") is None


def _require(tmp_path: Path, live: dict[str, str], site: dict[str, str], *, confirmed: bool, **live_stamp: str) -> None:
    last = following(built(tmp_path / "live", live, **live_stamp), None, 1)
    authority = Authority(runs=frozenset({"run-1"}), confirmed=confirmed)
    require_safe(builders.publication(), built(tmp_path / "site", site), last, {}, authority)


def test_what_another_ledger_published_is_left_alone_until_confirmed(tmp_path: Path) -> None:
    site = newsletter("2026-10")
    _require(tmp_path, site, site, confirmed=False)
    _require(tmp_path, site, site, confirmed=True, identity="another")
    with pytest.raises(PublishingFailed, match=r"another ledger, on 22 November 2026") as fault:
        _require(tmp_path, site, site, confirmed=False, identity="another")
    assert "ledger import" in fault.value.hint


def test_what_a_run_published_that_the_ledger_does_not_know_is_left_alone_until_confirmed(tmp_path: Path) -> None:
    site = newsletter("2026-10")
    _require(tmp_path, site, site, confirmed=True, run="run-2")
    with pytest.raises(PublishingFailed, match=r"older than what went out") as fault:
        _require(tmp_path, site, site, confirmed=False, run="run-2")
    assert "--confirm site" in fault.value.hint


def test_a_site_that_shrinks_by_much_is_held_until_confirmed(tmp_path: Path) -> None:
    many = {"index.html": "", **{f"issues/{number}/index.html": "" for number in range(100)}}
    few = dict(list(many.items())[:40])
    _require(tmp_path, many, dict(list(many.items())[:60]), confirmed=False)
    _require(tmp_path, many, few, confirmed=True)
    with pytest.raises(PublishingFailed, match=r"61 of the 101 files") as fault:
        _require(tmp_path, many, few, confirmed=False)
    assert "confirm" in fault.value.hint
