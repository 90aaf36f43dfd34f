"""Messages as readers have them: on every screen, light and dark, whole or spoiled by the program that shows them.

Each message is opened once for each way of reading it; then the screen's width and the scheme change around it.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route
from tests.web.conftest import Visitor
from tests.web.letters import ARCHIVE, LETTERS, READERS, SAMPLES
from tests.web.measuring import (
    colours,
    contrast,
    headings,
    out_of_page,
    small_letters,
    small_targets,
    violations,
)
from tests.web.parts import AXE

Open = Callable[..., Page]

_WIDTHS = (280, 320, 375, 640, 1280)
_PHONE = 375
_DESK = (640, 1280)
"""Outlook on Windows draws tables of a fixed width, and runs on no phone."""

_DARK_OUTLOOK = "() => ['data-ogsc', 'data-ogsb'].forEach(mark => document.documentElement.setAttribute(mark, ''))"
"""What Outlook.com puts on a message that it darkens; on what is around it, as it does."""


@pytest.fixture
def opened(browser: Browser, letter: Callable[[str], str]) -> Iterator[Open]:
    """Open a message without its pictures, or with an empty one for each."""
    context = browser.new_context(locale="en-GB", viewport={"width": _PHONE, "height": 800})

    def open_letter(name: str, *, reader: str = "as sent", pictures: bool = True) -> Page:
        page = context.new_page()
        page.route("**/*", _empty if pictures else _blocked)
        page.set_content(READERS[reader](letter(name)))
        return page

    yield open_letter
    context.close()


def _blocked(route: Route) -> None:
    route.abort()


def _empty(route: Route) -> None:
    buffer = BytesIO()
    Image.new("RGB", (16, 9), "#888").save(buffer, "png")
    route.fulfill(body=buffer.getvalue(), content_type="image/png")


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("pictures", [True, False], ids=["pictures", "no pictures"])
def test_a_message_fits_every_screen(opened: Open, name: str, pictures: bool) -> None:
    page = opened(name, pictures=pictures)
    _fits(page, _WIDTHS)


@pytest.mark.parametrize("name", LETTERS)
def test_a_message_fits_every_screen_without_its_styles(opened: Open, name: str) -> None:
    page = opened(name, reader="without styles")
    _fits(page, _WIDTHS)


@pytest.mark.parametrize("name", LETTERS)
def test_a_message_fits_a_window_of_outlook(opened: Open, name: str) -> None:
    page = opened(name, reader="in Outlook")
    _fits(page, _DESK)


@pytest.mark.parametrize("name", LETTERS)
def test_axe_finds_no_violation_in_a_message(opened: Open, name: str) -> None:
    """Where lines are longest and shortest; and in the dark, where only colours are others."""
    page = opened(name)
    page.evaluate(AXE.need().read_text())
    _is_sound(page, 320)
    _is_sound(page, 1280)
    page.emulate_media(color_scheme="dark")
    _is_sound(page, _PHONE)


@pytest.mark.parametrize("reader", ["without styles", "in Outlook"])
@pytest.mark.parametrize("name", LETTERS)
def test_axe_finds_no_violation_in_a_spoiled_message(opened: Open, name: str, reader: str) -> None:
    page = opened(name, reader=reader)
    page.evaluate(AXE.need().read_text())
    _is_sound(page, 640)


@pytest.mark.parametrize("name", LETTERS)
def test_a_message_can_be_read_where_pictures_are_blocked(opened: Open, name: str) -> None:
    """What stands for them is text like any other, in light and in dark."""
    page = opened(name, pictures=False)
    page.evaluate(AXE.need().read_text())
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert not contrast(page), scheme


@pytest.mark.parametrize("name", LETTERS)
def test_outlook_com_has_the_same_dark_message_as_others(opened: Open, name: str) -> None:
    page = opened(name)
    page.evaluate(AXE.need().read_text())
    light = colours(page)
    page.emulate_media(color_scheme="dark")
    dark = colours(page)
    page.emulate_media(color_scheme="light")
    page.evaluate(_DARK_OUTLOOK)
    assert light != dark
    assert [pair for pair in zip(colours(page), dark, strict=True) if pair[0] != pair[1]] == []
    assert not contrast(page)


@pytest.mark.parametrize("name", LETTERS)
def test_fingers_find_what_can_be_tapped(opened: Open, name: str) -> None:
    """WCAG 2.2, 2.5.5: 44 px both ways, except for links within a sentence."""
    page = opened(name)
    for width in (280, 640):
        page.set_viewport_size({"width": width, "height": 800})
        assert not small_targets(page, 44), f"at {width} px"


@pytest.mark.parametrize("name", LETTERS)
def test_letters_are_large_enough(opened: Open, name: str) -> None:
    """What is read is set in 16 px at least, and nothing in less than 14."""
    page = opened(name)
    assert not small_letters(page, least=14, read=16)


@pytest.mark.parametrize("name", LETTERS)
def test_a_message_has_one_title_and_skips_no_level(opened: Open, name: str) -> None:
    levels = headings(opened(name))
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels)), levels


@pytest.mark.parametrize("name", SAMPLES)
def test_every_picture_is_there(visitor: Visitor, letter: Callable[[str], str], name: str) -> None:
    """The visitor complains of what is missing, and of every other host that is asked."""
    page = visitor(viewport={"width": _PHONE, "height": 800}, device_scale_factor=2)
    page.set_content(letter(name))
    assert page.evaluate("() => [...document.images].every(image => image.naturalWidth > 0)")


def test_the_measures_see_what_is_wrong(opened: Open) -> None:
    """A message with one fault of each kind."""
    page = opened(ARCHIVE)
    page.evaluate(AXE.need().read_text())
    page.evaluate(
        """() => document.querySelector("h1").insertAdjacentHTML("afterend", `
          <p style="width: 1400px">Too wide for any screen, and what is too wide makes the whole of it scroll.</p>
          <p style="color: #ccc; background: #fff">Too pale</p><p><a href="https://example.com/">Too small</a></p>
          <p style="font-size: 13px">Tiny</p><p style="font-size: 15px">Long enough to be read, so it must be large
          enough to be read as well, whatever its designer may say of rhythm and of white space.</p><img src="x">
          <h4>Deep</h4>`)"""
    )
    assert out_of_page(page)
    assert contrast(page)
    assert any("image-alt" in violation for violation in violations(page))
    assert [told for told in small_targets(page, 44) if "Too small" in told]
    assert len(small_letters(page, least=14, read=16)) == 2
    assert headings(page)[:2] == [1, 4]


def _fits(page: Page, widths: tuple[int, ...]) -> None:
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        assert not out_of_page(page), f"at {width} px"


def _is_sound(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = violations(page)
    assert not found, f"at {width} px:\n" + "\n".join(found)
