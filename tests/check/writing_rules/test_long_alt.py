from tests.check.writing_rules.written import told, written

from pressroom.model.style import Style

RULE = "long-alt"

CLEAN = written(f'![{"a " * 124}a](quay.jpg)\n\n<img src="line.png" alt="">')
FAULTY = written(f"![{'a ' * 130}a](quay.jpg)")


def test_it_says_how_long_it_is() -> None:
    [(line, message)] = told(RULE, f"![{'seen ' * 60}](quay.jpg)")

    assert line == 10
    assert message.startswith("The words of the picture quay.jpg have 299 characters: “seen seen")


def test_a_house_says_what_is_too_long() -> None:
    assert told(RULE, "![A ferry lies at its berth](quay.jpg)", style=Style(alt_length=10))
    assert not told(RULE, f"![{'a ' * 130}a](quay.jpg)", style=Style(alt_length=300))
