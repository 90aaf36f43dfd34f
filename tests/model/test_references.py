"""Links lead from a file as it lies in the content to the page that it becomes."""

import pytest
from tests.builders import NOW, episode, issue, page, picture, prose, publication, show, story

from pressroom.model.outlets import Deploy
from pressroom.model.publication import Publication
from pressroom.model.references import Dead, Destination, Directory, Held, Private, Resolution, Standing, Text, texts
from pressroom.model.release import release

FOLDER = "content/issues/2026-11"
QUAY = picture(path=f"{FOLDER}/quay.jpg", width=900)
MIST = picture(path=f"{FOLDER}/mist.jpg", width=400)
SKETCH = picture(path="content/issues/2026-12/sketch.jpg")
FACE = picture(path="podcast/episodes/captain/face.png")

FOG = story("fog", prose=prose(anchors=("bells", "fog-horns")), image=MIST)
RAIN = story("rain")
NOVEMBER = issue(FOG, RAIN, prose=prose(anchors=("top",)), pictures=(QUAY, None))
DUTCH = issue(story("fog", language="nl", prose=prose(anchors=("klokken",))), RAIN, language="nl")
OCTOBER = issue(id="2026-10")
DRAFT = issue(
    story("ice", issue="2026-12"), id="2026-12", draft=True, title="December", pictures=(SKETCH,), prose=prose()
)
ABOUT = page("about", prose=prose(anchors=("who-we-are",)))
CAPTAIN = episode("captain", image=FACE)
WHOLE = publication(DRAFT, NOVEMBER, DUTCH, OCTOBER, pages=(ABOUT,), show=show(CAPTAIN, episode("later", draft=True)))


def follow(text: Text, target: str, everything: Publication = WHOLE) -> Resolution:
    return release(everything, NOW, drafts=False).directory.resolve(text, target)


@pytest.mark.parametrize(
    ("text", "target", "address"),
    [
        (NOVEMBER, "fog.md", "issues/2026-11/fog/"),
        (NOVEMBER, "./fog.md", "issues/2026-11/fog/"),
        (FOG, "issue.md", "issues/2026-11/"),
        (FOG, "../2026-10/issue.md", "issues/2026-10/"),
        (FOG, "../../pages/about.md", "about/"),
        (FOG, "../../../podcast/episodes/captain/episode.md", "podcast/captain/"),
        (CAPTAIN, "../../../content/issues/2026-11/fog.md", "issues/2026-11/fog/"),
        (ABOUT, "../issues/2026-11/f%6Fg.md", "issues/2026-11/fog/"),
        (ABOUT, "../issues/2026-11/fog.md?print=1", "issues/2026-11/fog/"),
    ],
)
def test_a_link_to_a_file_leads_to_its_page(text: Text, target: str, address: str) -> None:
    way = follow(text, target)
    assert isinstance(way, Destination)
    assert (way.address, way.fragment) == (address, "")


@pytest.mark.parametrize(
    ("text", "target", "address", "fragment"),
    [
        (NOVEMBER, "#top", "issues/2026-11/", "top"),
        (NOVEMBER, "fog.md#fog-horns", "issues/2026-11/fog/", "fog-horns"),
        (NOVEMBER, "fog.md#fog%2Dhorns", "issues/2026-11/fog/", "fog-horns"),
        (CAPTAIN, "../../../content/pages/about.md#who-we-are", "about/", "who-we-are"),
    ],
)
def test_a_link_to_a_heading_keeps_it(text: Text, target: str, address: str, fragment: str) -> None:
    way = follow(text, target)
    assert isinstance(way, Destination)
    assert (way.address, way.fragment) == (address, fragment)


@pytest.mark.parametrize("target", ["#", "", "?print=1"])
def test_a_link_to_nothing_in_particular_leads_to_its_own_page(target: str) -> None:
    assert follow(NOVEMBER, target) == Destination(address="issues/2026-11/", language="en")


def test_a_text_that_the_directory_does_not_list_still_knows_itself() -> None:
    stray = story("stray", prose=prose(anchors=("here",)))
    assert follow(stray, "#here") == Destination(address="issues/2026-11/stray/", fragment="here", language="en")


def test_a_text_in_another_language_is_led_to_the_translation() -> None:
    assert follow(DUTCH, "fog.md") == Destination(address="nl/issues/2026-11/fog/", language="nl")
    assert follow(DUTCH, "fog.md#klokken") == Destination(
        address="nl/issues/2026-11/fog/", fragment="klokken", language="nl"
    )


def test_where_there_is_no_translation_the_default_language_stands_in() -> None:
    assert follow(DUTCH, "rain.md") == Destination(address="issues/2026-11/rain/", language="en")


def test_a_link_from_the_default_language_stays_in_it() -> None:
    assert follow(NOVEMBER, "fog.md") == Destination(address="issues/2026-11/fog/", language="en")


def test_a_translation_may_be_named_outright() -> None:
    assert follow(NOVEMBER, "fog.nl.md") == Destination(address="nl/issues/2026-11/fog/", language="nl")


def test_a_heading_of_another_language_is_not_one_of_the_translation() -> None:
    assert isinstance(follow(DUTCH, "fog.md#bells"), Dead)


@pytest.mark.parametrize(("target", "title"), [("../2026-12/issue.md", "December"), ("../2026-12/ice.md#cold", "Ice")])
def test_a_link_to_what_is_held_back_says_what_that_is(target: str, title: str) -> None:
    assert follow(NOVEMBER, target) == Held(title=title)


def test_a_draft_episode_is_held_back_too() -> None:
    assert follow(ABOUT, "../../podcast/episodes/later/episode.md") == Held(title="Later")


CAPTAIN_S, LATER_S = (f"../../podcast/episodes/{name}/episode.md" for name in ("captain", "later"))
PRIVATE = WHOLE.but(show=show(*WHOLE.show.episodes if WHOLE.show else (), access="private"))


@pytest.mark.parametrize("target", [CAPTAIN_S, f"{CAPTAIN_S}#top"])
def test_an_episode_of_a_private_show_has_no_page_to_lead_to(target: str) -> None:
    assert follow(ABOUT, target, PRIVATE) == Private(title="Captain")
    assert follow(ABOUT, LATER_S, PRIVATE) == Held(title="Later")
    assert Directory.of(PRIVATE, PRIVATE).resolve(ABOUT, LATER_S) == Private(title="Later")


def test_behind_a_sign_on_it_has_one() -> None:
    walled = PRIVATE.but(deploy=Deploy(access="wall"))
    assert follow(ABOUT, CAPTAIN_S, walled) == Destination(address="podcast/captain/")


def test_a_picture_that_only_a_private_show_has_is_not_in_the_site() -> None:
    assert follow(CAPTAIN, "face.png", PRIVATE) == Private(title="face.png")
    shared = publication(issue(pictures=(FACE,)), show=PRIVATE.show)
    assert isinstance(follow(CAPTAIN, "face.png", shared), Destination)


def test_with_drafts_nothing_is_held_back() -> None:
    directory = release(WHOLE, NOW, drafts=True).directory
    assert directory.resolve(NOVEMBER, "../2026-12/issue.md") == Destination(address="issues/2026-12/", language="en")
    assert isinstance(directory.resolve(NOVEMBER, "../2026-12/sketch.jpg"), Destination)


@pytest.mark.parametrize(
    ("text", "target", "address"),
    [
        (FOG, "quay.jpg", "assets/pictures/quay-aaaaaaaaaaaa-900.jpg"),
        (FOG, "mist.jpg", "assets/pictures/mist-aaaaaaaaaaaa-400.jpg"),
        (CAPTAIN, "face.png", "assets/pictures/face-aaaaaaaaaaaa-1400.jpg"),
    ],
)
def test_a_link_to_a_picture_that_texts_show_leads_to_its_largest(text: Text, target: str, address: str) -> None:
    assert follow(text, target) == Destination(address=address)


def test_a_picture_that_only_a_draft_shows_is_held_back() -> None:
    assert follow(NOVEMBER, "../2026-12/sketch.jpg") == Held(title="../2026-12/sketch.jpg")


def test_a_picture_has_no_headings() -> None:
    assert isinstance(follow(FOG, "quay.jpg#left"), Dead)


@pytest.mark.parametrize(
    ("text", "target", "reason", "hint"),
    [
        (NOVEMBER, "fogg.md", "There is no file fogg.md to link to.", "Did you mean fog.md?"),
        (NOVEMBER, "Fog.md", "There is no file Fog.md to link to.", "Did you mean fog.md?"),
        (OCTOBER, "fog.md", "There is no file fog.md to link to.", "Did you mean ../2026-11/fog.md?"),
        (FOG, "../2026-1/fog.md", "There is no file ../2026-1/fog.md to link to.", "Did you mean fog.md?"),
        (ABOUT, "fog.md", "There is no file fog.md to link to.", "Did you mean ../issues/2026-11/fog.md?"),
        (
            NOVEMBER,
            "tickets",
            "There is no file tickets to link to.",
            "Check its name, and write it relative to this file.",
        ),
        (
            FOG,
            "../../../../../etc/passwd",
            "There is no file ../../../../../etc/passwd to link to.",
            "Check its name, and write it relative to this file.",
        ),
        (
            NOVEMBER,
            "/issues/2026-11/",
            "/issues/2026-11/ is an address of the site, not a file.",
            "Link to the file as it lies, such as ../2026-10/issue.md.",
        ),
        (FOG, "../2026-10/", "../2026-10/ is a folder.", "Link to its issue.md: ../2026-10/issue.md"),
        (FOG, "../2026-10", "../2026-10 is a folder.", "Link to its issue.md: ../2026-10/issue.md"),
        (FOG, "//[fog", "//[fog is no address.", "Link to the file as it lies, such as story.md."),
    ],
)
def test_a_link_to_nowhere_says_why_and_what_was_meant(text: Text, target: str, reason: str, hint: str) -> None:
    assert follow(text, target) == Dead(reason=reason, hint=hint)


@pytest.mark.parametrize("target", ["menu.pdf", "Fog.DOCX", "../files/rota.xlsx#page=2"])
def test_a_document_is_told_where_to_go(target: str) -> None:
    hint = "Put the file where colleagues can reach it, and link to its https:// address."
    assert follow(NOVEMBER, target) == Dead(reason=f"Only texts and pictures can be linked, not {target}.", hint=hint)


@pytest.mark.parametrize("target", ["harbour.jpg", "plans/Deck%202.PNG"])
def test_a_picture_that_no_text_shows_can_be_shown(target: str) -> None:
    reason = f"No text shows the picture {target}, so there is nothing to link to."
    hint = f"Put ! before it to show the picture: ![what it shows]({target})"
    assert follow(NOVEMBER, target) == Dead(reason=reason, hint=hint)


@pytest.mark.parametrize("target", ["www.example.com", "www.example.com/menu.pdf?day=2#soup"])
def test_an_address_elsewhere_gets_its_scheme(target: str) -> None:
    way = follow(NOVEMBER, target)
    assert way == Dead(reason=f"{target} is an address without its https://.", hint=f"Write: https://{target}")


@pytest.mark.parametrize("target", ["marit@example.com", "marit@example.com?subject=Fog"])
def test_an_email_address_gets_its_scheme(target: str) -> None:
    way = follow(NOVEMBER, target)
    assert way == Dead(reason=f"{target} is an email address.", hint=f"Write: mailto:{target}")


@pytest.mark.parametrize(
    ("target", "reason", "hint"),
    [
        ("fog.md#bell", "“Fog” has no heading #bell.", "Did you mean #bells?"),
        ("fog.md#zzz", "“Fog” has no heading #zzz.", "Its headings are: #bells, #fog-horns"),
        ("rain.md#zzz", "“Rain” has no heading #zzz.", "That text has no headings; link to it without #…"),
        ("#tops", "“The issue of 2026-11” has no heading #tops.", "Did you mean #top?"),
    ],
)
def test_a_link_to_no_heading_names_those_that_there_are(target: str, reason: str, hint: str) -> None:
    assert follow(NOVEMBER, target) == Dead(reason=reason, hint=hint)


def test_the_headings_of_a_text_that_could_not_be_read_are_not_known() -> None:
    everything = publication(issue(story("fog", broken=True)))
    assert follow(everything.issues[0], "fog.md#bells", everything) == Destination(
        address="issues/2026-11/fog/", fragment="bells", language="en"
    )


def test_every_text_is_given_once_a_story_in_its_own_language_only() -> None:
    assert [text.source.path for text in texts(WHOLE)] == [
        "content/issues/2026-12/issue.md",
        "content/issues/2026-12/ice.md",
        f"{FOLDER}/issue.md",
        f"{FOLDER}/fog.md",
        f"{FOLDER}/rain.md",
        f"{FOLDER}/issue.nl.md",
        f"{FOLDER}/fog.nl.md",
        "content/issues/2026-10/issue.md",
        "content/pages/about.md",
        "podcast/episodes/captain/episode.md",
        "podcast/episodes/later/episode.md",
    ]


def test_without_a_show_there_are_no_episodes() -> None:
    assert [text.source.path for text in texts(publication(pages=(ABOUT,)))] == ["content/pages/about.md"]


def test_a_directory_of_all_holds_nothing_back() -> None:
    directory = Directory.of(WHOLE, WHOLE)
    assert {entry.standing for entry in directory.entries.values()} == {Standing.SHOWN}
