"""Light, dark or as the device has it: a reader's choice, kept from page to page."""

from playwright.sync_api import Locator, Page, expect
from tests.web.conftest import Visitor
from tests.web.visiting import visit

_SCHEME = "data-md-color-scheme"


def test_a_page_follows_the_device(visitor: Visitor) -> None:
    for device, scheme in (("light", "default"), ("dark", "slate")):
        page = visitor(color_scheme=device)
        visit(page, "home")
        expect(page.locator("body")).to_have_attribute(_SCHEME, scheme)


def test_a_choice_is_kept_on_other_pages_and_visits(visitor: Visitor) -> None:
    page = visitor(color_scheme="dark")
    visit(page, "home")
    _press(page)
    expect(page.locator("body")).to_have_attribute(_SCHEME, "default")
    for kind in ("story", "Dutch home", "404"):
        visit(page, kind)
        expect(page.locator("body")).to_have_attribute(_SCHEME, "default")
    _press(page)
    expect(page.locator("body")).to_have_attribute(_SCHEME, "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute(_SCHEME, "slate")


def test_the_keyboard_chooses_too(visitor: Visitor) -> None:
    page = visitor(color_scheme="dark")
    visit(page, "story")
    expect(_label(page)).to_be_visible()  # Material's script comes late, and shows it when it listens
    page.locator("[name=__palette]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute(_SCHEME, "default")


def _press(page: Page) -> None:
    _label(page).click()


def _label(page: Page) -> Locator:
    return page.locator(".press-palette label").filter(visible=True)
