"""For every rule there is a finding, and what each reporter makes of it; `make rules` writes all of it anew."""

import pytest
from tests.check import examples
from tests.check.reporters import golden_files

from pressroom.check.explaining import explained
from pressroom.check.reporters.forms import REPORTERS

_OUTPUTS = golden_files.outputs()


def test_every_rule_has_a_finding_to_be_shown() -> None:
    assert [finding.rule for finding, _ in golden_files.read()] == list(explained())


def test_every_rule_has_a_faulty_case() -> None:
    assert set(explained()) - set(examples.with_cases()) == set()


@pytest.mark.parametrize("rule", examples.SHOWN_ALONE)
def test_a_case_in_no_table_is_where_it_is_said_to_be(rule: str) -> None:
    assert rule in (examples.REPOSITORY / examples.SHOWN_ALONE[rule]).read_text("utf-8").lower()


@pytest.mark.parametrize("room", examples.CLEAN)
def test_what_faulty_cases_are_made_of_is_clean(room: str) -> None:
    assert examples.CLEAN[room]() == ()


def test_every_reporter_has_a_golden_file() -> None:
    assert {name.partition(".")[0] for name in _OUTPUTS} == {*REPORTERS, "terminal"}
    assert {path.name for path in golden_files.FOLDER.iterdir()} == {*_OUTPUTS, golden_files.FINDINGS.name}


@pytest.mark.parametrize("name", _OUTPUTS)
def test_findings_of_every_rule_are_written_as_the_golden_file_has_them(name: str) -> None:
    assert _OUTPUTS[name] == (golden_files.FOLDER / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", _OUTPUTS)
def test_every_rule_is_named_in_the_golden_file(name: str) -> None:
    assert [rule for rule in explained() if rule not in _OUTPUTS[name]] == []
