import pytest
from tests.builders import episode, picture, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity

CLEAN = publication(show=show(episode(image=picture(path="podcast/episodes/captain/face.png", format="png"))))
FAULTY = publication(show=show(artwork=picture(width=600, height=600)))


def test_a_square_rgb_picture_is_fine() -> None:
    assert found("artwork", CLEAN) == []


def test_without_a_show_there_is_no_artwork() -> None:
    assert found("artwork", publication()) == []


def test_artwork_that_could_not_be_read_was_told_by_load() -> None:
    assert found("artwork", publication(show=show(artwork=None))) == []


@pytest.mark.parametrize("side", [1400, 3000])
def test_the_smallest_and_the_largest_are_fine(side: int) -> None:
    assert found("artwork", publication(show=show(artwork=picture(width=side, height=side)))) == []


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"width": 1399, "height": 1399}, "artwork.jpg is 1399 × 1399 pixels, too small."),
        ({"width": 3001, "height": 3001}, "artwork.jpg is 3001 × 3001 pixels, too large."),
        ({"width": 2000, "height": 1500}, "artwork.jpg is 2000 × 1500 pixels, and not square."),
        ({"mode": "CMYK"}, "artwork.jpg has the colours of print (CMYK); podcast apps take plain RGB."),
        ({"mode": "L"}, "artwork.jpg is grey; podcast apps take plain RGB."),
        ({"mode": "I;16"}, "artwork.jpg is in the colour mode I;16; podcast apps take plain RGB."),
        ({"path": "a.webp", "format": "webp"}, "a.webp is a WEBP picture; podcast apps take JPEG and PNG."),
    ],
)
def test_what_apps_do_not_take_is_an_error_at_the_show(facts: dict[str, object], message: str) -> None:
    [finding] = found("artwork", publication(show=show(artwork=picture(**facts))))
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("podcast/show.yml", 5)
    assert finding.message == message
    assert finding.hint


def test_an_episode_picture_is_measured_as_well() -> None:
    small = episode(image=picture(width=900, height=900))
    [finding] = found("artwork", publication(show=show(small)))
    assert (finding.path, finding.line) == ("podcast/episodes/captain/episode.md", 5)


def test_all_that_is_wrong_with_one_picture_is_told_at_once() -> None:
    logo = picture(path="logo.gif", format="gif", width=300, height=200, mode="P")
    assert len(found("artwork", publication(show=show(artwork=logo)))) == 3
