"""The table of rules."""

import pytest

from pressroom.model.finding import Severity
from pressroom.prose import rules


def test_a_fault_says_how_bad_it_is() -> None:
    assert rules.error("unsafe-html", 3, "What.", "How.").severity is Severity.ERROR
    assert rules.warning("unknown-html", 3, "What.", "How.").severity is Severity.WARNING


def test_a_rule_that_is_not_in_the_table_is_none() -> None:
    with pytest.raises(KeyError):
        rules.error("unheard-of", 1, "What.", "How.")


@pytest.mark.parametrize("rule", sorted(rules.RULES))
def test_every_rule_has_a_sentence(rule: str) -> None:
    assert rules.RULES[rule].endswith(".")
