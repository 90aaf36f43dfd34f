"""A first visit to a story costs at most 170 KB, compressed, without its pictures."""

from playwright.sync_api import Page, Request
from tests.web.visiting import visit

_MOST = 170_000


def test_a_first_visit_to_a_story_is_light(page: Page) -> None:
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108  Playwright marks what it is given
    visit(page, "story")
    page.wait_for_load_state("networkidle")
    weights = {request.url: request.sizes()["responseBodySize"] for request in requests if not _is_picture(request)}
    told = "\n".join(f"{weight:>8} {url}" for url, weight in sorted(weights.items(), key=lambda item: -item[1]))
    assert sum(weights.values()) <= _MOST, f"{sum(weights.values())} bytes:\n{told}"


def _is_picture(request: Request) -> bool:
    return request.resource_type == "image"
