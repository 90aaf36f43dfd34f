"""The brand's fonts and logo in mail."""

import pytest
from tests.builders import issue, picture, publication
from tests.render.newsletter.rich_issue import theme

from pressroom.model.brand import Brand, FontFile, Fonts, Logo, Typeface
from pressroom.model.release import release
from pressroom.render import newsletter
from pressroom.render.newsletter.fonts import stacks, with_fonts

HOUSE = FontFile(path="content/fonts/house.woff2", digest="c" * 64)


def printed(brand: Brand) -> str:
    made = publication(issue(), brand=brand)
    (message,) = newsletter.render(release(made, made.issues[0].date, drafts=False), theme())
    return message.html


def test_headings_have_serifs_and_text_has_none_unless_the_brand_says_so() -> None:
    assert stacks(Brand())["headings"].startswith("Georgia,")
    assert stacks(Brand())["text"].startswith("Segoe UI,")


@pytest.mark.parametrize(("kind", "first"), [("sans", "Segoe UI"), ("serif", "Georgia"), ("newsreader", "Georgia")])
def test_a_font_of_its_own_is_stood_in_for(kind: str, first: str) -> None:
    own = Typeface.from_dict({"kind": kind, "file": HOUSE})
    assert {stack.partition(",")[0] for stack in stacks(Brand(fonts=Fonts(headings=own, text=own))).values()} == {first}


def test_fonts_stand_where_their_names_stood_and_colours_stay() -> None:
    css = ".a { font-family: var(--text); color: var(--ink) } .b { font-family: var( --headings ) }"
    filled = with_fonts(css, {"text": "Georgia, serif", "headings": "Arial"})
    assert filled == ".a { font-family: Georgia, serif; color: var(--ink) } .b { font-family: Arial }"


def test_the_message_follows_the_brand() -> None:
    usual, other = printed(Brand()), printed(Brand(fonts=Fonts(headings=Typeface(kind="sans"))))
    assert "Georgia" in usual
    assert "Georgia" not in other
    assert "house" not in printed(Brand(fonts=Fonts(headings=Typeface(kind="sans", file=HOUSE))))
    assert "@font-face" not in usual


def test_the_logo_stands_over_the_name() -> None:
    html = printed(Brand(logo=Logo(picture=picture(width=1024, height=512), tone="#c08020")))
    assert 'class="logo"' not in printed(Brand())
    tag = html[html.index("<img") : html.index(">", html.index("<img"))]
    assert 'src="https://gangway.example/assets/brand/mail-96-' in tag
    assert ('width="96"' in tag, 'height="48"' in tag, 'alt=""' in tag) == (True, True, True)
