"""Every rule of the loader: a fault gives one finding, at its place, in words that help; and nothing else."""

import pytest
from tests.load.building import Press, place, podcast
from tests.load.cases import CASES, Case

from pressroom.check.explaining import MENDED
from pressroom.load import RULES, PublicationUnreadable
from pressroom.model.finding import Finding

_SHOWN_ELSEWHERE = {"unreadable-file"}
"""No file is unreadable to everybody: see test_content.py."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_gives_one_finding(newsletter: Press, case: Case) -> None:
    found = _load(newsletter, case)

    places = {place(finding) for finding in found}
    assert places == {f"{case.at} {case.rule}", *case.also}
    assert len(found) == len(places)
    (finding,) = (one for one in found if place(one) == f"{case.at} {case.rule}")
    assert case.says in f"{finding.message}\n{finding.hint}"
    assert finding.severity == case.severity
    assert finding.hint
    assert case.rule in MENDED or not finding.fix


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert {case.rule for case in CASES} | _SHOWN_ELSEWHERE == set(RULES)


def _load(press: Press, case: Case) -> tuple[Finding, ...]:
    if case.podcast:
        press.write({path: what for path, what in podcast().items() if path not in case.files})
    if not case.unreadable:
        return press.load(case.files).findings
    with pytest.raises(PublicationUnreadable) as caught:
        press.load(case.files)
    return caught.value.findings
