import pytest

from pressroom.desk import names
from pressroom.errors import UsageWrong


@pytest.mark.parametrize("name", ["2026-12", "open-enrolment", "a", "7"])
def test_lower_case_letters_digits_and_hyphens_are_taken(name: str) -> None:
    names.require_fit(name, "a story")


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Open Enrolment", "open-enrolment"),
        ("Café_Ännchen!", "cafe-annchen"),
        ("../secrets", "secrets"),
        ("/etc/passwd", "etc-passwd"),
        ("story.nl", "story-nl"),
        ("CON", "con-1"),
        ("nul", "nul-1"),
        ("２０２６", "2026"),
        ("fog\n", "fog"),
    ],
)
def test_any_other_name_is_refused_with_one_that_would_do(name: str, proposal: str) -> None:
    with pytest.raises(UsageWrong) as refused:
        names.require_fit(name, "a story")
    assert refused.value.message == f"“{name}” cannot be the name of a story: it becomes part of an address."
    assert refused.value.hint.endswith(f"How about {proposal}?")


@pytest.mark.parametrize("name", ["", "…", "船"])
def test_where_nothing_is_left_of_a_name_the_hint_shows_what_names_look_like(name: str) -> None:
    with pytest.raises(UsageWrong) as refused:
        names.require_fit(name, "an issue")
    assert refused.value.hint.endswith("such as 2026-12 or open-enrolment.")


@pytest.mark.parametrize("name", ["readme", "readme-first", "README", "ReadMe first"])
def test_what_would_be_left_out_is_refused(name: str) -> None:
    with pytest.raises(UsageWrong, match="for editors alone"):
        names.require_fit(name, "a story")
