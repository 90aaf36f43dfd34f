"""`pressroom explain`: what a rule is about, why it is there, and what bad and good look like."""

import pytest
from tests.cli.calling import Caller

from pressroom.check import explaining
from pressroom.check.explaining import KINDS, explained


def test_a_rule_is_explained_with_an_example_of_bad_and_good(pressroom: Caller) -> None:
    called = pressroom.bare("explain", "dead-link")
    assert (called.code, called.err) == (0, "")
    assert called.out == (
        "dead-link  (The newsletter and the show)\n"
        "\n"
        "A link leads to a file or a heading that is not there.\n"
        "\n"
        "Whoever follows it is stuck, and trusts the next link less.\n"
        "\n"
        "Bad:\n"
        "    Vote on [the rota](rota.md) before Friday.\n"
        "\n"
        "Good:\n"
        "    Vote on [the rota](rota-decision.md) before Friday.\n"
        "\n"
        "It is mended by hand.\n"
    )


def test_what_can_be_mended_and_tuned_is_told(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = explained()["dead-link"]._replace(why="Long. `style.sentence_length` says how long.")
    monkeypatch.setattr(explaining, "explained", lambda: {"dead-link": rule})
    monkeypatch.setattr(explaining, "MENDED", {"dead-link"})
    called = pressroom.bare("explain", "dead-link")
    assert called.out.endswith(
        "`pressroom check --fix` mends what is certain of it.\n"
        "How strict it is, publication.yml says: style.sentence_length.\n"
    )


@pytest.mark.parametrize("written", ["error[dead-link]:", "dead_link", "DEAD-LINK", "[dead-link]"])
def test_it_is_known_however_it_was_copied(pressroom: Caller, written: str) -> None:
    assert pressroom.bare("explain", written).out.startswith("dead-link  (")


def test_without_a_rule_all_of_them_are_listed_by_kind_in_80_columns(pressroom: Caller) -> None:
    called = pressroom.bare("explain")
    lines = called.out.splitlines()
    assert called.code == 0
    assert [line for line in lines if line in KINDS] == list(dict.fromkeys(rule.kind for rule in explained().values()))
    assert {line.split()[0] for line in lines if line and not line.startswith(" ")} >= set(explained())
    assert max(map(len, lines)) <= 80


def test_no_rule_is_wider_than_80_columns_but_for_its_examples(pressroom: Caller) -> None:
    for name in explained():
        told = pressroom.bare("explain", name).out.splitlines()
        assert [line for line in told if len(line) > 80 and not line.startswith("    ")] == []


def test_an_unknown_rule_is_wrong_usage_with_the_nearest_one(pressroom: Caller) -> None:
    called = pressroom.bare("explain", "dead-lnk")
    assert (called.code, called.out) == (2, "")
    assert called.err == "error: There is no rule dead-lnk.\n  hint: Did you mean dead-link?\n"


def test_one_that_is_like_no_other_leads_to_the_list(pressroom: Caller) -> None:
    called = pressroom.bare("explain", "\x1b[2Jqqqqqqq")
    assert called.code == 2
    assert "\x1b" not in called.err
    assert "`pressroom explain` lists all rules." in called.err
