"""What was saved is noticed; what programs write beside it is not."""

import asyncio
from pathlib import Path

import pytest

from pressroom.preview.watching import is_content, saved


@pytest.mark.parametrize("name", ["issue.md", "open-enrolment.nl.md", "PHOTO.JPG", "publication.yml", "talk.mp3"])
def test_an_editors_work_is_looked_at(name: str) -> None:
    assert is_content(f"/news/content/issues/2026-11/{name}")


@pytest.mark.parametrize(
    "name",
    [".issue.md.swp", "issue.md~", "#issue.md#", ".#issue.md", "4913", "issue.md.tmp", "a.md___jb_tmp___", ".DS_Store"],
)
def test_what_their_program_writes_beside_it_is_not(name: str) -> None:
    assert not is_content(f"/news/content/issues/2026-11/{name}")


async def _first(root: Path, change: list[str]) -> frozenset[str]:
    """Save files, again and again until it is noticed: nobody knows when the watching has begun."""

    async def save() -> None:
        for number in range(1_000):
            for name in change:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(str(number))
            await asyncio.sleep(0.05)

    saving = asyncio.create_task(save())
    try:
        async with asyncio.timeout(30):
            return await anext(told async for told in saved(root) if told)
    finally:
        saving.cancel()


def test_saved_files_are_told_together_by_their_paths(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    told = asyncio.run(_first(tmp_path, ["content/a.md", "content/.a.md.swp", "site/index.html"]))
    assert told == {"content/a.md"}


def test_once_watching_has_begun_it_is_told_though_nothing_was_saved(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    async def begin() -> frozenset[str]:
        return await anext(saved(tmp_path))

    assert asyncio.run(begin()) == frozenset()


def test_a_folder_that_comes_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert asyncio.run(_first(tmp_path, ["podcast/show.yml"])) & {"podcast", "podcast/show.yml"}


def test_where_all_of_it_is_gone_it_is_waited_for(tmp_path: Path) -> None:
    assert asyncio.run(_first(tmp_path, ["content/a.md"])) & {"content", "content/a.md"}
