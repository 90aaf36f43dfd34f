"""Internal means internal: whatever a reader opens, nobody else hears of it."""

import pytest
from playwright.sync_api import Page
from tests.web.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host_and_keeps_its_own_policy(page: Page, kinds: dict[str, str], kind: str) -> None:
    page.goto(kinds[kind])
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", ["issues/2026-11/email.html", "nl/issues/2026-11/email.html"])
def test_nor_does_a_message_in_the_browser(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
