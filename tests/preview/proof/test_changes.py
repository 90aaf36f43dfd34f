"""What changed in an issue, as its readers would tell it."""

from datetime import datetime
from typing import Any

from tests import builders
from tests.builders import HERE

from pressroom.model.issue import Issue, Story
from pressroom.model.podcast import Episode
from pressroom.preview.proof.changes import Changes, compare, paragraphs
from pressroom.preview.proof.past import Past, Since

_SINCE = Since(name="origin/main", commit="0" * 40)


def changes(
    before: tuple[Issue, ...],
    after: tuple[Issue, ...],
    *,
    episodes: tuple[Episode | None, Episode | None] = (None, None),
    **past: Any,
) -> Changes:
    was, current = episodes
    return compare(Past(since=_SINCE, issues=before, episode=was, **past), after, current, HERE)


def story(slug: str = "fog", html: str = "<p>The fog came.</p>", **fields: Any) -> Story:
    return builders.story(slug, prose=builders.prose(html), **fields)


def test_an_issue_that_is_as_it_was_has_no_changes() -> None:
    issue = builders.issue(story())
    found = changes((issue,), (issue,))
    assert found.is_nothing()
    assert found.unchanged == 2


def test_new_gone_and_changed_stories_are_told_apart() -> None:
    before = builders.issue(story("fog"), story("tide"), story("crew"))
    after = builders.issue(story("fog"), story("crew", "<p>The crew slept.</p>"), story("quay"))
    found = changes((before,), (after,))
    assert [(one.kind, one.title) for one in found.texts] == [("changed", "Crew"), ("new", "Quay"), ("gone", "Tide")]
    assert (found.count("new", "story"), found.count("gone", "story"), found.count("new", "issue")) == (1, 1, 0)
    assert found.unchanged == 2


def test_what_a_text_says_of_itself_is_named_in_an_editors_words() -> None:
    before = builders.issue(title="November", draft=True, number=47)
    late = datetime.fromisoformat("2026-12-03T08:00:00+00:00")
    after = builders.issue(title="The November issue", number=48, publish_at=late, subject="News of November")
    [text] = changes((before,), (after,)).texts
    fields = {field.label: "".join(run.text for run in field.runs if run.fate == "come") for field in text.fields}
    assert fields == {
        "Title": "The November issue",
        "Subject of the email": "of November",
        "Number": "48",
        "Publish at": "3 December 2026, 09:00",
        "Draft": "no",
    }
    assert text.passages == ()


def test_a_storys_picture_and_its_words_are_told() -> None:
    before = builders.issue(story(image_target="quay.jpg", image_alt="A quay"))
    after = builders.issue(story(image_target="fog.jpg", image_alt="A foggy quay", section="ships"))
    [text] = changes((before,), (after,)).texts
    assert [field.label for field in text.fields] == ["Section", "Picture", "What the picture shows"]


def test_each_language_is_a_text_of_its_own() -> None:
    english, dutch = builders.issue(story()), builders.issue(story(language="nl"), language="nl")
    found = changes((english,), (english, dutch))
    assert [(one.kind, one.what, one.language) for one in found.texts] == [
        ("new", "issue", "nl"),
        ("new", "story", "nl"),
    ]


def test_a_story_that_stands_in_for_its_translation_is_told_once() -> None:
    english, dutch = builders.issue(story()), builders.issue(story(), language="nl")
    changed = story(html="<p>The fog went.</p>")
    found = changes((english, dutch), (builders.issue(changed), builders.issue(changed, language="nl")))
    assert [one.what for one in found.texts] == ["story"]


def test_the_episode_is_compared_as_well() -> None:
    before, after = builders.episode(summary="About fog."), builders.episode(summary="About tides.")
    [text] = changes((), (), episodes=(before, after)).texts
    assert (text.what, text.language, [field.label for field in text.fields]) == ("episode", "", ["Summary"])


def test_pictures_and_sounds_are_named_and_texts_are_not_named_twice() -> None:
    touched = {"content/issues/2026-11/quay.jpg": "A", "content/issues/2026-11/fog.md": "M", "podcast/a.mp3": "D"}
    found = changes((), (), touched=touched)
    assert [(one.kind, one.path) for one in found.files] == [
        ("new", "content/issues/2026-11/quay.jpg"),
        ("gone", "podcast/a.mp3"),
    ]
    assert not found.is_nothing()


def test_paragraphs_are_what_readers_read_and_where_links_lead() -> None:
    html = (
        '<h2 id="when">When</h2><p>Read <a href="ref:0">the <em>rota</em></a> or <a href="https://a.example/">this</a>,'
        ' <a href="#when">above</a>.</p><ul><li>One</li><li>Two</li></ul>'
    )
    assert paragraphs(builders.prose(html, links=("rota%20day.md",))) == (
        "## When",
        "Read the rota (rota day.md) or this (https://a.example/), above.",
        "- One",
        "- Two",
    )


def test_a_long_paragraph_is_one_line_so_that_a_word_moves_no_other() -> None:
    [line] = paragraphs(builders.prose(f"<p>{'word ' * 500}</p>"))
    assert line.count("word") == 500
