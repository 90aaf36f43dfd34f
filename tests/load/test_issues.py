from datetime import datetime
from zoneinfo import ZoneInfo

from tests.load.building import ISSUE, STORY, Files, Press, picture

from pressroom.model.issue import Issue, Readers, Story, Telling

_ZONE = ZoneInfo("Europe/Amsterdam")
_FOLDER = "content/issues/2026-11"


def issue_text(title: str, *lines: str) -> str:
    return "\n".join(["---", f"title: {title}", *lines, "---", "Words.", ""])


def story_text(title: str, *lines: str) -> str:
    return issue_text(title, f"summary: {title}.", *lines)


def issues(press: Press, files: Files) -> tuple[Issue, ...]:
    loaded = press.load(files)
    assert loaded.findings == ()
    return loaded.publication.issues


def stories(press: Press, files: Files) -> dict[str, Story]:
    (issue,) = issues(press, files)
    return {story.slug: story for story in issue.stories}


def test_everything_that_an_issue_says(newsletter: Press) -> None:
    text = issue_text(
        "November",
        "date: 2026-11-19T08:30",
        "number: 47",
        "subject: The ship is here",
        "preheader: And two things more.",
        "summary: The ship.",
        "editors: [ada, bram]",
        "stories: [fog]",
        "episode: talk",
        "draft: true",
        "publish_at: 2026-11-20",
        "updated: 2026-11-23",
    )
    (issue,) = issues(newsletter, {ISSUE: text})

    assert (issue.id, issue.language, issue.address) == ("2026-11", "en", "issues/2026-11/")
    assert (issue.title, issue.number) == ("November", 47)
    assert (issue.subject, issue.preheader, issue.summary) == ("The ship is here", "And two things more.", "The ship.")
    assert issue.date == datetime(2026, 11, 19, 8, 30, tzinfo=_ZONE)
    assert issue.publish_at == datetime(2026, 11, 20, tzinfo=_ZONE)
    assert issue.updated == datetime(2026, 11, 23, tzinfo=_ZONE)
    assert (issue.editors, issue.listed, issue.episode, issue.draft) == (("ada", "bram"), ("fog",), "talk", True)
    assert issue.prose.text.strip() == "Words."
    assert issue.source.path == ISSUE
    assert issue.source.line("editors.1") == 8


def test_what_an_issue_leaves_out(newsletter: Press) -> None:
    (issue,) = issues(newsletter, {ISSUE: issue_text("November", "date: 2026-11-19", "summary: Thick.")})

    assert (issue.subject, issue.preheader) == ("November", "Thick.")
    assert issue.updated == issue.date
    assert (issue.number, issue.episode, issue.publish_at, issue.draft) == (None, None, None, False)


def test_an_issue_in_one_file(newsletter: Press) -> None:
    (issue,) = issues(newsletter, {ISSUE: issue_text("November", "date: 2026-11-19"), STORY: None})

    assert issue.is_single_file()


def test_issues_are_newest_first(newsletter: Press) -> None:
    found = issues(
        newsletter,
        {
            "content/issues/b/issue.md": issue_text("B", "date: 2026-11-19"),
            "content/issues/a/issue.md": issue_text("A", "date: 2026-11-19"),
            "content/issues/c/issue.md": issue_text("C", "date: 2026-12-01"),
            "content/issues/d/issue.md": issue_text("D", "date: 2026-11-18T23:30-05:00"),
        },
    )

    assert [issue.id for issue in found] == ["c", "d", "2026-11", "a", "b"]


def test_stories_are_listed_first_then_by_order_then_by_name(newsletter: Press) -> None:
    found = stories(
        newsletter,
        {
            ISSUE: issue_text("November", "date: 2026-11-19", "stories: [zebra, fog]"),
            f"{_FOLDER}/apple.md": story_text("Apple"),
            f"{_FOLDER}/zebra.md": story_text("Zebra"),
            f"{_FOLDER}/late.md": story_text("Late", "order: 2"),
            f"{_FOLDER}/early.md": story_text("Early", "order: 1"),
        },
    )

    assert list(found) == ["zebra", "fog", "early", "late", "apple"]


def test_everything_that_a_story_says(newsletter: Press) -> None:
    text = story_text(
        "Fog",
        "section: people",
        "authors: ada",
        "image: pictures/cloud.png",
        "image_alt: A cloud.",
        "audience: frontline",
        "order: 3",
        "updated: 2026-11-23",
    )
    newsletter.write({f"{_FOLDER}/pictures/cloud.png": picture(40, 30), f"{_FOLDER}/a b.png": picture(20, 10)})
    newsletter.write({f"{_FOLDER}/a-b.png": picture(20, 10), f"{_FOLDER}/a b.png": None})
    story = stories(newsletter, {STORY: text + "\n![Fog](a-b.png)\n\n![Fog](pictures/cloud%2Epng)\n"})["fog"]

    assert (story.slug, story.language, story.address) == ("fog", "en", "issues/2026-11/fog/")
    assert (story.title, story.summary, story.section, story.authors) == ("Fog", "Fog.", "people", ("ada",))
    assert story.image is not None
    assert (story.image.path, story.image.width) == (f"{_FOLDER}/pictures/cloud.png", 40)
    assert (story.image_target, story.image_alt) == ("pictures/cloud.png", "A cloud.")
    assert (story.audience, story.order) == (Readers.FRONTLINE, 3)
    assert story.updated == datetime(2026, 11, 23, tzinfo=_ZONE)
    assert [one and one.width for one in story.pictures] == [20, 40]
    assert story.source.path == STORY


def test_what_a_story_leaves_out(newsletter: Press) -> None:
    text = issue_text("November", "date: 2026-11-19", "updated: 2026-11-21")
    story = stories(newsletter, {ISSUE: text})["fog"]

    assert (story.section, story.authors, story.audience, story.order) == (None, (), Readers.ALL, None)
    assert (story.image, story.image_target, story.image_alt) == (None, None, "")
    assert story.updated == datetime(2026, 11, 21, tzinfo=_ZONE)


def test_how_much_the_message_tells_and_what_the_issue_asks(newsletter: Press) -> None:
    lines = ("date: 2026-11-19", "newsletter: {fog: full}", "question: Which fog\n  do you like?")
    (issue,) = issues(newsletter, {ISSUE: issue_text("November", *lines)})
    assert issue.newsletter == {"fog": Telling.FULL}
    assert issue.question == "Which fog do you like?"
    assert issue.source.line("newsletter.fog") == 4

    (bare,) = issues(newsletter, {ISSUE: issue_text("November", "date: 2026-11-19")})
    assert (bare.newsletter, bare.question) == ({}, "")


def test_a_translation_tells_as_much_unless_it_says_otherwise_and_asks_in_its_own_words(newsletter: Press) -> None:
    lines = ("date: 2026-11-19", "newsletter: {fog: full}", "question: Which?")
    original = {ISSUE: issue_text("November", *lines)}
    _, silent = issues(newsletter, {**original, f"{_FOLDER}/issue.nl.md": issue_text("Nieuws")})
    assert (silent.newsletter, silent.question) == ({"fog": Telling.FULL}, "")

    own = issue_text("Nieuws", "newsletter: {fog: link}", "question: Welke?")
    _, spoken = issues(newsletter, {**original, f"{_FOLDER}/issue.nl.md": own})
    assert (spoken.newsletter, spoken.question) == ({"fog": Telling.LINK}, "Welke?")

    _, none = issues(newsletter, {**original, f"{_FOLDER}/issue.nl.md": issue_text("Nieuws", "newsletter: {}")})
    assert none.newsletter == {}


def test_a_translation_says_its_texts_and_has_the_rest_from_the_default_language(newsletter: Press) -> None:
    newsletter.write({f"{_FOLDER}/cloud.png": picture()})
    english, dutch = issues(
        newsletter,
        {
            ISSUE: issue_text("November", "date: 2026-11-19", "number: 4", "summary: All.", "editors: [ada]"),
            f"{_FOLDER}/issue.nl.md": issue_text("Nieuws", "subject: Hoi", "summary: Alles.", "number: 4"),
            STORY: story_text(
                "Fog", "section: people", "authors: [ada]", "image: cloud.png", "image_alt: A cloud.", "order: 2"
            ),
            f"{_FOLDER}/fog.nl.md": story_text("Mist", "image_alt: Een wolk.", "updated: 2026-11-23"),
            f"{_FOLDER}/rain.md": story_text("Rain", "order: 1"),
            f"{_FOLDER}/sun.nl.md": story_text("Zon"),
        },
    )

    assert (english.language, english.title, english.subject) == ("en", "November", "November")
    assert [story.slug for story in english.stories] == ["rain", "fog"]
    assert (dutch.language, dutch.address) == ("nl", "nl/issues/2026-11/")
    assert (dutch.title, dutch.subject, dutch.preheader) == ("Nieuws", "Hoi", "Alles.")
    assert (dutch.number, dutch.editors, dutch.date) == (4, ("ada",), english.date)
    assert dutch.source.path == f"{_FOLDER}/issue.nl.md"
    rain, fog, sun = dutch.stories
    assert rain == english.stories[0]
    assert (fog.title, fog.summary, fog.image_alt) == ("Mist", "Mist.", "Een wolk.")
    assert (fog.language, fog.address) == ("nl", "nl/issues/2026-11/fog/")
    assert (fog.section, fog.authors, fog.image, fog.order) == ("people", ("ada",), english.stories[1].image, 2)
    assert fog.updated == datetime(2026, 11, 23, tzinfo=_ZONE)
    assert fog.source.path == f"{_FOLDER}/fog.nl.md"
    assert (sun.slug, sun.language, sun.title) == ("sun", "nl", "Zon")


def test_a_translated_picture_needs_words_of_its_own(newsletter: Press) -> None:
    newsletter.write({f"{_FOLDER}/cloud.png": picture()})
    _, dutch = issues(
        newsletter,
        {
            f"{_FOLDER}/issue.nl.md": issue_text("Nieuws"),
            STORY: story_text("Fog", "image: cloud.png", "image_alt: A cloud."),
            f"{_FOLDER}/fog.nl.md": story_text("Mist"),
        },
    )

    assert dutch.stories[0].image_alt == ""


def test_a_translation_of_what_is_faulty_is_not_held_against_it(newsletter: Press) -> None:
    places = newsletter.findings(
        {
            ISSUE: issue_text("November", "date: 2026-11-19", "number: 010"),
            f"{_FOLDER}/issue.nl.md": issue_text("Nieuws", "number: 10"),
            STORY: "---\ntitle: a: b\n---\nWords.\n",
            f"{_FOLDER}/fog.nl.md": story_text("Mist", "order: 3"),
        }
    )

    assert places == [f"{STORY}:2 yaml-syntax", f"{ISSUE}:4 whole-number"]


def test_languages_follow_the_order_of_the_publication(newsletter: Press) -> None:
    newsletter.write(
        {
            "content/publication.yml": "name: x\norganization: y\nbase_url: https://x.example\nlanguage: en\n"
            "languages: [pl, en, de]\ntimezone: UTC\n"
        }
    )
    found = issues(
        newsletter,
        {f"{_FOLDER}/issue.de.md": issue_text("Neues"), f"{_FOLDER}/issue.pl.md": issue_text("Nowe")},
    )

    assert [issue.language for issue in found] == ["en", "pl", "de"]


def test_a_folder_without_issue_md_keeps_its_stories_known(newsletter: Press) -> None:
    loaded = newsletter.load({ISSUE: None, f"{_FOLDER}/issue.nl.md": issue_text("Nieuws")})

    english, dutch = loaded.publication.issues
    assert (english.id, english.source.path, english.source.broken) == ("2026-11", ISSUE, True)
    assert [story.slug for story in english.stories] == ["fog"]
    assert (dutch.title, dutch.source.broken) == ("Nieuws", False)
    assert [finding.rule for finding in loaded.findings] == ["missing-text"]


def test_two_stories_that_come_to_one_name_are_both_kept(newsletter: Press) -> None:
    (issue,) = newsletter.load({f"{_FOLDER}/Fog!.md": story_text("Fog again")}).publication.issues

    assert [story.slug for story in issue.stories] == ["fog", "fog-2"]


def test_files_beside_a_broken_text_are_not_called_stray(newsletter: Press) -> None:
    newsletter.write({f"{_FOLDER}/cloud.png": picture(), f"{_FOLDER}/below/cloud.png": picture()})

    assert newsletter.findings({STORY: "---\ntitle: a: b\n---\nWords.\n"}) == [f"{STORY}:2 yaml-syntax"]
