from lxml import html
from tests.builders import NOW, episode, issue, page, picture, prose, publication, show, story

from pressroom.model.publication import Publication
from pressroom.model.references import Text
from pressroom.model.release import Release, release
from pressroom.render.placing import inner_html, outside_channel, place, place_in_site, place_outside

HOME = "https://gangway.example/"
QUAY = picture(path="content/issues/2026-11/quay.jpg", digest="f" * 64, width=800, height=400)


def at_now(everything: Publication) -> Release:
    return release(everything, NOW, drafts=False)


def written(text: Text, everything: Publication) -> tuple[str, str]:
    """A text in its page of the site, and outside of it."""
    now = at_now(everything)
    return place_in_site(text, now, text.address), place_outside(text, now)


def linking(markup: str, *targets: str) -> Publication:
    letter = prose(html=markup, links=targets, anchors=("notes",))
    return publication(
        issue(story("fog"), prose=letter),
        issue(id="2026-12", draft=True, title="December"),
        pages=(page("about", prose=prose(anchors=("who-we-are",))),),
        show=show(episode("captain")),
    )


def test_a_link_to_a_file_becomes_one_to_its_page() -> None:
    everything = linking('<p>See <a href="ref:0">the fog</a>.</p>', "fog.md")
    assert written(everything.issues[0], everything) == (
        '<p>See <a href="fog/">the fog</a>.</p>',
        f'<p>See <a href="{HOME}issues/2026-11/fog/">the fog</a>.</p>',
    )


def test_a_link_to_a_heading_elsewhere_keeps_it() -> None:
    everything = linking('<a href="ref:0">us</a>', "../../pages/about.md#who-we-are")
    assert written(everything.issues[0], everything) == (
        '<a href="../../about/#who-we-are">us</a>',
        f'<a href="{HOME}about/#who-we-are">us</a>',
    )


def test_a_link_inside_the_text_stays_there_in_the_site_and_leads_to_its_page_outside() -> None:
    everything = linking(
        '<a href="ref:0">a</a> <a href="ref:1">b</a> <a href="#fn:1">1</a>', "#notes", "issue.md#notes"
    )
    here = f"{HOME}issues/2026-11/"
    assert written(everything.issues[0], everything) == (
        '<a href="#notes">a</a> <a href="#notes">b</a> <a href="#fn:1">1</a>',
        f'<a href="{here}#notes">a</a> <a href="{here}#notes">b</a> <a href="{here}#fn:1">1</a>',
    )


def test_the_sign_beside_a_heading_is_for_pages_alone() -> None:
    everything = linking('<h2 id="notes">Notes<a class="headerlink" href="#notes">¶</a></h2>')
    assert written(everything.issues[0], everything) == (
        '<h2 id="notes">Notes<a class="headerlink" href="#notes">¶</a></h2>',
        '<h2 id="notes">Notes</h2>',
    )


def test_a_link_to_its_own_page_leads_to_the_top() -> None:
    everything = linking('<a href="ref:0">top</a>', "issue.md")
    assert written(everything.issues[0], everything) == (
        '<a href="./">top</a>',
        f'<a href="{HOME}issues/2026-11/">top</a>',
    )


def test_a_link_to_what_is_held_back_or_is_not_there_becomes_text() -> None:
    everything = linking(
        '<p><a href="ref:0">in <em>December</em></a>, <a href="ref:1">nowhere</a>.</p>', "../2026-12/issue.md", "x.md"
    )
    assert set(written(everything.issues[0], everything)) == {"<p>in <em>December</em>, nowhere.</p>"}


def test_addresses_outside_and_anchors_without_one_stay_as_they_are() -> None:
    markup = '<a href="https://x.example/?a=1&amp;b=2">x</a> <a href="mailto:a@b.example">y</a> <a id="z"></a>'
    everything = linking(markup)
    assert set(written(everything.issues[0], everything)) == {markup}


def test_a_link_to_a_page_in_another_language_says_so() -> None:
    dutch = issue(language="nl", prose=prose(html='<a href="ref:0">mist</a>', links=("fog.md",)))
    everything = publication(issue(story("fog")), dutch)
    assert place_outside(dutch, at_now(everything)) == f'<a href="{HOME}issues/2026-11/fog/" hreflang="en">mist</a>'


def test_an_episode_has_no_language_of_its_own_to_compare() -> None:
    notes = prose(html='<a href="ref:0">fog</a>', links=("../../../content/issues/2026-11/fog.md",))
    everything = publication(issue(story("fog")), show=show(episode("captain", prose=notes)))
    assert everything.show is not None
    assert place_outside(everything.show.episodes[0], at_now(everything)) == (
        f'<a href="{HOME}issues/2026-11/fog/">fog</a>'
    )


def test_a_picture_gets_the_variants_that_its_channel_shows() -> None:
    one = issue(prose=prose(html='<p><img src="pic:0" alt="The quay"></p>'), pictures=(QUAY,))
    everything = publication(one)
    quay = "assets/pictures/quay-ffffffffffff"
    inside, outside = (html.fragment_fromstring(text).find("img") for text in written(one, everything))
    assert inside is not None
    assert outside is not None
    assert dict(inside.attrib) == {
        "src": f"../../{quay}-800.jpg",
        "srcset": f"../../{quay}-320.webp 320w, ../../{quay}-480.webp 480w, ../../{quay}-800.webp 800w",
        "sizes": "(min-width: 44em) 630px, 92vw",
        "width": "800",
        "height": "400",
        "alt": "The quay",
        "loading": "lazy",
    }
    assert dict(outside.attrib) == {
        "src": f"{HOME}{quay}-800.jpg",
        "width": "600",
        "height": "300",
        "alt": "The quay",
        "loading": "lazy",
    }


def test_a_decorative_picture_keeps_its_empty_words() -> None:
    one = issue(prose=prose(html='<img src="pic:0" alt="">'), pictures=(QUAY,))
    assert 'alt=""' in place_outside(one, at_now(publication(one)))


def test_a_picture_that_is_not_there_is_left_out_and_what_follows_it_stays() -> None:
    one = issue(prose=prose(html='<p>a<img src="pic:0" alt="x"> b</p>'), pictures=(None,))
    assert place_outside(one, at_now(publication(one))) == "<p>a b</p>"


def test_pictures_that_are_placed_already_are_left_alone() -> None:
    markup = '<img src="https://gangway.example/x.png" alt="x">'
    one = issue(prose=prose(html=markup))
    assert place_outside(one, at_now(publication(one))) == markup


def test_text_outside_any_element_stays_escaped() -> None:
    one = issue(prose=prose(html="Tea &amp; <b>bread</b> &lt; cake"))
    assert place_outside(one, at_now(publication(one))) == "Tea &amp; <b>bread</b> &lt; cake"


def test_a_text_of_nothing_is_nothing() -> None:
    one = issue(prose=prose(html=""))
    assert set(written(one, publication(one))) == {""}


def test_characters_that_a_tree_cannot_hold_are_left_out() -> None:
    markup = 'a\x01<img src="pic:0" alt="\x00b\x1f&#1;"><i>\x08c&#2;</i>'
    one = issue(prose=prose(html=markup), pictures=(QUAY,))
    root = place(one, at_now(publication(one)), outside_channel(HOME))
    assert root.text == "a"
    [image] = root.iter("img")
    assert image.get("alt") == "b"
    assert inner_html(root).endswith("<i>c\x02</i>")
    assert place_outside(one, at_now(publication(one))).endswith("<i>c</i>")
