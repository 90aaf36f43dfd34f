import pytest

from pressroom.load.suggesting import did_you_mean, nearest

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


def test_the_hint_names_the_nearest_or_all() -> None:
    assert did_you_mean("titel", _KNOWN, "Fields") == "Did you mean title?"
    assert did_you_mean("xyz", ("a", "b", "c"), "Fields") == "Fields are a, b and c."
    assert did_you_mean("xyz", map(str, range(20)), "Fields").endswith("10, 11 ….")
