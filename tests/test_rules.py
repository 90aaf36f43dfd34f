"""What is written out of the rules is what they say now: else `make rules`."""

from pathlib import Path

import pytest
from tests import rules
from tests.check.reporters import golden_files

from pressroom.check.explaining import explained


def test_the_reference_is_what_the_rules_say() -> None:
    assert rules.REFERENCE.read_text(encoding="utf-8") == rules.reference(), "make rules"


def test_a_new_rule_gets_the_finding_of_its_first_faulty_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = golden_files.FINDINGS.read_text(encoding="utf-8")
    parts = told.split("- rule: ")
    without = [part for part in parts if not part.startswith(("date\n", "contrast\n"))]
    for name in golden_files.outputs():
        (tmp_path / name).touch()
    (tmp_path / "findings.yml").write_text("- rule: ".join(without), encoding="utf-8")
    monkeypatch.setattr(golden_files, "FOLDER", tmp_path)
    monkeypatch.setattr(golden_files, "FINDINGS", tmp_path / "findings.yml")
    monkeypatch.setattr(rules, "REFERENCE", tmp_path / "RULES.md")

    rules.write()

    assert len(without) == len(parts) - 2
    assert (tmp_path / "RULES.md").read_text(encoding="utf-8") == rules.reference()
    assert [finding.rule for finding, _ in golden_files.read()] == list(explained())


def test_a_rule_without_any_case_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "findings.yml").write_text("[]", encoding="utf-8")
    monkeypatch.setattr(golden_files, "FINDINGS", tmp_path / "findings.yml")
    monkeypatch.setattr(rules, "REFERENCE", tmp_path / "RULES.md")
    monkeypatch.setattr("tests.check.examples.examples", lambda _: iter(()))

    with pytest.raises(SystemExit, match=r"No table has a faulty case of .*dead-link.*: add a finding to"):
        rules.write()
