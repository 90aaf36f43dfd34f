from tests.builders import episode, issue, page, picture_use, prose, publication, show, story
from tests.check.judging import found, places

from pressroom.model.finding import Severity

_BARE = prose(pictures=(picture_use("quay.jpg"),))
_SHOWN = prose(pictures=(picture_use("quay.jpg", "A ferry at the quay"), picture_use("line.png", decorative=True)))

CLEAN = publication(issue(story(prose=_SHOWN, image_target="fog.jpg", image_alt="A light in the fog")))
FAULTY = publication(issue(story(prose=_BARE)))


def test_words_or_the_word_that_none_are_needed_are_fine() -> None:
    assert found("missing-alt", CLEAN) == []


def test_a_picture_without_words_is_an_error_that_shows_how_to_write_them() -> None:
    [finding] = found("missing-alt", FAULTY)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("content/issues/2026-11/fog.md", 12)
    assert finding.message == "The picture quay.jpg has no words for those who cannot see it."
    assert "![Two colleagues in orange vests throw a line to the ferry](quay.jpg)" in finding.hint
    assert 'If it only decorates, write <img src="quay.jpg" alt="">' in finding.hint


def test_spaces_are_no_words() -> None:
    blank = prose(pictures=(picture_use(alt="  "),))
    assert len(found("missing-alt", publication(issue(prose=blank)))) == 1


def test_a_story_picture_without_image_alt_is_an_error_at_its_line() -> None:
    bare = story(image_target="fog.jpg", lines={"image": 6})
    [finding] = found("missing-alt", publication(issue(bare)))
    assert (finding.path, finding.line) == ("content/issues/2026-11/fog.md", 6)
    assert finding.message == "The story's picture fog.jpg has no image_alt."
    assert finding.hint.splitlines()[-1].startswith("image_alt: ")


def test_every_kind_of_text_is_looked_at() -> None:
    whole = publication(issue(prose=_BARE), pages=(page(prose=_BARE),), show=show(episode(prose=_BARE)))
    assert places(found("missing-alt", whole)) == [
        "content/issues/2026-11/issue.md:12",
        "content/pages/about.md:12",
        "podcast/episodes/captain/episode.md:12",
    ]
