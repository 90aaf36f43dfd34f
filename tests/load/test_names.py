import pytest

from pressroom.load.names import proposed


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Open Enrolment", "open-enrolment"),
        ("été", "ete"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("ﬁsh", "fish"),
        ("a_b.c--d", "a-b-c-d"),
        ("../x", "x"),
        ("日本", "untitled"),
        ("Con", "con-1"),
        ("²", "2"),
    ],
)
def test_the_nearest_name_that_can_stand_in_an_address(name: str, proposal: str) -> None:
    assert proposed(name) == proposal
