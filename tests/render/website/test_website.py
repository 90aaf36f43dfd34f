"""Which pages there are, and what each has to show."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.builders import issue, page, picture, prose, publication, story
from tests.render.website.rich_site import BASE_URL, NOW, PEOPLE, render, rich, theme

from pressroom.model.brand import Brand, Logo
from pressroom.model.publication import Feedback
from pressroom.model.release import release
from pressroom.render import website

PAGES = render(rich())
HOME = PAGES[""].meta
ISSUE = PAGES["issues/2026-11/"].meta
STORY = PAGES["issues/2026-11/quay/"].meta


def test_every_address_of_the_contract_has_a_page() -> None:
    listed = Path(__file__).with_name("addresses.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{address} {each.template}" for address, each in sorted(PAGES.items())] == listed


def test_an_issues_own_pages_are_those_of_the_whole_site() -> None:
    current = release(rich(), NOW, drafts=False)
    made = website.of_issue(current, theme(), "2026-11")
    own = [address for address in PAGES if "issues/2026-11/" in address]
    spoken = {one.episode for one in current.publication.issues if one.id == "2026-11"}
    assert {page.address for page in made} == {*own, *(f"podcast/{one}/" for one in spoken if one)}
    assert all(page == PAGES[page.address] for page in made)
    assert website.of_issue(current, theme(), "none") == ()


def test_meta_holds_plain_values_alone() -> None:
    for each in PAGES.values():
        assert_plain(each.meta)


def assert_plain(value: object) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            assert isinstance(key, str)
            assert_plain(inner)
    elif isinstance(value, list):
        for inner in value:
            assert_plain(inner)
    else:
        assert value is None or isinstance(value, str | int | float | bool)


# The frame


def test_a_page_says_who_it_is() -> None:
    assert ISSUE["head_title"] == "The issue of 2026-11 · The Bench"
    assert ISSUE["canonical"] == f"{BASE_URL}issues/2026-11/"
    assert (ISSUE["description"], ISSUE["language"]) == ("A full issue.", "en")
    assert ISSUE["updated"] == "2026-11-18T23:30:00+00:00"
    assert ISSUE["words"]["contents"] == "In this issue"


def test_the_front_page_is_called_after_the_publication_alone() -> None:
    assert HOME["head_title"] == "The Bench"
    assert HOME["description"] == "The Bench: the newsletter of Vos & Bos."


def test_a_publication_may_describe_itself() -> None:
    assert render(publication(description="News from the quay."))[""].meta["description"] == "News from the quay."


def test_a_long_description_is_cut_between_words() -> None:
    long = render(publication(issue(summary="word " * 50)))["issues/2026-11/"].meta["description"]
    assert len(long) <= 160
    assert long.endswith("word…")


def test_an_issue_without_summary_is_described_by_its_preheader_or_its_text() -> None:
    made = render(publication(issue(), issue(id="2026-10", preheader="", prose=prose(text="Some words."))))
    assert made["issues/2026-11/"].meta["description"] == "And more."
    assert made["issues/2026-10/"].meta["description"] == "Some words."


def test_an_internal_site_asks_not_to_be_indexed() -> None:
    assert HOME["noindex"] is True


def test_a_public_site_may_be_indexed_but_not_its_missing_page() -> None:
    public = render(rich().but(visibility="public"))
    assert public[""].meta["noindex"] is False
    assert public["404.html"].meta["noindex"] is True


def test_navigation_leads_to_archive_podcast_and_standing_pages_from_where_one_is() -> None:
    links = [(link["title"], link["href"], link["current"]) for link in STORY["navigation"]]
    assert links == [
        ("All issues", "../../", True),
        ("Podcast", "../../../podcast/", False),
        ("About", "../../../about/", False),
    ]
    assert STORY["home"] == "../../../"
    assert STORY["feed"] == "../../../feed.xml"


def test_sections_without_stories_have_a_page_but_no_link() -> None:
    assert [link["title"] for link in HOME["sections"]] == ["Ships and crews", "People"]
    assert PAGES["sections/safety/"].meta["years"] == []
    assert PAGES["sections/safety/"].meta["count"] == "0 stories"


def test_breadcrumbs_name_what_is_above() -> None:
    assert [(crumb["title"], crumb["href"]) for crumb in STORY["breadcrumbs"]] == [
        ("All issues", "../../"),
        ("The issue of 2026-11", "../"),
    ]


def test_the_brand_comes_with_colours_that_can_be_read() -> None:
    assert HOME["brand"]["primary"] == "#0f3d56"
    assert HOME["brand"]["on_primary"] == "#ffffff"


# The front page


def test_the_newest_issue_leads_with_its_first_story() -> None:
    assert HOME["issue"]["title"] == "The issue of 2026-11"
    assert (HOME["lead"]["title"], HOME["lead"]["image"]["alt"]) == ("Quay", "A quay in the rain")
    assert [card["title"] for card in HOME["stories"]] == ["Rota", "Kiosk"]
    assert [card["title"] for card in HOME["earlier"]] == ["The issue of 2026-10"]


def test_an_issue_that_is_one_text_leads_with_its_headings() -> None:
    home = render(publication(*[one for one in rich().issues if one.id == "2026-10"]))[""].meta
    assert home["lead"]["title"] == "The issue of 2026-10"
    assert [(link["title"], link["href"]) for link in home["topics"]] == [
        ("One", "issues/2026-10/#one"),
        ("Two", "issues/2026-10/#two"),
    ]
    assert home["stories"] == []


def test_the_front_page_plays_the_newest_issues_episode() -> None:
    assert HOME["episode"]["card"]["title"] == "Ask the captain"
    assert HOME["episode"]["player"]["src"] == "podcast/captain/captain.mp3"


def test_without_one_it_plays_the_newest_episode() -> None:
    made = rich().but(issues=(issue(),))
    assert render(made)[""].meta["episode"]["card"]["title"] == "Ask the captain"


def test_a_publication_without_issues_has_a_front_page() -> None:
    home = render(publication())[""].meta
    assert (home["issue"], home["lead"], home["episode"], home["stories"]) == (None, None, None, [])
    assert render(publication())["404.html"].meta["issue"] is None


def test_the_front_page_shows_six_earlier_issues() -> None:
    many = [issue(id=f"2026-{month:02}") for month in range(12, 3, -1)]
    assert len(render(publication(*many))[""].meta["earlier"]) == 6


def test_the_archive_puts_issues_under_the_year_that_they_appeared_in_at_home() -> None:
    late = issue(id="2026-01", date=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
    early = issue(id="2025-12", date=datetime(2025, 12, 1, tzinfo=UTC))
    years = render(publication(issue(), late, early))["issues/"].meta["years"]
    assert [(year["year"], len(year["cards"])) for year in years] == [(2026, 2), (2025, 1)]


# Issues and stories


def test_an_issue_shows_its_stories_by_section_in_reading_order() -> None:
    groups = [(group["section"] and group["section"]["title"], group["cards"][0]["title"]) for group in ISSUE["groups"]]
    assert groups == [("Ships and crews", "Quay"), ("People", "Rota"), (None, "Kiosk")]
    assert ISSUE["groups"][0]["section"]["href"] == "../../sections/crews/"


def test_an_issue_has_label_cover_editors_and_reading_time() -> None:
    assert (ISSUE["label"], ISSUE["minutes"]) == ("Issue 47", "4 minutes to read")
    assert ISSUE["cover"]["alt"] == "A quay in the rain"
    assert ISSUE["editors"][0] == {"name": "Ada Vos", "role": "Editor", "href": "../../people/ada/", "photo": None}
    assert ISSUE["email"] == "email.html"
    assert PAGES["issues/2026-11/"].content == "<p>Dear all.</p>"


def test_an_issue_that_is_one_text_has_contents_from_its_second_level_headings() -> None:
    single = PAGES["issues/2026-10/"].meta
    assert [(link["title"], link["href"]) for link in single["contents"]] == [("One", "#one"), ("Two", "#two")]
    assert (single["groups"], single["cover"], single["label"]) == ([], None, "")
    assert ISSUE["contents"] == []


def test_issues_lead_to_the_ones_before_and_after() -> None:
    assert ISSUE["newer"] is None
    assert ISSUE["older"]["href"] == "../2026-10/"
    assert PAGES["issues/2026-10/"].meta["newer"]["title"] == "The issue of 2026-11"


def test_a_story_has_headline_byline_and_neighbours() -> None:
    assert (STORY["title"], STORY["standfirst"]) == ("Quay", "In short.")
    assert STORY["authors"][0]["name"] == "Ada Vos"
    assert STORY["section"]["href"] == "../../../sections/crews/"
    assert (STORY["previous"], STORY["next"]["href"]) == (None, "../rota/")
    assert PAGES["issues/2026-11/rota/"].meta["previous"]["title"] == "Quay"
    assert [card["title"] for card in PAGES["issues/2026-11/rota/"].meta["more"]] == ["Kiosk", "Quay"]


def test_minutes_to_read_are_rounded_up() -> None:
    assert STORY["minutes"] == "1 minute to read"
    assert PAGES["issues/2026-11/rota/"].meta["minutes"] == "3 minutes to read"
    assert render(publication(issue(prose=prose("", words=0))))["issues/2026-11/"].meta["minutes"] == ""


def test_links_and_pictures_in_the_text_have_final_addresses() -> None:
    content = PAGES["issues/2026-11/rota/"].content
    assert '<a href="../quay/">the quay</a>' in content
    assert '<a href="../../2026-10/#two">' in content
    assert 'src="../../../assets/pictures/rota-' in content
    assert "ref:" not in content
    assert "pic:" not in content


def test_a_card_takes_the_first_picture_of_the_text_where_the_story_names_none() -> None:
    rota = HOME["stories"][0]
    assert "rota-" in rota["image"]["src"]
    assert rota["image"]["alt"] == "", "the title beside it says it"
    assert HOME["stories"][1]["image"] is None


def test_feedback_names_the_story() -> None:
    assert STORY["feedback"] == "mailto:bench@example.com?subject=About%20%E2%80%9CQuay%E2%80%9D"


def test_an_issue_asks_its_own_question_and_answers_name_it() -> None:
    made = render(publication(issue(question="Which quay?"), feedback=Feedback(email="bench@example.com")))[
        "issues/2026-11/"
    ].meta
    assert (made["question"], made["feedback"]) == (
        "Which quay?",
        "mailto:bench@example.com?subject=About%20%E2%80%9CWhich%20quay%3F%E2%80%9D",
    )


def test_an_issue_without_a_question_is_named_by_its_title() -> None:
    made = render(publication(issue(title="Quays"), feedback=Feedback(email="bench@example.com")))[
        "issues/2026-11/"
    ].meta
    assert (made["question"], made["feedback"]) == (
        "",
        "mailto:bench@example.com?subject=About%20%E2%80%9CQuays%E2%80%9D",
    )


@pytest.mark.parametrize(
    ("feedback", "expected"), [(Feedback(url="https://example.com/post"), "https://example.com/post"), (Feedback(), "")]
)
def test_feedback_without_an_email_address(feedback: Feedback, expected: str) -> None:
    made = publication(issue(stories=(story("quay"),)), feedback=feedback)
    assert render(made)["issues/2026-11/quay/"].meta["feedback"] == expected


def test_drafts_are_marked_wherever_they_are_shown() -> None:
    made = publication(issue(draft=True, stories=(story("quay"),)), issue(id="2026-10"), people=PEOPLE)
    assert "issues/2026-11/" not in render(made)
    shown = render(made, drafts=True)
    mark = "Draft: not published yet"
    assert shown["issues/2026-11/"].meta["draft"] == mark
    assert shown["issues/2026-11/quay/"].meta["draft"] == mark
    assert shown[""].meta["lead"]["draft"] == mark
    assert shown["issues/2026-10/"].meta["draft"] == ""


# Sections, people, pages


def test_a_section_lists_its_stories_by_year() -> None:
    crews = PAGES["sections/crews/"].meta
    assert crews["count"] == "1 story"
    assert [(year["year"], year["cards"][0]["title"]) for year in crews["years"]] == [(2026, "Quay")]


def test_a_person_has_what_they_wrote_edited_and_said() -> None:
    ada = PAGES["people/ada/"].meta
    assert (ada["title"], ada["role"], ada["email"]) == ("Ada Vos", "Editor", "ada@example.com")
    assert [card["title"] for card in ada["wrote"]] == ["Quay", "Kiosk"]
    assert [card["title"] for card in ada["edited"]] == ["The issue of 2026-11"]
    assert [card["title"] for card in ada["spoke"]] == ["Ask the captain"]


def test_a_person_has_how_much_that_is() -> None:
    assert PAGES["people/ada/"].meta["counts"] == ["2 stories", "1 issue", "1 episode"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We asked Ada\nVos on the quay.", ["Quay"]),
        ("We asked Ada Vossen.", []),
        ("We asked Ada.", []),
    ],
)
def test_a_person_has_the_stories_that_name_them_in_full(words: str, found: list[str]) -> None:
    told = story("quay", authors=(), prose=prose(text=words))
    made = publication(issue(stories=(told,)), people=PEOPLE)
    assert [card["title"] for card in render(made)["people/ada/"].meta["appears"]] == found


def test_who_wrote_a_story_does_not_appear_in_it() -> None:
    told = story("quay", authors=("ada",), prose=prose(text="By Ada Vos."))
    assert render(publication(issue(stories=(told,)), people=PEOPLE))["people/ada/"].meta["appears"] == []


@pytest.mark.parametrize("page", ["issues/2026-11/", "issues/2026-11/quay/"])
def test_paper_leads_back_to_the_issue(page: str) -> None:
    way = "code.svg" if page == "issues/2026-11/" else "../code.svg"
    assert PAGES[page].meta["paper"] == {"address": f"{BASE_URL.partition('://')[2]}issues/2026-11/", "code": way}


def test_an_author_named_twice_wrote_once() -> None:
    made = publication(issue(stories=(story("quay", authors=("ada", "ada")),)), people=PEOPLE)
    assert len(render(made)["people/ada/"].meta["wrote"]) == 1
    assert len(render(made)["issues/2026-11/quay/"].meta["authors"]) == 1


def test_a_public_site_tells_no_personal_address() -> None:
    assert render(rich().but(visibility="public"))["people/ada/"].meta["email"] == ""


def test_a_standing_page_is_described_by_its_summary_or_its_text() -> None:
    about = page(prose=prose("<p>Who we are.</p>", text="Who we are."))
    made = render(publication(pages=(about, page("faq", summary="Asked often."))))
    assert made["about/"].meta["description"] == "Who we are."
    assert made["faq/"].meta["description"] == "Asked often."
    assert made["about/"].content == "<p>Who we are.</p>"


# The page for what does not exist


def test_the_missing_page_leads_from_the_root_of_the_base_address() -> None:
    meta = PAGES["404.html"].meta
    assert (meta["home"], meta["archive"]) == ("/bench/", "/bench/issues/")
    assert meta["issue"]["href"] == "/bench/issues/2026-11/"
    assert meta["canonical"] == ""


# The brand in the head


def test_a_logo_stands_in_the_masthead_and_gives_the_icons() -> None:
    logo = Logo(picture=picture(width=1024, height=512), tone="#c08020")
    meta = render(rich().but(brand=Brand(logo=logo)))["issues/2026-11/"].meta
    assert (meta["logo"]["width"], meta["logo"]["height"], meta["logo"]["alt"]) == (64, 32, "")
    assert meta["logo"]["src"].startswith("../../assets/brand/logo-96-")
    assert meta["icons"]["favicon"].startswith("../../assets/brand/favicon-64-")
    assert meta["icons"]["touch"].startswith("../../assets/brand/icon-180-")
    assert meta["icons"]["manifest"] == "../../site.webmanifest"


def test_without_a_logo_there_are_no_icons_to_link() -> None:
    assert HOME["logo"] is None
    assert HOME["icons"] == {"favicon": "", "touch": "", "manifest": ""}
