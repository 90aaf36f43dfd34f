from lxml import html
from tests.builders import prose
from tests.render.newsletter.rich_issue import BASE_URL, REPORT, issue, picture, publication, released, story, theme

from pressroom.model.prose import Prose
from pressroom.render.newsletter.extent import LADDER
from pressroom.render.newsletter.passages import Passage, passage, whole
from pressroom.render.newsletter.wording import wording

WORDS = wording(theme(), "en", publication().zone())


def carried(text: Prose | None = None, rung: int = 0) -> Passage:
    subject = issue(prose=text) if text else issue()
    return passage(subject, released(subject), WORDS, LADDER[rung])


def test_links_and_pictures_have_full_addresses() -> None:
    root = html.fragment_fromstring(carried().html, create_parent="div")
    assert root.xpath("//@href") == [
        f"{BASE_URL}issues/2026-11/warehouse/",
        "https://intranet.example.com/x?a=1&b=2",
        f"{BASE_URL}issues/2026-11/#what-now",
    ]
    assert root.xpath("//@src")[0].startswith(f"{BASE_URL}assets/pictures/full-")


def test_links_within_a_raw_text_lead_to_its_page() -> None:
    text = prose('<p><a href="#h%C3%A9">a</a></p>')
    assert f'href="{BASE_URL}issues/2026-11/#h%C3%A9"' in carried(text).html
    assert f"a ({BASE_URL}issues/2026-11/#h%C3%A9)" in carried(text).text  # alone in its line, so beside the words


def test_the_words_are_those_before_mail_changed_them() -> None:
    text = carried().text
    assert "What now\n--------" in text
    assert "- [x] Pack" in text
    assert "See what now\N{NO-BREAK SPACE}[4].[1]" in text
    assert carried().links[-1] == f"[4] {BASE_URL}issues/2026-11/#what-now"


def test_a_whole_story_has_its_headings_below_its_own_in_html_and_in_words() -> None:
    for level in (2, 3):
        report = story("warehouse", prose=REPORT, pictures=(picture(),))
        told = whole(report, released(issue(stories=(report,))), level)
        root = html.fragment_fromstring(told.html, create_parent="div")
        assert [element.tag for element in root.iter("h2", "h3", "h4", "h5")] == [f"h{level + 1}", f"h{level + 2}"]
        assert "Saturday\n~~~~~~~~\n\n[A full warehouse]\n\nRain\n....\n\nIt rained." in told.text
        assert not root.xpath("//@id")


def test_a_long_text_becomes_its_outline_in_both_forms() -> None:
    text = prose('<h2 id="a-b">A &amp; b</h2><p>One.</p><p>Two.</p>')
    assert "Two." in carried(text).html
    short = carried(text, rung=1)
    assert short.html == (
        f'<h2>A &amp; b</h2><p>One.</p><p><a href="{BASE_URL}issues/2026-11/#a-b">Read on: A &amp; b</a></p>'
    )
    assert short.text == f"A & b\n-----\n\nOne.\n\nRead on: A & b ({BASE_URL}issues/2026-11/#a-b)"


def test_what_is_left_of_an_opening_is_on_its_page() -> None:
    text = prose(f"<p>{'word ' * 2000}</p>")
    assert f'<a href="{BASE_URL}issues/2026-11/">Read on in the browser</a>' in carried(text, rung=1).html
