"""What the chat is told: a title, three lines at most, a link."""

from tests.builders import episode, issue, publication, show, story

from pressroom.publish.announce import notice_of


def test_an_issue_is_told_by_its_summary_and_the_stories_that_lead_it() -> None:
    stories = tuple(story(slug, title=slug.title()) for slug in ("fog", "ice", "wind"))
    told = issue(title="The one about the fog", summary="Fog, and what came of it.", stories=stories)

    notice = notice_of(publication(told), told)

    assert notice.title == "The Gangway: The one about the fog"
    assert notice.body.splitlines() == [
        "Fog, and what came of it.",
        "• Fog",
        "• Ice",
        "https://gangway.example/issues/2026-11/",
    ]


def test_an_episode_is_told_under_the_shows_name() -> None:
    told = episode("captain", title="Ask the captain", summary="Twenty minutes on the bridge.")
    of = publication(show=show(told))
    assert of.show is not None

    notice = notice_of(of, told)

    assert notice.title == f"{of.show.title}: Ask the captain"
    assert notice.body.splitlines()[0] == "Twenty minutes on the bridge."


def test_long_lines_are_shortened_at_a_word() -> None:
    told = issue(summary="word " * 100)
    [line] = notice_of(publication(told), told).lines
    assert len(line) <= 160
    assert line.endswith("word …")
