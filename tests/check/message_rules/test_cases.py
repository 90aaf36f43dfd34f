"""Each rule about emails, by one good email and what is found when a passage of it is changed."""

import pytest
from tests.check.message_rules.opened import Case, cases, good, made, seal

from pressroom.check import examining, registry

CASES = cases()


def test_the_good_email_has_no_findings_whatever_it_is_taken_for() -> None:
    passages = good()
    assert examining.file("good.html", passages.html.encode()) == ()
    assert examining.file("good.eml", seal(passages)) == ()
    assert examining.message(made(passages)) == ()


def test_every_rule_about_emails_has_a_bad_case() -> None:
    assert {case.rule for case in CASES if case.finds} == {rule.NAME for rule in registry.EMAIL_RULES}


@pytest.mark.parametrize("case", [case for case in CASES if case.finds], ids=lambda case: case.id)
def test_a_bad_change_is_found_by_its_rule_alone(case: Case) -> None:
    findings = case.findings()
    told = [finding for finding in findings if case.finds in finding.message]
    assert [finding.rule for finding in told] == [case.rule], findings
    assert {finding.rule for finding in findings} == {case.rule, *case.also}, findings
    assert len(findings) == 1 or case.also
    assert told[0].hint
    assert case.line in {0, told[0].line}


@pytest.mark.parametrize("case", [case for case in CASES if not case.finds], ids=lambda case: case.id)
def test_a_good_change_is_fine(case: Case) -> None:
    assert case.findings() == ()
