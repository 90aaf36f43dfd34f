import pytest

from pressroom.model.near import did_you_mean, listed, nearest

_KNOWN = ("title", "summary", "image_alt", "publish_at", "Europe/Amsterdam")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("titel", "title"),
        ("Summary", "summary"),
        ("alt_image", "image_alt"),
        ("image-alt", "image_alt"),
        ("europe/amsterdam", "Europe/Amsterdam"),
        ("weather", None),
        ("title" * 30, None),
    ],
)
def test_what_was_probably_meant(written: str, meant: str | None) -> None:
    assert nearest(written, _KNOWN) == meant


def test_how_alike_they_have_to_be_is_for_the_caller_to_say() -> None:
    assert nearest("tilt", _KNOWN) == "title"
    assert nearest("tilt", _KNOWN, least=0.9) is None
    assert nearest("tilt", ("xyz",), least=0) == "xyz"


def test_the_hint_names_the_nearest_by_id_or_by_name_or_else_all() -> None:
    crew = {"ada": "Ada Novak", "bram": "Bram Bos", "nell": "Nell"}
    assert did_you_mean("bramm", crew) == "Did you mean bram?"
    assert did_you_mean("Novak Ada", crew, "People") == "Did you mean ada?"
    assert did_you_mean("xyz", crew) == "Known are ada, bram and nell."
    assert did_you_mean("xyz", crew, "People", "Add them.") == "People are ada, bram and nell. Add them."


def test_where_nothing_is_known_it_says_what_to_do() -> None:
    assert did_you_mean("xyz", {}, otherwise="Add them.") == "Add them."


def test_of_many_the_first_are_named() -> None:
    assert did_you_mean("xyz", {f"p{n}": "" for n in range(13)}).endswith("p10, p11 …")
    assert did_you_mean("xyz", {f"p{n}": "" for n in range(12)}).endswith("p10 and p11.")
    assert listed("abc", "or", most=3) == "a, b or c"
    assert (listed("abc", most=2), listed("a"), listed("")) == ("a, b …", "a", "")
