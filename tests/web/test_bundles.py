"""A large archive's search: many indexes are searched as one, from the newest quarter to the oldest year."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.web.conftest import ORIGIN
from tests.web.serving import serving
from tests.web.visiting import search
from tests.web.watching import Watch

from pressroom.build import bundles
from pressroom.build.examination import examine
from pressroom.build.places import Places
from pressroom.build.search import indexing
from pressroom.model.artifact import Batch
from pressroom.store import Store

MONTHS = ("2026-11", "2026-02", "2025-05", "2019-01")
SHARED = "ferry"
"""A word that stands in many pages of the sample, so that it is in each of these indexes."""


@pytest.fixture
def port(publication: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Serve the sample as if its texts had appeared over eight years, with an index for each."""
    monkeypatch.setattr(bundles, "LARGE", 2)
    root = tmp_path / "publication"
    shutil.copytree(publication, root)
    found = examine(Places(root=root)).output.documents
    spread = [
        Batch(partial(list, [one]), 1, MONTHS[at % len(MONTHS)])
        for at, one in enumerate(one for batch in found for one in batch.make())
    ]
    shutil.rmtree(root / "site/pagefind")
    with indexing(spread, Store(None)) as index:
        for artifact in index():
            (root / artifact.path).parent.mkdir(parents=True, exist_ok=True)
            (root / artifact.path).write_bytes(artifact.data)
    assert json.loads((root / "site/pagefind/years.json").read_text()) == ["2026", "2025", "2019"]
    with serving(root / "site", "/news/") as port:
        yield port


def _told(browser: Browser, watch: Watch) -> str:
    context = browser.new_context(base_url=ORIGIN, locale="en-GB")
    watch.over(context)
    page = context.new_page()
    page.goto("")
    search(page, SHARED)
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_contain_text("results")
    told = status.inner_text()
    context.close()
    return told


def test_many_indexes_find_what_one_finds(
    browser: Browser, launch: Callable[[int], Browser], port: int, watch: Watch
) -> None:
    spread = launch(port)
    assert _told(spread, watch) == _told(browser, watch)
    spread.close()
