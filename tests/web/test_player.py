"""An episode, heard in a real browser: the bar, chapters, the transcript, and what is remembered."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.web.conftest import ORIGIN, Visitor
from tests.web.kinds import KINDS

EPISODE = ORIGIN + KINDS["episode"]
SHOW = ORIGIN + KINDS["show"]
FAILING_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed') }})"
PLACES = "() => [...document.querySelectorAll('main :is(h1, h2, h3, p, li)')].map(each => each.offsetTop)"
"""Where everything in the page stands."""


def bar(page: Page) -> Locator:
    return page.get_by_role("group", name="Listen:").first


def play(page: Page) -> Locator:
    return bar(page).get_by_role("button", name="Play", exact=True)


def pause(page: Page) -> Locator:
    return bar(page).get_by_role("button", name="Pause", exact=True)


def slider(page: Page) -> Locator:
    return bar(page).get_by_role("slider")


def chapter(page: Page, title: str) -> Locator:
    return page.get_by_role("link", name=re.compile(f"{title}$"))


def place(page: Page) -> float:
    """Return where the sound is, in seconds."""
    return float(page.evaluate("document.querySelector('audio').currentTime"))


def hear(page: Page, seconds: float) -> None:
    """Wait until the sound has come past a moment."""
    page.wait_for_function("seconds => document.querySelector('audio').currentTime > seconds", arg=seconds)


def opened(page: Page, address: str = EPISODE) -> Page:
    page.goto(address)
    expect(play(page)).to_be_visible()
    return page


def test_nothing_is_loaded_before_somebody_wants_to_hear_it(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page)
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if address.endswith(".mp3")]


def test_it_plays_and_pauses(page: Page) -> None:
    opened(page)
    play(page).click()
    hear(page, 0.3)
    pause(page).click()
    expect(play(page)).to_be_visible()
    assert page.evaluate("document.querySelector('audio').paused")


def test_it_goes_back_and_on(page: Page) -> None:
    opened(page)
    bar(page).get_by_role("button", name="30 seconds on").click()
    expect(slider(page)).to_have_attribute("aria-valuetext", "0:30 of 2:02, A ship without a sound")
    bar(page).get_by_role("button", name="15 seconds back").click()
    expect(slider(page)).to_have_attribute("aria-valuetext", "0:15 of 2:02, On the bridge")
    play(page).click()
    hear(page, 15)


def test_a_chapter_plays_from_its_beginning_and_is_marked(page: Page) -> None:
    opened(page)
    chapter(page, "The night at anchor").click()
    hear(page, 44)
    assert place(page) < 50
    expect(chapter(page, "The night at anchor")).to_have_attribute("aria-current", "true")
    expect(bar(page)).to_contain_text("The night at anchor")


def test_a_line_of_the_transcript_plays_by_its_time_and_by_its_words(page: Page) -> None:
    opened(page)
    page.get_by_role("link", name="0:28", exact=True).click()
    hear(page, 28)
    assert place(page) < 34
    page.get_by_text("We lay at anchor for twenty-five hours").click()
    hear(page, 52)
    assert place(page) < 58


def test_the_transcript_follows_until_the_reader_scrolls(page: Page) -> None:
    opened(page)
    following = page.get_by_role("switch", name="Follow along")
    box = page.get_by_role("region", name="Transcript")
    chapter(page, "The first of December").click()
    box.scroll_into_view_if_needed()
    hear(page, 97)
    expect(box.get_by_text("The first of December, a quarter past six")).to_be_in_viewport()
    expect(box.locator("[aria-current]")).to_have_count(1)
    box.hover()
    page.mouse.wheel(0, -200)
    expect(following).not_to_be_checked()
    following.click()
    expect(following).to_be_checked()


def test_the_page_itself_is_never_scrolled(page: Page) -> None:
    opened(page)
    before = page.evaluate("scrollY")
    slider(page).focus()
    page.keyboard.press("End")
    assert page.evaluate("scrollY") == before


def test_the_keyboard_does_all(page: Page) -> None:
    opened(page)
    play(page).focus()
    page.keyboard.press("Space")
    expect(pause(page)).to_be_focused()
    page.keyboard.press("Enter")
    slider(page).focus()
    page.keyboard.press("Home")
    for key, time in (("ArrowRight", "0:05"), ("PageUp", "0:35"), ("ArrowLeft", "0:30"), ("PageDown", "0:00")):
        page.keyboard.press(key)
        expect(slider(page)).to_have_attribute("aria-valuetext", re.compile(f"^{time} of 2:02"))
    page.keyboard.press("Space")
    expect(pause(page)).to_be_visible()
    chapter(page, "Your questions").focus()
    page.keyboard.press("Enter")
    hear(page, 62)


def test_the_place_is_remembered_and_offered(page: Page) -> None:
    opened(page)
    chapter(page, "The night at anchor").click()
    hear(page, 44)
    pause(page).click()
    opened(page)
    assert place(page) == 0
    bar(page).get_by_role("button", name=re.compile(r"^Continue at 0:4\d$")).click()
    hear(page, 44)


def test_a_short_listen_does_not_make_it_forget(page: Page) -> None:
    opened(page)
    chapter(page, "The night at anchor").click()
    hear(page, 44)
    pause(page).click()
    opened(page)
    play(page).click()
    hear(page, 0.3)
    pause(page).click()
    opened(page)
    expect(bar(page).get_by_role("button", name="Continue at 0:4")).to_be_visible()


def test_what_was_heard_to_its_end_is_not_offered_again(page: Page) -> None:
    opened(page)
    slider(page).focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    play(page).click()
    page.wait_for_function("() => document.querySelector('audio').ended")
    opened(page)
    expect(bar(page).get_by_role("button", name="Continue")).to_have_count(0)


def test_the_speed_is_remembered(page: Page) -> None:
    opened(page)
    bar(page).get_by_label("Speed").select_option("1.5")
    opened(page)
    expect(bar(page).get_by_label("Speed")).to_have_value("1.5")
    play(page).click()
    hear(page, 0.2)
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.5


@pytest.mark.parametrize("kept", ["nonsense", "[1, 2]", '{"a": 1}', "null"])
def test_what_is_remembered_wrongly_does_no_harm(page: Page, kept: str) -> None:
    opened(page)
    page.evaluate("kept => {for (const key of ['press-places', 'press-speed']) localStorage[key] = kept}", kept)
    opened(page)
    play(page).click()
    hear(page, 0.2)


def test_it_plays_where_nothing_may_be_remembered(visitor: Visitor) -> None:
    page = visitor()
    page.add_init_script(FAILING_STORAGE)
    opened(page)
    bar(page).get_by_label("Speed").select_option("1.2")
    chapter(page, "Your questions").click()
    hear(page, 62)
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.2
    pause(page).click()


@pytest.mark.parametrize("moment", ["63", "1:03", "0:01:03", "npt:63,90"])
def test_an_address_may_name_a_moment(page: Page, moment: str) -> None:
    opened(page, f"{EPISODE}#t={moment}")
    expect(slider(page)).to_have_attribute("aria-valuetext", "1:03 of 2:02, Your questions")
    play(page).click()
    hear(page, 63)


def test_another_moment_in_the_address_is_gone_to(page: Page) -> None:
    opened(page)
    page.evaluate("location.hash = 't=44'")
    expect(slider(page)).to_have_attribute("aria-valuetext", "0:44 of 2:02, The night at anchor")
    page.evaluate("location.hash = 't=soon'")
    expect(slider(page)).to_have_attribute("aria-valuetext", "0:44 of 2:02, The night at anchor")


def test_a_link_to_the_moment_can_be_copied(visitor: Visitor) -> None:
    page = visitor(permissions=["clipboard-read", "clipboard-write"])
    opened(page, f"{EPISODE}#t=63")
    bar(page).get_by_role("button", name="Copy the link at 1:03").click()
    expect(bar(page).get_by_role("status")).to_have_text("Link at 1:03 copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{EPISODE}#t=63"


def test_one_sound_at_a_time(page: Page) -> None:
    opened(page, SHOW)
    page.get_by_role("button", name="Play", exact=True).nth(0).click()
    hear(page, 0.2)
    page.get_by_role("button", name="Play", exact=True).nth(0).click()  # the next one: the first says Pause now
    expect(page.get_by_role("button", name="Pause", exact=True)).to_have_count(1)
    assert page.evaluate("document.querySelector('audio').paused")


@pytest.mark.parametrize("kind", ["home", "issue", "show"])
def test_listings_play_too(page: Page, kinds: dict[str, str], kind: str) -> None:
    opened(page, kinds[kind])
    play(page).click()
    hear(page, 0.2)


def test_a_sound_that_does_not_load_is_said(visitor: Visitor) -> None:
    page = visitor()
    page.route("**/*.mp3", lambda route: route.fulfill(status=200, content_type="audio/mpeg", body="no sound"))
    opened(page)
    play(page).click()
    expect(bar(page).get_by_role("status")).to_have_text(re.compile("does not load"))
    expect(play(page)).to_be_visible()


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("kind", ["home", "issue", "show", "episode"])
def test_nothing_moves_when_the_bar_comes(visitor: Visitor, kinds: dict[str, str], kind: str, width: int) -> None:
    screen = {"width": width, "height": 800}
    bare, page = visitor(viewport=screen), visitor(viewport=screen)
    bare.route("**/player.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    bare.goto(kinds[kind])
    expect(bare.locator("audio").first).to_be_visible()
    opened(page, kinds[kind])
    assert page.evaluate(PLACES) == bare.evaluate(PLACES)


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_the_bar_fits_and_fills_the_place_that_was_kept_for_it(visitor: Visitor, width: int) -> None:
    page = visitor(viewport={"width": width, "height": 800})
    opened(page)
    measure = "name => parseFloat(getComputedStyle(document.querySelector('.press-sound'))[name])"
    kept, filled = page.evaluate(measure, "minHeight"), page.evaluate(measure, "height")
    assert filled == pytest.approx(kept, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_the_narrowest_phone_the_place_in_an_hours_talk_is_offered_whole(visitor: Visitor) -> None:
    page = visitor(viewport={"width": 320, "height": 800})
    opened(page, SHOW)
    heard = bar(page).locator("xpath=ancestor::*[@data-sound]").get_attribute("data-sound")
    page.evaluate("heard => localStorage['press-places'] = JSON.stringify([[heard, 3]])", heard)
    page.reload()
    offer = bar(page).get_by_role("button", name="Continue at")
    expect(offer).to_be_visible()
    offer.evaluate("button => button.textContent = 'Continue at 1:01:07'")
    bar(page).locator("[data-part=left]").evaluate("left => left.textContent = '−2:02:02'")
    assert offer.evaluate("button => button.parentElement.scrollWidth <= button.parentElement.clientWidth")


def test_without_a_script_chapters_and_lines_open_the_sound(visitor: Visitor) -> None:
    page = visitor(java_script_enabled=False)
    page.goto(EPISODE)
    expect(page.locator("audio[controls]")).to_be_visible()
    expect(chapter(page, "The night at anchor")).to_have_attribute("href", "ask-the-captain.mp3#t=44")
    expect(page.get_by_role("link", name="0:28", exact=True)).to_have_attribute("href", re.compile(r"\.mp3#t=28\.\d+$"))
    expect(page.get_by_role("switch")).to_have_count(0)


def test_the_feeds_address_can_be_copied(visitor: Visitor) -> None:
    page = visitor(permissions=["clipboard-read", "clipboard-write"])
    opened(page, SHOW)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{SHOW}feed.xml"


def test_it_can_be_copied_where_the_browser_has_no_clipboard(visitor: Visitor) -> None:
    page = visitor()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    opened(page, SHOW)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied")).to_be_visible()


@pytest.mark.parametrize(
    ("device", "shown"),
    [
        ({"viewport": {"width": 375, "height": 700}, "has_touch": True, "is_mobile": True}, False),
        ({"viewport": {"width": 844, "height": 390}, "has_touch": True, "is_mobile": True}, False),
        ({"viewport": {"width": 1024, "height": 768}, "has_touch": True, "is_mobile": True}, True),
        ({"viewport": {"width": 375, "height": 700}}, True),
    ],
    ids=["phone", "phone on its side", "tablet", "narrow window"],
)
def test_the_code_is_for_a_phone_in_the_other_hand(visitor: Visitor, device: dict[str, Any], shown: bool) -> None:
    page = visitor(**device)
    page.goto(SHOW)
    expect(page.get_by_role("img", name="QR code")).to_be_visible(visible=shown)
